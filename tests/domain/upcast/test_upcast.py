"""Entries of older programs are completed on reading, by the arithmetic of their time."""

import pytest

from fishbowl.domain.kernel.ids import RequestId
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.decide import results
from fishbowl.domain.session.events import missing_results
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.rules.lifecycle.deadlines import call_deadline_run_ms
from fishbowl.domain.session.upcast import upcast
from tests.domain.invariants import replace
from tests.domain.upcast.old_entries import older
from tests.support.room import Room


@pytest.fixture
def room() -> Room:
    """A room in which rules have decided something at most of its events."""
    room = Room(chairs=3, open_chairs=1)
    room.facilitator.starts()
    anna, _, noor, _ = room.asks("Anna", "Kofi", "Noor", "Mei")
    noor.sends(c.ChangeRequest(request=room.request("Noor").id, kind="reply"))
    anna.gives_place("Kofi")
    room.sends(c.MoveRequest(request=room.request("Mei").id, before=room.request("Anna").id))
    room.facilitator.calls("Noor", chair=1)
    noor.is_on_the_chair()
    noor.wants_a_minute()
    room.facilitator.seats("Lindiwe")
    return room


def test_an_old_log_folds_to_the_state_that_its_program_had(room: Room):
    old = [older(entry) for entry in room.log]
    assert sum(missing_results(entry.event) for entry in old) >= 6
    assert upcast(old) == room.log
    assert fold(upcast(old)) == room.session


def test_what_an_entry_says_itself_is_left_as_it_is(room: Room):
    moved = next(entry for entry in room.log if isinstance(entry.event, e.QueueMoved))
    assert moved.event.lead[0] == room.request("Anna").id
    other = replace(moved.event, lead=(RequestId(99),))
    log = [replace(entry, event=other) if entry is moved else entry for entry in room.log]
    assert upcast(log) == log
    assert fold(log).requests[moved.event.request].lead == (99,)


def test_only_old_entries_of_a_log_are_completed(room: Room):
    old = [older(entry) for entry in room.log[:10]]
    assert upcast([*old, *room.log[10:]]) == room.log


def test_an_entry_that_does_not_say_what_was_decided_is_never_folded_silently(room: Room):
    for no, entry in enumerate(room.log):
        old = older(entry)
        if missing_results(old.event) and not isinstance(entry.event, e.ChairTaken):
            with pytest.raises(ValueError, match="does not say what was decided"):
                fold([*room.log[:no], old])


def test_a_call_ends_when_its_entry_says_so(monkeypatch: pytest.MonkeyPatch):
    room = Room()
    room.facilitator.starts()
    (anna,) = room.asks("Anna")
    room.facilitator.calls("Anna", chair=1)
    until = call_deadline_run_ms(room.session, room.request("Anna"))
    monkeypatch.setattr(results, "CALL_HOLD_MS", 1)
    assert call_deadline_run_ms(fold(room.log), room.request("Anna")) == until == 45_000
    room.wait(seconds=44)
    anna.walks_up()
    assert call_deadline_run_ms(room.session, room.request("Anna")) == 64_000


def test_a_session_begins_with_the_settings_that_its_first_entry_names():
    first = Room().log[0]
    event = replace(first.event, patience=7, silent_ms=1_000)
    session = fold([replace(first, event=event)])
    assert (session.rules.patience, session.settings.silent_ms) == (7, 1_000)
