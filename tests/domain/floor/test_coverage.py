"""Time with the floor counts only where it was marked for most of the time that people sat."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.intervals import overlap_ms
from fishbowl.domain.session.rules.floor.coverage import floor_counts
from fishbowl.domain.session.rules.floor.equity import equity, talk
from fishbowl.domain.session.rules.floor.event_equity import session_figures
from fishbowl.domain.session.rules.floor.intervals import seated, spoken
from fishbowl.harvest.summary import summarise
from tests.support.room import Room

NAMES = ("Ada", "Ben", "Cem", "Dia")


def noted(room: Room) -> None:
    """Let something happen that changes no figure: rules ask about the last entry's instant."""
    room.facilitator.sends(c.AddNote(kind="insight", words=f"At {room.now_ms}"))


@pytest.fixture
def room() -> Room:
    """Four people sit, the clock runs."""
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats(*NAMES)
    return room


def test_marks_that_end_early_do_not_count_once_they_are_less_than_half(room: Room):
    room.facilitator.gives_floor("Ada")
    room.wait(minutes=5)
    room.facilitator.gives_floor(None)
    assert floor_counts(room.session)
    room.wait(minutes=4.9)
    noted(room)
    assert floor_counts(room.session)
    room.wait(minutes=0.2)
    noted(room)
    assert not floor_counts(room.session)
    figures = equity(talk(room.session), running_ms(room.session.clock, room.now_ms))
    assert set(figures.shares.values()) == {0.25}, "nobody has all of it, and nobody nothing"


def test_nobody_who_sat_while_nobody_was_marked_is_told_to_have_said_nothing(room: Room):
    room.facilitator.gives_floor("Ada")
    room.wait(minutes=20)
    room.facilitator.gives_floor(None)
    room.facilitator.seats("Eve")
    room.wait(minutes=0.9)
    noted(room)
    assert floor_counts(room.session), "who has only just sat down says nothing about the marks"
    room.wait(minutes=0.2)
    noted(room)
    assert not floor_counts(room.session)


def test_what_the_facilitator_says_is_marked_time(room: Room):
    room.facilitator.takes_floor()
    room.wait(minutes=8)
    room.facilitator.gives_floor("Ben")
    room.wait(minutes=2)
    noted(room)
    found = talk(room.session)
    assert found.tracked
    assert {v.person: v.closed_ms for v in found.voices}[room.person("Ada")] == 0


def test_a_topic_is_judged_by_its_own_time(room: Room):
    room.facilitator.begins_topic("Pay")
    room.facilitator.gives_floor("Ada")
    room.wait(minutes=3)
    room.facilitator.gives_floor(None)
    room.facilitator.begins_topic("Trust")
    room.wait(minutes=9)
    noted(room)
    assert not floor_counts(room.session)
    assert floor_counts(room.session, room.topic("Pay").id)
    assert not floor_counts(room.session, room.topic("Trust").id)


Step = tuple[str, int, float]
steps = st.lists(
    st.tuples(
        st.sampled_from(("floor", "floor", "nobody", "own", "sit", "leave", "topic", "note")),
        st.integers(0, 3),
        st.sampled_from((0.1, 0.5, 1, 3, 8)),
    ),
    max_size=25,
)


def played(doings: list[Step], *, marks: bool = True) -> Room:
    """Play an evening; the moves that the rules refuse did not happen."""
    room = Room()
    room.facilitator.starts()
    for doing, number, minutes in doings:
        with suppress(Rejected, AlreadyTrue, AssertionError):
            _do(room, doing, NAMES[number], marks=marks)
        room.wait(minutes=minutes)
    noted(room)
    return room


def _do(room: Room, doing: str, name: str, *, marks: bool) -> None:
    match doing:
        case "sit":
            room.facilitator.seats(name)
        case "leave":
            room.facilitator.frees(name)
        case "topic":
            room.facilitator.begins_topic(name)
        case "note":
            noted(room)
        case "floor" if marks:
            room.facilitator.gives_floor(name)
        case "nobody" if marks:
            room.facilitator.gives_floor(None)
        case "own" if marks:
            room.facilitator.takes_floor()


def covered(room: Room) -> dict[Any, tuple[int, int]]:
    """For each person the time on chairs, and how much of it anybody was marked; slowly."""
    session = room.session
    until = running_ms(session.clock, session.at_ms)
    marks = [s for turn in session.turns.values() for s in spoken(session, turn, until)]
    marks += session.facilitator.spoken
    if session.floor.facilitator:
        marks.append((session.floor.since_run_ms, until))
    found: dict[Any, tuple[int, int]] = {}
    for turn in session.turns.values():
        sat = seated(turn, until)
        before = found.get(turn.person, (0, 0))
        marked = sum(overlap_ms(sat, mark) for mark in marks)
        found[turn.person] = (before[0] + sat[1] - sat[0], before[1] + marked)
    return found


@given(doings=steps)
@settings(max_examples=150)
def test_the_rule_is_what_a_slow_count_says(doings: list[Step]):
    room = played(doings)
    by_person = covered(room)
    sat = sum(sat for sat, _ in by_person.values())
    marked = sum(marked for _, marked in by_person.values())
    if sat:
        expected = 2 * marked > sat and all(
            2 * marked > sat for sat, marked in by_person.values() if sat >= 60_000
        )
        assert floor_counts(room.session) is expected


@given(doings=steps)
@settings(max_examples=60)
def test_without_a_mark_time_on_chairs_counts(doings: list[Step]):
    room = played(doings, marks=False)
    assert not floor_counts(room.session)
    assert not talk(room.session).tracked


@given(doings=steps)
@settings(max_examples=60)
def test_every_output_follows_the_one_rule(doings: list[Step]):
    room = played(doings)
    counts = floor_counts(room.session)
    found = talk(room.session)
    assert found.tracked is counts
    if not counts:
        chairs = talk(room.session, by_chair=True)
        assert [voice.closed_ms for voice in found.voices] == [v.closed_ms for v in chairs.voices]
    summary = summarise(room.log, room.now_ms)
    assert summary.figures.by_floor is counts
    assert (session_figures(room.session, room.now_ms).floor is not None) is counts
