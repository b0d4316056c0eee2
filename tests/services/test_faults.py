"""When the disk fails or somebody else writes: nothing half, nothing published, and then on."""

import logging
from pathlib import Path

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide import DECIDERS
from fishbowl.domain.session.evolve import fold
from fishbowl.services.writer import Outcome
from tests.support.served import CODE, NEW, Failing, ServedRoom

NOT_SAVED = Outcome(ok=False, code="not_saved")


@pytest.mark.parametrize("at", ["begin", "insert into entries", "insert into sessions", "commit"])
def test_a_batch_that_cannot_be_saved_has_not_happened(room: ServedRoom, at: str):
    before, log = room.session, room.store.entries(CODE)
    healthy = room.store._writer
    room.store._writer = Failing(healthy, at)
    envelopes = (
        room.envelope(c.JoinSession(name="Amira"), key="amira"),
        room.envelope(c.AskForChair(), key="amira"),
        room.envelope(c.StartSession()),
        room.envelope(c.SeatWalkUp(chair=9)),
    )
    assert room.sends_together(*envelopes) == [NOT_SAVED] * 4
    assert room.published == []

    room.store._writer = healthy
    assert room.session == before
    assert room.store.entries(CODE) == log
    again = room.sends_together(*envelopes)
    assert [outcome.ok for outcome in again] == [True, True, True, False]
    assert len(room.published) == 1
    assert fold(room.store.entries(CODE)) == room.session


def test_an_answer_that_cannot_be_looked_up_is_not_saved_either(room: ServedRoom):
    healthy = room.store._writer
    room.store._writer = Failing(healthy, "select min(seq)")
    assert room.sends(c.PauseClock()) == NOT_SAVED
    room.store._writer = healthy
    assert room.sends(c.PauseClock()).ok


def test_somebody_else_writes_to_the_file_and_both_are_right(room: ServedRoom, tmp_path: Path):
    assert not room.session.people
    other = ServedRoom(tmp_path / "fishbowl.db")
    other.sends_together(other.envelope(c.SeatWalkUp(chair=1, name="Tomasz"), id="from-elsewhere"))

    seats = c.SeatWalkUp(chair=1, name="Mei-Lin")
    (late,) = room.sends_together(room.envelope(seats))
    assert (late.ok, late.code) == (False, "chair_taken"), "decided once more, on what is"
    (joined,) = room.sends_together(room.envelope(c.JoinSession(name="Amira"), key="amira"))
    assert joined.ok
    assert [p.called for p in room.session.people.values()] == ["Tomasz", "Amira"]
    assert fold(room.store.entries(CODE)) == room.session
    other.store.close()


def test_what_others_wrote_is_published_though_the_own_batch_is_not_saved(
    room: ServedRoom, tmp_path: Path
):
    seen = room.session.seq
    other = ServedRoom(tmp_path / "fishbowl.db")
    other.sends_together(other.envelope(c.SeatWalkUp(chair=1, name="Tomasz"), id="from-elsewhere"))
    other.store.close()
    healthy = room.store._writer
    room.store._writer = Failing(healthy, "insert into sessions")
    assert room.sends_together(room.envelope(c.PauseClock())) == [NOT_SAVED]
    room.store._writer = healthy
    (change,) = room.published
    assert (change.entries[0].seq, change.entries[0].command_id) == (seen + 1, "from-elsewhere")


def test_words_that_others_erased_are_in_no_state_either(room: ServedRoom, tmp_path: Path):
    person = room.sends(c.JoinSession(name="Unmistakable"), key="rafael").seq
    room.sends(c.SendOut(person=person))
    assert "Unmistakable" in repr(room.session.actions), "undo keeps what was before"
    other = ServedRoom(tmp_path / "fishbowl.db")
    (forgot,) = other.sends_together(
        other.envelope(c.ForgetPerson(person=person), id="from-elsewhere", key="rafael")
    )
    assert forgot.ok
    other.store.close()
    assert room.sends(c.PauseClock()).ok
    assert "Unmistakable" not in repr(room.session)
    assert "Unmistakable" not in repr([change.after for change in room.published[-2:]])


def undone_merge(room: ServedRoom) -> int:
    """A person who was merged with a guest until that was undone: to forget them takes the log."""
    person = room.sends(c.JoinSession(name="Unmistakable"), key="rafael").seq
    guest = room.sends(c.QueueWalkUp(name="A guest")).seq
    merged = room.sends(c.MergePeople(guest=guest, person=person)).seq
    assert room.sends(c.UndoAction(action=merged)).ok
    assert person is not None
    return person


def test_nothing_is_decided_on_words_that_others_erased_while_the_log_cannot_be_read(
    room: ServedRoom, tmp_path: Path
):
    person = undone_merge(room)
    other = ServedRoom(tmp_path / "fishbowl.db")
    forgets = other.envelope(c.ForgetPerson(person=person), id="from-elsewhere", key="rafael")
    assert other.sends_together(forgets)[0].ok
    other.store.close()
    healthy = room.store._reader
    room.store._reader = Failing(healthy, "select seq")
    assert room.sends(c.PauseClock()) == NOT_SAVED
    room.store._reader = healthy
    assert room.sends(c.PauseClock()).ok
    assert "Unmistakable" not in repr(room.session)


def test_a_log_that_cannot_be_read_again_after_erasing_was_saved_all_the_same(room: ServedRoom):
    person = undone_merge(room)
    last = room.session.seq
    healthy = room.store._reader
    room.store._reader = Failing(healthy, "select seq")
    forgot = room.sends(c.ForgetPerson(person=person), key="rafael")
    assert forgot.ok
    assert room.published[-1].after.seq == last, "nobody is shown the words"
    room.store._reader = healthy
    assert "Unmistakable" not in repr(room.session)
    assert room.session.seq == forgot.version


def test_words_that_others_erased_go_from_the_state_without_a_look_at_the_log(
    room: ServedRoom, tmp_path: Path
):
    person = room.sends(c.JoinSession(name="Unmistakable"), key="rafael").seq
    room.sends(c.SendOut(person=person))
    other = ServedRoom(tmp_path / "fishbowl.db")
    forgets = other.envelope(c.ForgetPerson(person=person), id="from-elsewhere", key="rafael")
    assert other.sends_together(forgets)[0].ok
    other.store.close()
    healthy = room.store._reader
    room.store._reader = Failing(healthy, "select seq")
    assert room.sends(c.PauseClock()).ok
    assert "Unmistakable" not in repr(room.session)
    room.store._reader = healthy


def test_a_batch_that_is_not_saved_drops_the_states_of_its_own_sessions_alone(room: ServedRoom):
    elsewhere = room.envelope(c.CreateSession(code="TUNE88", question="Why?"), code="TUNE88")
    assert room.service.submit(elsewhere).ok
    kept = room.service.session("TUNE88")
    healthy = room.store._writer
    room.store._writer = Failing(healthy, "insert into sessions")
    assert room.sends(c.PauseClock()) == NOT_SAVED
    room.store._writer = healthy
    assert room.service.session("TUNE88") is kept


def test_a_decision_that_fails_takes_nobody_else_with_it(
    room: ServedRoom, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setitem(DECIDERS, c.LockDoor, lambda *_: 1 / 0)
    with caplog.at_level(logging.ERROR):
        lock, pause = room.sends_together(
            room.envelope(c.LockDoor()), room.envelope(c.PauseClock())
        )
    assert (lock.ok, lock.code) == (False, "not_saved")
    assert pause.ok
    assert "LockDoor" in caplog.text


def test_a_subscriber_that_fails_stops_nobody(room: ServedRoom, caplog: pytest.LogCaptureFixture):
    def fails(change: object) -> None:
        raise RuntimeError("the display has a problem")

    room.service._subscribers.insert(0, fails)
    with caplog.at_level(logging.ERROR):
        assert room.sends(c.PauseClock()).ok
    assert len(room.published) == 1
    assert "the display has a problem" not in caplog.text
    assert "telling a subscriber of a commit failed: RuntimeError" in caplog.text


def test_stopping_finishes_what_waits(tmp_path: Path):
    room = ServedRoom(tmp_path / "other.db")
    room.service.start()
    room.sends(NEW)
    room.service.stop()
    again = ServedRoom(tmp_path / "other.db")
    assert again.session.code == CODE
    again.store.close()


def test_a_restart_brings_the_same_session_back(room: ServedRoom, tmp_path: Path):
    room.sends(c.JoinSession(name="Amira"), key="amira")
    room.sends(c.AskForChair(), key="amira")
    (request,) = room.session.requests
    called = room.sends(c.CallPerson(request=request, chair=2))
    again = ServedRoom(tmp_path / "fishbowl.db")
    assert again.session == room.session
    again.wait(40)
    (accepted,) = again.sends_together(again.envelope(c.AcceptCall(call=called.seq), key="amira"))
    assert accepted.ok
    again.store.close()
