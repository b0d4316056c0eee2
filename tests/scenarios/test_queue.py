"""Scenes from real rooms: the queue."""

from tests.domain.room import Room


def test_scene_18_not_now_keeps_the_place_and_the_next_is_called():
    room = Room()
    room.facilitator.starts()
    amira, *_ = room.asks("Amira", "Kofi", "Jonas")
    room.facilitator.presses_space()
    amira.passes()

    assert room.queue == ["Amira", "Kofi", "Jonas"]
    assert room.request("Amira").passes == 1
    assert room.facilitator.space == "call person Kofi on chair 1"

    room.facilitator.presses_space()
    assert room.facilitator.space == "call person Amira on chair 2", "her place was kept"


def test_scene_18_when_all_have_passed_the_first_is_offered_again():
    room = Room()
    room.facilitator.starts()
    amira, kofi = room.asks("Amira", "Kofi")
    room.facilitator.presses_space()
    room.facilitator.presses_space()
    amira.passes()
    kofi.passes()
    assert room.facilitator.space == "call person Amira on chair 1"


def test_scene_18_a_call_that_is_taken_back_costs_nothing():
    room = Room()
    room.facilitator.starts()
    room.asks("Amira", "Kofi")
    called = room.facilitator.calls("Amira", chair=1)
    room.facilitator.undoes(called)
    assert room.facilitator.space == "call person Amira on chair 1"
    assert (room.request("Amira").passes, room.request("Amira").misses) == (0, 0)
