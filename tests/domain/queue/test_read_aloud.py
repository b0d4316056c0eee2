"""Words that are read aloud wait like everybody: nobody is called past them without end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.rules.floor.contributions import has_contributed
from tests.support.room import Room


@pytest.fixture
def room() -> Room:
    """Automatic entry, one chair that rotates, and Bastien's words first in line."""
    room = Room(chairs=2, open_chairs=1)
    room.facilitator.keeps_chair(2, "host")
    room.facilitator.starts()
    room.facilitator.sends(c.ChangeRules(entry="automatic", patience=2))
    (bastien,) = room.joins("Bastien")
    bastien.asks("Two sentences.", kind="read_aloud")
    return room


def sits_and_goes(room: Room) -> None:
    """Whoever was called sits down and makes room."""
    name = room.bowl[1].removeprefix("held for ")
    room.facilitator.confirms(name)
    room.facilitator.frees(name)


def overtaken(room: Room, name: str) -> int:
    return room.session.overtakes.get(room.request(name).id, 0)


def test_calls_that_no_hand_makes_go_past_a_reading_as_often_as_patience_allows(room: Room):
    room.asks("Amira", "Kofi", "Noor")
    assert room.bowl == {1: "held for Amira"}
    assert room.facilitator.space == "confirm seated Amira on chair 1"
    sits_and_goes(room)
    assert (room.bowl, overtaken(room, "Bastien")) == ({1: "held for Kofi"}, 2)
    assert room.facilitator.space == "read aloud Bastien", "before anything else"
    sits_and_goes(room)
    assert (room.bowl, room.queue) == ({}, ["Bastien", "Noor"]), "the chair waits for the words"
    room.facilitator.presses_space()
    assert (room.bowl, room.queue) == ({1: "held for Noor"}, [])
    assert has_contributed(room.session, room.person("Bastien"))


def test_who_takes_the_words_back_lets_the_next_one_sit_down(room: Room):
    room.asks("Amira", "Kofi", "Noor")
    sits_and_goes(room)
    sits_and_goes(room)
    assert room.bowl == {}
    room.phone_of("Bastien").lowers_hand()
    assert room.bowl == {1: "held for Noor"}


def test_a_call_by_hand_past_a_reading_is_the_facilitators_choice(room: Room):
    room.facilitator.changes_rules(entry="called")
    room.asks("Amira")
    room.facilitator.calls("Amira", chair=1)
    assert not room.session.overtakes


def test_undoing_the_reading_brings_the_count_back(room: Room):
    room.asks("Amira", "Kofi")
    sits_and_goes(room)
    read = room.facilitator.presses_space()
    assert room.queue == []
    room.facilitator.undoes(read)
    assert (room.queue, overtaken(room, "Bastien")) == (["Bastien"], 2)


@given(
    comes=st.lists(st.sampled_from(("chair", "words", "leaves", "space")), max_size=40),
    patience=st.integers(1, 3),
)
@settings(max_examples=80)
def test_no_reading_is_passed_more_often_than_patience_allows(comes: list[str], patience: int):
    room = Room(chairs=3, open_chairs=1)
    room.facilitator.starts()
    room.facilitator.sends(c.ChangeRules(entry="automatic", patience=patience))
    for what in comes:
        if what == "space":
            room.facilitator.presses_space()
        elif what == "leaves":
            for turn in list(room.session.current_turn.values())[:1]:
                room.facilitator.sends(c.FreeChair(turn=turn))
        else:
            (phone,) = room.joins(f"P{len(room.phones) + 1}")
            phone.asks("Words.", kind="read_aloud" if what == "words" else "new_point")
        room.wait(seconds=1)
        assert all(count <= patience for count in room.session.overtakes.values())
