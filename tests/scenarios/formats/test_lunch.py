"""Sharing lunch: forty minutes at most, everybody talks with a neighbour, new voices go first."""

from tests.support.room import Room


def test_it_takes_forty_minutes_at_most():
    room = Room(format="lunch")
    assert room.end == 40
    assert room.planned == [5, 5, 25, 5]


def test_who_has_not_spoken_yet_goes_first():
    room = Room(format="lunch")
    room.facilitator.starts()
    room.facilitator.goes_on()
    assert room.part == "lunch_neighbour"
    room.facilitator.goes_on()
    jonas, _ = room.joins("Jonas", "Amira")
    room.facilitator.seats_known("Jonas", 1)
    room.wait(minutes=3)
    jonas.leaves_chair()
    jonas.asks()
    room.phone_of("Amira").asks()
    assert room.queue == ["Amira", "Jonas"]


def test_at_the_end_the_next_lunch_finds_its_host():
    room = Room(format="lunch")
    room.facilitator.starts()
    for _ in range(3):
        room.facilitator.goes_on()
    assert room.part == "lunch_close"
