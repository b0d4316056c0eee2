"""A break: the room rests until an instant, and all clocks stand as in a pause."""

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.clock import clock_state, running_ms
from fishbowl.domain.session.decide.lifecycle.session import BREAK_MAX_MS
from fishbowl.views.display import display_view
from fishbowl.views.log import log_slice
from tests.support.refusals import already, refused
from tests.support.room import Room
from tests.views.reading import NOWHERE

MINUTE_MS = 60_000


@pytest.fixture
def room() -> Room:
    """Ten minutes into a talk; Tomasz sits, Amira is on her way."""
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("Tomasz")
    room.asks("Amira")
    room.wait(minutes=10)
    room.facilitator.calls("Amira", chair=2)
    return room


def rests(room: Room, minutes: float) -> int:
    """Begin a break of so many minutes.

    :return: until when.
    """
    until = round(room.now_ms + minutes * MINUTE_MS)
    room.facilitator.sends(c.BeginBreak(until_ms=until))
    return until


def undo_latest(room: Room) -> None:
    """Take back what U would."""
    action = next(a for a in reversed(room.session.actions) if a.undoes is None and not a.undone)
    room.facilitator.sends(c.UndoAction(action=action.id))


def shown(room: Room) -> int | None:
    """Until when the wall says that the room rests."""
    clock = display_view(room.session, NOWHERE)["clock"]
    return clock.break_until_ms  # type: ignore[attr-defined]


def test_the_clocks_stand_and_go_on_where_they_stood(room: Room):
    until = rests(room, 15)
    assert (clock_state(room.session.clock), shown(room)) == ("paused", until)
    assert (room.facilitator.space, room.bowl[2]) == ("resume clock", "held for Amira")
    room.wait(minutes=20)
    assert shown(room) == until, "nothing goes on by itself"
    assert room.seated_minutes("Tomasz") == 10
    room.asks("Kofi")
    room.facilitator.presses_space()
    assert (clock_state(room.session.clock), shown(room)) == ("running", None)
    assert running_ms(room.session.clock, room.now_ms) == 10 * MINUTE_MS


def test_a_break_becomes_longer_and_each_step_is_taken_back(room: Room):
    first = rests(room, 15)
    second = rests(room, 20)
    assert shown(room) == second
    undo_latest(room)
    assert shown(room) == first
    undo_latest(room)
    assert (clock_state(room.session.clock), shown(room)) == ("running", None)


def test_the_end_of_a_break_is_taken_back(room: Room):
    until = rests(room, 15)
    room.wait(minutes=15)
    room.facilitator.resumes()
    undo_latest(room)
    assert (clock_state(room.session.clock), shown(room)) == ("paused", until)


def test_a_pause_that_became_a_break_is_taken_back_after_it(room: Room):
    paused = room.facilitator.pauses()
    rests(room, 15)
    with refused(room, "undo_overtaken", part="room_break"):
        room.facilitator.undoes(paused)
    undo_latest(room)
    room.facilitator.undoes(paused)
    assert (clock_state(room.session.clock), shown(room)) == ("running", None)


def test_what_is_no_break(room: Room):
    with refused(Room(), "not_running"):
        Room().facilitator.sends(c.BeginBreak(until_ms=room.now_ms + MINUTE_MS))
    for minutes in (0, -1, BREAK_MAX_MS / MINUTE_MS + 1):
        with refused(room, "bad_hours", field="until_ms"):
            rests(room, minutes)
    rests(room, 15)
    with already(room):
        rests(room, 15)
    with already(room):
        room.facilitator.pauses()


def test_a_session_that_closes_in_the_break_ran_until_the_break(room: Room):
    rests(room, 15)
    room.wait(minutes=5)
    room.facilitator.closes()
    assert (shown(room), room.seated_minutes("Tomasz")) == (None, 10)


def test_the_log_has_one_line_for_the_break_and_one_for_its_end(room: Room):
    until = rests(room, 15)
    room.facilitator.resumes()
    lines = log_slice(room.session).lines
    assert [line.event for line in lines[:3]] == ["break.ended", "break.begun", "call.made"]
    assert (lines[1].until_ms, lines[1].undo) == (until, None)
    assert lines[0].undo is not None
