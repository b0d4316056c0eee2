"""The one next action, row by row."""

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.next_action import next_action
from tests.support.refusals import refused
from tests.support.room import Room


@pytest.fixture
def room() -> Room:
    """A bowl of two, started."""
    room = Room(chairs=2)
    room.facilitator.starts()
    return room


def manner(room: Room) -> str:
    """Whether the action is offered quietly, and how the key is pressed."""
    action = next_action(room.session)
    assert action is not None
    return " ".join(word for word in ("calm", "hold") if getattr(action, word))


def test_before_the_start_space_is_held_to_start(room: Room):
    lobby = Room()
    lobby.asks("Amira")
    assert lobby.facilitator.space == "start session"
    assert manner(lobby) == "calm hold"


def test_a_free_chair_and_somebody_waiting_is_a_call(room: Room):
    room.asks("Amira")
    assert room.facilitator.space == "call person Amira on chair 1"
    assert manner(room) == ""


def test_a_chair_that_is_called_for_is_not_offered_twice(room: Room):
    room.asks("Amira", "Kofi", "Jonas")
    room.facilitator.presses_space()
    assert room.facilitator.space == "call person Kofi on chair 2"
    room.facilitator.presses_space()
    assert room.facilitator.space == "confirm seated Amira on chair 1"


def test_somebody_on_the_way_is_confirmed_first_called_first(room: Room):
    room.asks("Amira", "Kofi")
    room.facilitator.calls("Amira", chair=2)
    room.facilitator.calls("Kofi", chair=1)
    assert room.facilitator.space == "confirm seated Amira on chair 2"
    room.facilitator.presses_space()
    assert room.facilitator.space == "confirm seated Kofi on chair 1"


def test_a_full_bowl_and_somebody_waiting_asks_for_room_then_swaps(room: Room):
    room.facilitator.seats("Tomasz")
    room.wait(minutes=1)
    room.facilitator.seats("Mei-Lin")
    room.asks("Amira")
    assert (room.facilitator.space, manner(room)) == ("ask to make room Tomasz on chair 1", "")
    room.facilitator.presses_space()
    assert (room.facilitator.space, manner(room)) == ("take over Amira on chair 1", "")
    room.facilitator.presses_space()
    assert room.bowl == {1: "Amira", 2: "Mei-Lin"}
    assert room.facilitator.space == "ask to make room Mei-Lin on chair 2"


def test_a_full_bowl_while_one_chair_is_kept_open_asks_calmly_and_frees(room: Room):
    room.facilitator.seats("Tomasz", "Mei-Lin")
    assert (room.facilitator.space, manner(room)) == ("ask to make room Tomasz on chair 1", "calm")
    room.facilitator.presses_space()
    assert (room.facilitator.space, manner(room)) == ("free chair Tomasz on chair 1", "calm")


def test_a_full_bowl_that_keeps_nothing_open_leaves_people_alone():
    room = Room(chairs=2, open_chairs=0)
    room.facilitator.starts()
    room.facilitator.seats("Tomasz", "Mei-Lin")
    assert room.facilitator.space == ""


def test_how_many_chairs_are_kept_open_can_be_changed_while_people_talk(room: Room):
    room.facilitator.seats("Tomasz", "Mei-Lin")
    fewer = room.facilitator.sends(c.ChangeSettings(open_chairs=0))
    assert room.facilitator.space == ""
    room.facilitator.undoes(fewer)
    assert room.facilitator.space == "ask to make room Tomasz on chair 1"
    with refused(room, "bad_size", field="open_chairs", most=1):
        room.facilitator.sends(c.ChangeSettings(open_chairs=2))


def test_nobody_waiting_is_an_invitation(room: Room):
    assert (room.facilitator.space, manner(room)) == ("invite voice", "calm")


def test_a_pause_comes_before_everything_else(room: Room):
    room.asks("Amira")
    room.facilitator.pauses()
    assert (room.facilitator.space, manner(room)) == ("resume clock", "calm")


def test_after_the_end_space_publishes_and_then_rests(room: Room):
    room.facilitator.closes()
    assert (room.facilitator.space, manner(room)) == ("publish summary", "calm hold")
    room.facilitator.presses_space()
    assert room.facilitator.space == ""


def test_a_whole_evening_of_nothing_but_space(room: Room):
    room.asks(*(f"Listener {n}" for n in range(6)))
    for _ in range(40):
        room.wait(seconds=5)
        room.facilitator.presses_space()
    assert len(room.session.turns_of) == 6
