"""A fishbowl in its closing part."""

import pytest

from tests.support.phone import Phone
from tests.support.room import Room


@pytest.fixture
def room() -> Room:
    """An open fishbowl in its closing part."""
    room = Room(format="open")
    room.facilitator.starts()
    room.joins("Amira", "Kofi")
    room.facilitator.goes_on()
    return room


@pytest.fixture
def amira(room: Room) -> Phone:
    return room.phone_of("Amira")
