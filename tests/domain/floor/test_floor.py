"""The floor: who speaks, and for how long."""

import pytest

from tests.support.refusals import already
from tests.support.room import Room


@pytest.fixture
def room() -> Room:
    room = Room(chairs=4)
    room.facilitator.starts()
    room.facilitator.seats("Tomasz", "Mei-Lin")
    return room


def test_the_floor_goes_from_one_to_the_next_and_stretches_add_up(room: Room):
    room.facilitator.gives_floor("Tomasz")
    room.wait(seconds=40)
    room.facilitator.gives_floor("Mei-Lin")
    room.wait(seconds=10)
    room.facilitator.pauses()
    room.wait(minutes=5)
    room.facilitator.resumes()
    room.facilitator.gives_floor(None)
    room.wait(seconds=5)
    room.facilitator.gives_floor("Tomasz")
    room.wait(seconds=5)
    room.facilitator.frees("Tomasz")
    assert room.turn("Tomasz").spoken == ((0, 40_000), (55_000, 60_000))
    assert room.turn("Mei-Lin").spoken == ((40_000, 50_000),)
    assert room.floor is None
    with already(room):
        room.facilitator.gives_floor(None)


def test_the_floor_moves_with_the_person(room: Room):
    room.facilitator.gives_floor("Tomasz")
    room.facilitator.moves("Tomasz", chair=4)
    assert room.floor == "Tomasz"
