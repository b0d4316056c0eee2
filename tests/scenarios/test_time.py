"""Scenes from real rooms: time, and taking things back."""

from fishbowl.domain.session.clock import running_ms
from tests.support.refusals import refused
from tests.support.room import Room


def test_scene_22_a_fire_alarm_of_four_minutes_counts_for_nobody():
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("Tomasz")
    room.asks("Amira")
    room.wait(minutes=5)
    room.facilitator.calls("Amira", chair=2)
    room.wait(seconds=30)

    room.facilitator.pauses()
    room.wait(minutes=4)
    assert room.bowl == {1: "Tomasz", 2: "held for Amira"}, "calls in the air keep waiting"
    assert room.seated_minutes("Tomasz") == 5.5
    room.asks("Kofi")
    room.facilitator.resumes()

    room.wait(seconds=14)
    assert room.bowl[2] == "held for Amira", "she has the 15 seconds that were left"
    room.wait(seconds=1)
    assert 2 not in room.bowl
    assert room.queue == ["Amira", "Kofi"]
    assert room.seated_minutes("Tomasz") == 5.75
    assert running_ms(room.session.clock, room.now_ms) == 5.75 * 60_000


def test_scene_22_two_pauses_add_up():
    room = Room()
    room.facilitator.starts()
    for _ in range(2):
        room.wait(minutes=3)
        room.facilitator.pauses()
        room.wait(minutes=4)
        room.facilitator.resumes()
    assert running_ms(room.session.clock, room.now_ms) == 6 * 60_000


def test_scene_22_a_session_that_is_closed_in_the_pause_ran_until_the_pause():
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("Tomasz")
    room.wait(minutes=3)
    room.facilitator.pauses()
    room.wait(minutes=4)
    room.facilitator.closes()
    assert room.seated_minutes("Tomasz") == 3


def test_scene_25_undo_comes_too_late_and_changes_nothing():
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("Mei-Lin", "Lindiwe", "Tomasz")
    (jonas,) = room.asks("Jonas")
    freed = room.facilitator.frees("Tomasz")
    room.facilitator.calls("Jonas", chair=3)
    jonas.is_on_the_chair()

    with refused(room, "undo_overtaken", part="chair", chair=3, person=jonas.person):
        room.facilitator.undoes(freed)
    assert room.bowl[3] == "Jonas"

    # "Move Jonas": then there is room again, but the chair has a past of its own.
    room.facilitator.moves("Jonas", chair=4)
    with refused(room, "undo_overtaken", part="chair", chair=3):
        room.facilitator.undoes(freed)


def test_scene_25_who_had_the_floor_when_freed_does_not_hide_who_sits_there_now():
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("Mei-Lin", "Lindiwe", "Tomasz")
    room.facilitator.gives_floor("Tomasz")
    freed = room.facilitator.frees("Tomasz")
    room.facilitator.gives_floor("Lindiwe")
    room.facilitator.seats("Jonas")
    with refused(room, "undo_overtaken", part="chair", chair=3, person=room.person("Jonas")):
        room.facilitator.undoes(freed)


def test_scene_25_in_time_undo_gives_the_chair_and_the_seated_time_back():
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("Tomasz")
    room.wait(minutes=3)
    freed = room.facilitator.frees("Tomasz")
    room.wait(minutes=1)
    room.facilitator.undoes(freed)
    assert room.bowl == {1: "Tomasz"}
    assert room.seated_minutes("Tomasz") == 4


def late_room() -> Room:
    """The pair share took three minutes more: welcome 5, pairs 8, bowl 30, pairs 7, closing 10."""
    room = Room(format="sandwich")
    room.facilitator.starts()
    room.wait(minutes=5)
    room.facilitator.goes_on()
    room.wait(minutes=11)
    room.facilitator.goes_on()
    return room


def test_scene_23_an_overrun_is_shown_and_nothing_is_decided_silently():
    room = late_room()
    assert room.late == 3
    assert room.planned == [5, 8, 30, 7, 10]
    assert room.end == 60


def test_scene_23_the_three_minutes_come_from_the_bowl():
    room = late_room()
    decided = room.facilitator.rebalances("bowl")
    assert room.planned == [5, 8, 27, 7, 10]
    assert (room.late, room.end) == (0, 60)
    room.facilitator.undoes(decided)
    assert room.late == 3


def test_scene_23_or_from_the_closing():
    room = late_room()
    room.facilitator.rebalances("closing")
    assert room.planned == [5, 8, 30, 7, 7]
    assert (room.late, room.end) == (0, 60)


def test_scene_23_or_the_session_ends_later():
    room = late_room()
    room.facilitator.rebalances("later")
    assert room.planned == [5, 8, 30, 7, 10]
    assert (room.late, room.end) == (0, 63)


def test_scene_23_no_part_is_left_without_a_minute():
    room = late_room()
    room.wait(minutes=38)
    assert room.late == 11
    with refused(room, "too_little_left", most=9 * 60_000):
        room.facilitator.rebalances("closing")


def test_scene_23_minutes_that_were_gained_can_go_to_the_bowl():
    room = Room(format="sandwich")
    room.facilitator.starts()
    room.wait(minutes=2)
    room.facilitator.goes_on()
    assert room.late == -3
    room.facilitator.rebalances("bowl")
    assert room.planned == [5, 8, 33, 7, 10]
    assert room.late == 0
