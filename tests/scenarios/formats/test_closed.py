"""Closed fishbowl: all chairs are taken, and the whole group changes when its time is over."""

from tests.support.room import Room


def test_the_whole_group_changes_at_once():
    room = Room(format="closed")
    room.facilitator.seats("Tomasz", "Lindiwe", "Rafael", "Mei-Lin")
    room.facilitator.starts()
    room.facilitator.goes_on()
    assert room.part == "round_1"
    second = room.asks("Amira", "Jonas", "Kofi", "Saoirse")
    room.wait(minutes=11)
    assert room.facilitator.space == "swap group"
    room.facilitator.presses_space()
    for phone in second:
        phone.is_on_the_chair()
    assert sorted(room.bowl.values()) == ["Amira", "Jonas", "Kofi", "Saoirse"]
    room.facilitator.goes_on()
    assert room.part == "round_2"


def test_there_is_no_open_chair():
    room = Room(format="closed")
    assert room.session.settings.open_chairs == 0
    assert room.session.settings.chair_count == 4


def test_everybody_who_waits_can_still_get_in_until_the_last_round_is_nearly_over():
    room = Room(format="closed")
    room.facilitator.starts()
    room.facilitator.goes_on()
    room.wait(minutes=12)
    assert not room.session.timing.queue_closed, "two rounds are to come"
    room.facilitator.goes_on()
    room.facilitator.goes_on()
    room.wait(minutes=9)
    assert room.session.timing.queue_closed
