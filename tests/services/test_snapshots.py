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
from tests.domain.invariants import replace
from tests.services.desk import CODE, NEW, Desk

EVERY = 8
WORDS = "Unmistakable"


class LongDesk(Desk):
    """A desk whose log has threads of its own, as in a server."""

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
            assert self.does(c.AddNote(kind="insight", words=f"Note {number}")).ok


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "EVERY", EVERY)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "fishbowl.db"


@pytest.fixture
def desk(path: Path) -> Iterator[LongDesk]:
    desk = LongDesk(path)
    desk.does(NEW)
    desk.does(c.StartSession())
    yield desk
    if not desk.service._stopping:
        desk.service.stop()


def kept(path: Path) -> list[int]:
    """The last entries of the snapshots in a file."""
    with closing(sqlite3.connect(path)) as connection:
        return [seq for (seq,) in connection.execute("select seq from snapshots")]


def in_the_file(path: Path) -> bool:
    return any(WORDS.encode() in file.read_bytes() for file in path.parent.glob("fishbowl.db*"))


def test_a_session_gets_a_snapshot_every_so_many_entries(
    desk: LongDesk, path: Path, monkeypatch: pytest.MonkeyPatch
):
    written = threading.Event()
    real = desk.service._snapshots._keep

    def keep(*args: object) -> bool:
        done = real(*args)
        written.set()
        return done

    monkeypatch.setattr(desk.service._snapshots, "_keep", keep)
    assert kept(path) == []
    desk.goes_on()
    assert written.wait(10)
    assert kept(path) == [EVERY]


def test_a_stop_leaves_snapshots_of_long_sessions_and_a_start_uses_them(
    desk: LongDesk, path: Path, monkeypatch: pytest.MonkeyPatch
):
    desk.goes_on()
    for chair in (1, 2):
        desk.does(c.SeatWalkUp(chair=chair, name=f"Guest {chair}"))
    short = c.CreateSession(code="TUNE88", question="Why so short?")
    assert desk.service.submit(replace(desk.order(short), code="TUNE88")).ok
    before = desk.session
    desk.service.stop()
    assert kept(path) == [before.seq]
    again = Desk(path)
    monkeypatch.setattr(again.store, "entries", lambda code: pytest.fail("the whole log was read"))
    assert again.session == before
    again.store.close()


def asks(desk: LongDesk) -> c.Command:
    desk.does(c.AskBowl(words=WORDS), key="rafael")
    (question,) = desk.session.questions
    assert desk.does(c.PutUpQuestion(question=question)).ok
    return c.TakeBackQuestion(question=question)


def leaves_a_point(desk: LongDesk) -> c.Command:
    desk.does(c.LeavePoint(words=WORDS), key="rafael")
    (point,) = desk.session.points
    return c.WithdrawPoint(point=point)


def keeps_a_takeaway(desk: LongDesk) -> c.Command:
    assert desk.does(c.CloseSession()).ok
    kept = desk.does(c.KeepTakeaway(kind="take", words=WORDS, shared=True), key="rafael")
    assert kept.ok, kept
    (takeaway,) = desk.session.takeaways
    return c.WithdrawTakeaway(takeaway=takeaway)


def gives_an_answer(desk: LongDesk) -> c.Command:
    desk.does(c.OpenDebrief(stage="what"))
    desk.does(c.AnswerDebrief(stage="what", words=WORDS), key="rafael")
    (answer,) = desk.session.answers
    return c.TakeBackAnswer(answer=answer)


def is_called_so(desk: LongDesk) -> c.Command:
    (person,) = desk.session.people
    desk.does(c.RenamePerson(person=person, name=WORDS))
    desk.does(c.RenamePerson(person=person, name="Rafael"))
    return c.ForgetPerson(person=person)


@pytest.mark.parametrize(
    "says", [asks, leaves_a_point, keeps_a_takeaway, gives_an_answer, is_called_so]
)
def test_words_that_were_erased_are_in_no_snapshot(
    desk: LongDesk, path: Path, says: Callable[[LongDesk], c.Command]
):
    assert desk.does(c.JoinSession(name="Rafael"), key="rafael").ok
    takes_back = says(desk)
    desk.does(c.SetWall(showing="frozen"))
    desk.does(c.SetWall(showing="live"))
    desk.goes_on()
    assert in_the_file(path)
    assert desk.does(takes_back, key="rafael").ok
    desk.goes_on()
    last = desk.session
    desk.service.stop()
    assert kept(path), "there is a snapshot of what came after"
    assert not in_the_file(path)
    again = Desk(path)
    assert again.session.seq == last.seq
    assert WORDS not in repr(again.session)
    again.store.close()


def test_a_password_that_was_erased_is_in_no_snapshot(desk: LongDesk, path: Path):
    wifi = c.SetWifi(network="Hall 2", password=WORDS, security="wpa", hidden=False)
    assert desk.does(wifi).ok
    desk.goes_on()
    assert desk.does(c.CloseSession()).ok
    desk.clock.pass_s(13 * 3_600)
    assert desk.does(c.EraseWifi(), role=Role.TIME).ok
    desk.goes_on()
    desk.service.stop()
    assert kept(path)
    assert not in_the_file(path)


def test_a_snapshot_that_cannot_be_written_harms_nobody(
    desk: LongDesk, path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
):
    def fails(*_: object) -> bool:
        raise sqlite3.OperationalError("the disk is full")

    monkeypatch.setattr(desk.service._snapshots, "_keep", fails)
    with caplog.at_level(logging.WARNING):
        desk.goes_on()
        desk.service.stop()
    assert "no snapshot was written: OperationalError" in caplog.text
    assert kept(path) == []
    again = Desk(path)
    assert again.session.seq == 2 + EVERY
    again.store.close()


def test_a_deleted_session_leaves_none(desk: LongDesk, path: Path):
    desk.goes_on()
    assert desk.service.delete_session(CODE)
    desk.service.stop()
    assert kept(path) == []
