"""The writer keeps snapshots of long sessions, and none of them holds words that were erased."""

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.live.transport.async_modes import dedicated_thread
from fishbowl.services import snapshots
from fishbowl.services.writer import Service
from tests.support.served import CODE, NEW, ServedRoom

EVERY = 8
WORDS = "Unmistakable"


class LongRoom(ServedRoom):
    """A room whose log has threads of its own, as in a server."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.service = Service(
            self.store,
            self.clock,
            writing=dedicated_thread("threading", "log-writer"),
            reading=dedicated_thread("threading", "log-reader"),
        )
        self.service.subscribe(self.published.append)
        self.service.start()

    def goes_on(self) -> None:
        """Let the session have so many more entries that a snapshot is due."""
        for number in range(EVERY):
            assert self.sends(c.AddNote(kind="insight", words=f"Note {number}")).ok


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "EVERY", EVERY)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "fishbowl.db"


@pytest.fixture
def room(path: Path) -> Iterator[LongRoom]:
    room = LongRoom(path)
    room.sends(NEW)
    room.sends(c.StartSession())
    yield room
    if not room.service.shared.is_stopping:
        room.service.stop()


def kept(path: Path) -> list[int]:
    """The last entries of the snapshots in a file."""
    with closing(sqlite3.connect(path)) as connection:
        return [seq for (seq,) in connection.execute("select seq from snapshots")]


def in_the_file(path: Path) -> bool:
    return any(WORDS.encode() in file.read_bytes() for file in path.parent.glob("fishbowl.db*"))


def test_a_session_gets_a_snapshot_every_so_many_entries(
    room: LongRoom, path: Path, monkeypatch: pytest.MonkeyPatch
):
    written = threading.Event()
    real = room.service._snapshots._keep

    def keep(*args: object) -> bool:
        done = real(*args)
        written.set()
        return done

    monkeypatch.setattr(room.service._snapshots, "_keep", keep)
    assert kept(path) == []
    room.goes_on()
    assert written.wait(10)
    assert kept(path) == [EVERY]


def test_a_stop_leaves_snapshots_of_long_sessions_and_a_start_uses_them(
    room: LongRoom, path: Path, monkeypatch: pytest.MonkeyPatch
):
    room.goes_on()
    for chair in (1, 2):
        room.sends(c.SeatWalkUp(chair=chair, name=f"Guest {chair}"))
    short = c.CreateSession(code="TUNE88", question="Why so short?")
    assert room.service.submit(room.envelope(short, code="TUNE88")).ok
    before = room.session
    room.service.stop()
    assert kept(path) == [before.seq]
    again = ServedRoom(path)
    monkeypatch.setattr(again.store, "entries", lambda code: pytest.fail("the whole log was read"))
    assert again.session == before
    again.store.close()


def asks(room: LongRoom) -> c.Command:
    room.sends(c.AskBowl(words=WORDS), key="rafael")
    (question,) = room.session.questions
    assert room.sends(c.PutUpQuestion(question=question)).ok
    return c.TakeBackQuestion(question=question)


def leaves_a_point(room: LongRoom) -> c.Command:
    room.sends(c.LeavePoint(words=WORDS), key="rafael")
    (point,) = room.session.points
    return c.WithdrawPoint(point=point)


def keeps_a_takeaway(room: LongRoom) -> c.Command:
    assert room.sends(c.CloseSession()).ok
    kept = room.sends(c.KeepTakeaway(kind="take", words=WORDS, shared=True), key="rafael")
    assert kept.ok, kept
    (takeaway,) = room.session.takeaways
    return c.WithdrawTakeaway(takeaway=takeaway)


def gives_an_answer(room: LongRoom) -> c.Command:
    room.sends(c.OpenDebrief(stage="what"))
    room.sends(c.AnswerDebrief(stage="what", words=WORDS), key="rafael")
    (answer,) = room.session.answers
    return c.TakeBackAnswer(answer=answer)


def is_called_so(room: LongRoom) -> c.Command:
    (person,) = room.session.people
    room.sends(c.RenamePerson(person=person, name=WORDS))
    room.sends(c.RenamePerson(person=person, name="Rafael"))
    return c.ForgetPerson(person=person)


@pytest.mark.parametrize(
    "says", [asks, leaves_a_point, keeps_a_takeaway, gives_an_answer, is_called_so]
)
def test_words_that_were_erased_are_in_no_snapshot(
    room: LongRoom, path: Path, says: Callable[[LongRoom], c.Command]
):
    assert room.sends(c.JoinSession(name="Rafael"), key="rafael").ok
    takes_back = says(room)
    room.sends(c.SetWall(showing="frozen"))
    room.sends(c.SetWall(showing="live"))
    room.goes_on()
    assert in_the_file(path)
    assert room.sends(takes_back, key="rafael").ok
    room.goes_on()
    last = room.session
    room.service.stop()
    assert kept(path), "there is a snapshot of what came after"
    assert not in_the_file(path)
    again = ServedRoom(path)
    assert again.session.seq == last.seq
    assert WORDS not in repr(again.session)
    again.store.close()


def test_a_password_that_was_erased_is_in_no_snapshot(room: LongRoom, path: Path):
    wifi = c.SetWifi(network="Hall 2", password=WORDS, security="wpa", hidden=False)
    assert room.sends(wifi).ok
    room.goes_on()
    assert room.sends(c.CloseSession()).ok
    room.wait(13 * 3_600)
    assert room.sends(c.EraseWifi(), role=Role.TIME).ok
    room.goes_on()
    room.service.stop()
    assert kept(path)
    assert not in_the_file(path)


def test_a_snapshot_that_cannot_be_written_harms_nobody(
    room: LongRoom, path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
):
    def fails(*_: object) -> bool:
        raise sqlite3.OperationalError("the disk is full")

    monkeypatch.setattr(room.service._snapshots, "_keep", fails)
    with caplog.at_level(logging.WARNING):
        room.goes_on()
        room.service.stop()
    assert "no snapshot was written: OperationalError" in caplog.text
    assert kept(path) == []
    again = ServedRoom(path)
    assert again.session.seq == 2 + EVERY
    again.store.close()


def test_a_deleted_session_leaves_none(room: LongRoom, path: Path):
    room.goes_on()
    assert room.service.delete_session(CODE)
    room.service.stop()
    assert kept(path) == []
