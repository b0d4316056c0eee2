"""Timed seats: every chair has a clock; when it is over the next one sits down."""

from tests.support.room import Room


def test_the_next_is_called_by_itself_when_a_chair_is_free():
    room = Room(format="timed")
    room.facilitator.seats("Tomasz", "Lindiwe", "Rafael", "Mei-Lin")
    room.facilitator.starts()
    (amira,) = room.asks("Amira")
    assert amira.name not in room.bowl.values(), "not while the room is welcomed"
    assert room.queue == ["Amira"]
    room.facilitator.goes_on()
    assert room.bowl[5] == "held for Amira", "the part begins, and she is called"


def test_whose_minutes_are_over_makes_room():
    room = Room(format="timed")
    room.facilitator.starts()
    room.facilitator.goes_on()
    room.facilitator.seats("Tomasz", "Lindiwe", "Rafael", "Mei-Lin", "Kofi")
    room.wait(minutes=4)
    room.asks("Amira")
    assert room.facilitator.space == "ask to make room Tomasz on chair 1"
    assert room.session.settings.seat_limit_ms == 4 * 60_000
