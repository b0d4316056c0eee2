"""Socratic hot seat: a fixed circle, and one chair for a short visit."""

from tests.support.room import Room


def circle(room: Room) -> None:
    for chair, name in enumerate(("Tomasz", "Lindiwe", "Rafael", "Mei-Lin"), start=1):
        room.joins(name)
        room.facilitator.seats_known(name, chair)


def test_visitors_come_to_the_hot_seat_and_go_and_the_circle_stays():
    room = Room(format="hot-seat")
    circle(room)
    room.facilitator.starts()
    room.wait(minutes=5)
    room.facilitator.goes_on()
    amira, jonas = room.joins("Amira", "Jonas")
    amira.takes_chair(5)
    jonas.asks()
    room.wait(minutes=2)
    assert room.facilitator.space == "ask to make room Amira on chair 5", "never one of the circle"
    amira.leaves_chair()
    jonas.takes_chair(5)
    assert room.bowl[5] == "Jonas"
    assert room.bowl[1] == "Tomasz"


def test_reading_comes_before_and_the_coaches_after():
    room = Room(format="hot-seat")
    room.facilitator.starts()
    assert room.part == "read_again"
    room.facilitator.goes_on()
    assert room.session.settings.seat_limit_ms == 2 * 60_000
    room.facilitator.goes_on()
    assert room.part == "coaches"
