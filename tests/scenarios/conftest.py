"""Rooms in which more than one scene begins."""

import pytest

from tests.support.room import Room


@pytest.fixture
def tap_in() -> Room:
    """Two seats, both taken by phone; Kofi and Amira wait."""
    room = Room(chairs=2, open_chairs=0)
    room.facilitator.starts()
    for no, phone in enumerate(room.asks("Tomasz", "Lindiwe"), start=1):
        room.facilitator.calls(phone.name, chair=no)
        phone.is_on_the_chair()
        room.wait(minutes=1)
    room.facilitator.changes_rules(exit_rule="tap_in")
    room.asks("Amira", "Kofi")
    return room
