"""Scenes from real rooms: time, and taking things back."""

from fishbowl.domain.clock import running_ms
from tests.domain.room import Room, refused


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
