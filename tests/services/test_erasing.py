"""A deletion in a long session neither folds nor reads its log, and the state is what is stored."""

from contextlib import closing
from pathlib import Path

import pytest

from bench.restart import CODE, long_log
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.state import Session
from fishbowl.log import Store, open_store
from fishbowl.services import session_rows, snapshots
from fishbowl.services.batch import Envelope
from fishbowl.services.writer import Service
from tests.support.hand_clock import HandClock
from tests.support.served import ServedRoom

EVENTS = 10_000


def deletes(service: Service, store: Store, monkeypatch: pytest.MonkeyPatch) -> Session:
    """Delete a person of a session that is in memory; its log can only be appended to."""
    before = service.session(CODE)
    assert before is not None
    person = max(before.people)
    forget = c.ForgetPerson(person=person)
    envelope = Envelope(code=CODE, command=forget, command_id="forget", role=Role.ATTENDEE,
                        key=before.people[person].key)  # fmt: skip
    name = before.people[person].called
    with monkeypatch.context() as patch:
        for reading in ("folded", "entries"):
            patch.setattr(store, reading, lambda *_: pytest.fail("the log was read"))
        assert service.submit(envelope).ok
    after = service.session(CODE)
    assert after is not None
    assert name not in {one.called for one in after.people.values()}
    return after


def test_a_deletion_in_a_long_session_does_not_fold_its_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    room = long_log(EVENTS)
    assert room.session is not None
    with closing(open_store(tmp_path / "fishbowl.db")) as store:
        store.append([session_rows.session_row(room.session)], [room.log])
        service = Service(store, HandClock(room.session.at_ms))
        service.start()
        after = deletes(service, store, monkeypatch)
        folded = fold(store.entries(CODE))
        assert after == folded
        service.stop()


def test_a_deletion_is_followed_by_a_fresh_snapshot(
    room: ServedRoom, monkeypatch: pytest.MonkeyPatch
):
    written: list[tuple[int, bytes]] = []
    monkeypatch.setattr(snapshots, "EVERY", 4)
    monkeypatch.setattr(
        room.service._snapshots, "_keep", lambda code, seq, state: written.append((seq, state))
    )
    assert room.sends(c.JoinSession(name="Unmistakable"), key="rafael").ok
    (person,) = room.session.people
    assert room.sends(c.AddNote(kind="insight", words="A note")).ok
    forgot = room.sends(c.ForgetPerson(person=person), key="rafael")
    room.service._snapshots.stop([])
    assert written[-1][0] == forgot.version
    assert b"Unmistakable" not in written[-1][1]
