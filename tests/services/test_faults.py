"""When the disk fails or somebody else writes: nothing half, nothing published, and then on."""

import logging
from pathlib import Path

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide import DECIDERS
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.stream import session_stream
from fishbowl.services.writer import Outcome
from tests.domain.invariants import replace
from tests.services.desk import CODE, NEW, Desk, Failing

NOT_SAVED = Outcome(ok=False, code="not_saved")


@pytest.mark.parametrize("at", ["begin", "insert into entries", "insert into sessions", "commit"])
def test_a_batch_that_cannot_be_saved_has_not_happened(desk: Desk, at: str):
    before, log = desk.session, desk.store.entries(session_stream(CODE))
    healthy = desk.store._writer
    desk.store._writer = Failing(healthy, at)
    orders = (
        desk.order(c.JoinSession(name="Amira"), key="amira"),
        desk.order(c.AskForChair(), key="amira"),
        desk.order(c.StartSession()),
        desk.order(c.SeatWalkUp(chair=9)),
    )
    assert desk.together(*orders) == [NOT_SAVED] * 4
    assert desk.published == []

    desk.store._writer = healthy
    assert desk.session == before
    assert desk.store.entries(session_stream(CODE)) == log
    again = desk.together(*orders)
    assert [outcome.ok for outcome in again] == [True, True, True, False]
    assert len(desk.published) == 1
    assert fold(desk.store.entries(session_stream(CODE))) == desk.session


def test_an_answer_that_cannot_be_looked_up_is_not_saved_either(desk: Desk):
    healthy = desk.store._writer
    desk.store._writer = Failing(healthy, "select min(seq)")
    assert desk.does(c.PauseClock()) == NOT_SAVED
    desk.store._writer = healthy
    assert desk.does(c.PauseClock()).ok


def test_somebody_else_writes_to_the_file_and_both_are_right(desk: Desk, tmp_path: Path):
    assert not desk.session.people
    other = Desk(tmp_path / "fishbowl.db")
    other.together(other.order(c.SeatWalkUp(chair=1, name="Tomasz"), id="from-elsewhere"))

    seats = c.SeatWalkUp(chair=1, name="Mei-Lin")
    (late,) = desk.together(desk.order(seats))
    assert (late.ok, late.code) == (False, "chair_taken"), "decided once more, on what is"
    (joined,) = desk.together(desk.order(c.JoinSession(name="Amira"), key="amira"))
    assert joined.ok
    assert [p.called for p in desk.session.people.values()] == ["Tomasz", "Amira"]
    assert fold(desk.store.entries(session_stream(CODE))) == desk.session
    other.store.close()


def test_what_others_wrote_is_published_though_the_own_batch_is_not_saved(
    desk: Desk, tmp_path: Path
):
    seen = desk.session.seq
    other = Desk(tmp_path / "fishbowl.db")
    other.together(other.order(c.SeatWalkUp(chair=1, name="Tomasz"), id="from-elsewhere"))
    other.store.close()
    healthy = desk.store._writer
    desk.store._writer = Failing(healthy, "insert into sessions")
    assert desk.together(desk.order(c.PauseClock())) == [NOT_SAVED]
    desk.store._writer = healthy
    (change,) = desk.published
    assert (change.entries[0].seq, change.entries[0].command_id) == (seen + 1, "from-elsewhere")


def test_words_that_others_erased_are_in_no_state_either(desk: Desk, tmp_path: Path):
    person = desk.does(c.JoinSession(name="Unmistakable"), key="rafael").seq
    desk.does(c.SendOut(person=person))
    assert "Unmistakable" in repr(desk.session.actions), "undo keeps what was before"
    other = Desk(tmp_path / "fishbowl.db")
    (forgot,) = other.together(
        other.order(c.ForgetPerson(person=person), id="from-elsewhere", key="rafael")
    )
    assert forgot.ok
    other.store.close()
    assert desk.does(c.PauseClock()).ok
    assert "Unmistakable" not in repr(desk.session)
    assert "Unmistakable" not in repr([change.after for change in desk.published[-2:]])


def undone_merge(desk: Desk) -> int:
    """A person who was merged with a guest until that was undone: to forget them takes the log."""
    person = desk.does(c.JoinSession(name="Unmistakable"), key="rafael").seq
    guest = desk.does(c.QueueWalkUp(name="A guest")).seq
    merged = desk.does(c.MergePeople(guest=guest, person=person)).seq
    assert desk.does(c.UndoAction(action=merged)).ok
    assert person is not None
    return person


def test_nothing_is_decided_on_words_that_others_erased_while_the_log_cannot_be_read(
    desk: Desk, tmp_path: Path
):
    person = undone_merge(desk)
    other = Desk(tmp_path / "fishbowl.db")
    forgets = other.order(c.ForgetPerson(person=person), id="from-elsewhere", key="rafael")
    assert other.together(forgets)[0].ok
    other.store.close()
    healthy = desk.store._reader
    desk.store._reader = Failing(healthy, "select seq")
    assert desk.does(c.PauseClock()) == NOT_SAVED
    desk.store._reader = healthy
    assert desk.does(c.PauseClock()).ok
    assert "Unmistakable" not in repr(desk.session)


def test_a_log_that_cannot_be_read_again_after_erasing_was_saved_all_the_same(desk: Desk):
    person = undone_merge(desk)
    last = desk.session.seq
    healthy = desk.store._reader
    desk.store._reader = Failing(healthy, "select seq")
    forgot = desk.does(c.ForgetPerson(person=person), key="rafael")
    assert forgot.ok
    assert desk.published[-1].after.seq == last, "nobody is shown the words"
    desk.store._reader = healthy
    assert "Unmistakable" not in repr(desk.session)
    assert desk.session.seq == forgot.version


def test_words_that_others_erased_go_from_the_state_without_a_look_at_the_log(
    desk: Desk, tmp_path: Path
):
    person = desk.does(c.JoinSession(name="Unmistakable"), key="rafael").seq
    desk.does(c.SendOut(person=person))
    other = Desk(tmp_path / "fishbowl.db")
    forgets = other.order(c.ForgetPerson(person=person), id="from-elsewhere", key="rafael")
    assert other.together(forgets)[0].ok
    other.store.close()
    healthy = desk.store._reader
    desk.store._reader = Failing(healthy, "select seq")
    assert desk.does(c.PauseClock()).ok
    assert "Unmistakable" not in repr(desk.session)
    desk.store._reader = healthy


def test_a_batch_that_is_not_saved_drops_the_states_of_its_own_sessions_alone(desk: Desk):
    elsewhere = replace(desk.order(c.CreateSession(code="TUNE88", question="Why?")), code="TUNE88")
    assert desk.service.submit(elsewhere).ok
    kept = desk.service.session("TUNE88")
    healthy = desk.store._writer
    desk.store._writer = Failing(healthy, "insert into sessions")
    assert desk.does(c.PauseClock()) == NOT_SAVED
    desk.store._writer = healthy
    assert desk.service.session("TUNE88") is kept


def test_a_decision_that_fails_takes_nobody_else_with_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setitem(DECIDERS, c.LockDoor, lambda *_: 1 / 0)
    with caplog.at_level(logging.ERROR):
        lock, pause = desk.together(desk.order(c.LockDoor()), desk.order(c.PauseClock()))
    assert (lock.ok, lock.code) == (False, "not_saved")
    assert pause.ok
    assert "LockDoor" in caplog.text


def test_a_subscriber_that_fails_stops_nobody(desk: Desk, caplog: pytest.LogCaptureFixture):
    def fails(change: object) -> None:
        raise RuntimeError("the display has a problem")

    desk.service._subscribers.insert(0, fails)
    with caplog.at_level(logging.ERROR):
        assert desk.does(c.PauseClock()).ok
    assert len(desk.published) == 1
    assert "the display has a problem" not in caplog.text
    assert "telling a subscriber of a commit failed: RuntimeError" in caplog.text


def test_stopping_finishes_what_waits(tmp_path: Path):
    desk = Desk(tmp_path / "other.db")
    desk.service.start()
    desk.does(NEW)
    desk.service.stop()
    again = Desk(tmp_path / "other.db")
    assert again.session.code == CODE
    again.store.close()


def test_a_restart_brings_the_same_session_back(desk: Desk, tmp_path: Path):
    desk.does(c.JoinSession(name="Amira"), key="amira")
    desk.does(c.AskForChair(), key="amira")
    (request,) = desk.session.requests
    called = desk.does(c.CallPerson(request=request, chair=2))
    again = Desk(tmp_path / "fishbowl.db")
    assert again.session == desk.session
    again.clock.pass_s(40)
    (accepted,) = again.together(again.order(c.AcceptCall(call=called.seq), key="amira"))
    assert accepted.ok
    again.store.close()
