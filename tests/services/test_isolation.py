"""What is wrong with one session or one moment harms no other."""

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.state import Session
from fishbowl.log import SessionRow, open_store
from fishbowl.log import store as store_module
from fishbowl.services import committing as committing_module
from fishbowl.services.health import Health
from fishbowl.services.states import States
from fishbowl.services.writer import BrokenSession, Envelope, Service
from tests.domain.invariants import replace
from tests.domain.room import Room
from tests.services.desk import CODE, Desk, Failing


def broken(desk: Desk, path: Path) -> str:
    """Make a second session and damage its log."""
    other = c.CreateSession(code="TUNE88", question="Is this readable?")
    assert desk.service.submit(replace(desk.order(other), code="TUNE88")).ok
    with sqlite3.connect(path) as connection:
        connection.execute(
            "update entries set data = '{' where session_id ="
            " (select id from sessions where code = 'TUNE88')"
        )
    connection.close()
    return "TUNE88"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "fishbowl.db"


def after_a_restart(path: Path) -> Desk:
    return Desk(path)


def test_a_broken_session_is_set_apart_and_the_others_are_served(desk: Desk, path: Path):
    code = broken(desk, path)
    again = after_a_restart(path)
    with pytest.raises(BrokenSession, match="log of TUNE88 cannot be read"):
        again.service.session(code)
    assert again.session.code == CODE
    lost, served = again.together(
        replace(again.order(c.PauseClock()), code=code), again.order(c.PauseClock())
    )
    assert (lost.ok, lost.code) == (False, "not_saved")
    assert served.ok
    assert list(again.service.broken()) == [code]
    (condition,) = again.service.health.conditions()
    assert (condition.code, condition.params) == ("session_broken", {"codes": [code]})
    again.store.close()


def test_a_fault_in_one_room_leaves_the_commands_of_all_others_saved(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    other = c.CreateSession(code="TUNE88", question="Does this work?")
    assert desk.service.submit(replace(desk.order(other), code="TUNE88")).ok
    real = committing_module.session_row

    def fails(session: Session) -> SessionRow:
        if session.code == "TUNE88":
            raise RuntimeError("Amira")
        return real(session)

    monkeypatch.setattr(committing_module, "session_row", fails)
    lost, served = desk.together(
        replace(desk.order(c.StartSession()), code="TUNE88"), desk.order(c.PauseClock())
    )
    assert (lost.ok, lost.code) == (False, "not_saved")
    assert served.ok
    assert desk.session.clock.paused_at_ms is not None
    assert "writing the commands of several rooms failed: RuntimeError" in caplog.text
    assert "Amira" not in caplog.text
    again = after_a_restart(path)
    assert again.session == desk.session
    again.store.close()


def test_a_log_that_cannot_be_folded_leaves_the_others_served(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    other = c.CreateSession(code="TUNE88", question="Does this work?")
    assert desk.service.submit(replace(desk.order(other), code="TUNE88")).ok
    desk.service._states.drop("TUNE88")
    real = store_module.fold

    def fails(entries: list[Entry]) -> Session | None:
        if any(getattr(entry.event, "question", "") == other.question for entry in entries):
            raise TypeError("Amira")
        return real(entries)

    monkeypatch.setattr(store_module, "fold", fails)
    lost, served = desk.together(
        replace(desk.order(c.PauseClock()), code="TUNE88"), desk.order(c.PauseClock())
    )
    assert (lost.ok, lost.code) == (False, "not_saved")
    assert served.ok
    assert list(desk.service.broken()) == ["TUNE88"]
    assert "Amira" not in desk.service.broken()["TUNE88"]


def test_whatever_fails_in_the_writer_everybody_has_an_answer_and_it_goes_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    def fails(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(desk.service._committer, "commit", fails)
        patched.setattr(desk.service, "_failed", fails)
        patched.setattr(desk.service, "_follow_the_file", fails)
        answer = ThreadPoolExecutor(1).submit(desk.does, c.PauseClock())
        assert answer.result(10).code == "not_saved"
    assert desk.does(c.PauseClock()).ok


def test_a_file_that_is_locked_makes_no_session_broken(desk: Desk):
    healthy = desk.store._reader
    desk.store._reader = Failing(healthy, "select")
    with pytest.raises(sqlite3.OperationalError):
        desk.service.session("TUNE88")
    desk.store._reader = healthy
    assert desk.service.session("TUNE88") is None
    assert desk.service.broken() == {}


def test_a_file_that_is_closed_because_the_server_stops_makes_no_session_broken(desk: Desk):
    desk.store._reader.close()
    with pytest.raises(sqlite3.ProgrammingError):
        desk.service.session("TUNE88")
    assert desk.service.broken() == {}


def test_a_hall_that_comes_back_reads_a_log_once():
    reads, may_go_on = [], threading.Event()

    def read(make: object) -> Session:
        reads.append(1)
        may_go_on.wait(5)
        return Room().session

    states = States(read, lambda code, until: None, lambda session: None, Health())
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(states.get, CODE) for _ in range(8)]
        may_go_on.set()
        found = [one.result(5) for one in asked]
    assert all(session is found[0] for session in found)
    assert len(reads) == 1


def test_not_saving_is_said_once_and_its_end_too(desk: Desk, caplog: pytest.LogCaptureFixture):
    told: list[list[str]] = []
    health = desk.service.health
    health.subscribe(lambda: told.append([one.code for one in health.conditions()]))
    healthy = desk.store._writer
    desk.store._writer = Failing(healthy, "insert into sessions")
    for _ in range(5):
        assert desk.does(c.PauseClock()).code == "not_saved"
    desk.store._writer = healthy
    assert desk.does(c.PauseClock()).ok
    assert told == [["not_saved"], []]
    assert sum(record.exc_info is not None for record in caplog.records) == 1


def test_a_file_that_was_deleted_is_said_and_the_talk_goes_on(desk: Desk, path: Path):
    path.unlink()
    assert desk.does(c.PauseClock()).ok
    (condition,) = desk.service.health.conditions()
    assert condition.code == "file_moved"
    assert condition.params == {"file": desk.store.path.name, "why": "deleted"}
    again = after_a_restart(path)
    assert again.session == desk.session
    again.store.close()


def test_a_slow_disk_is_said_while_it_is_slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("fishbowl.services.saving.SLOW_S", 0.02)
    desk = Desk(tmp_path / "slow.db")
    slow, said = threading.Event(), threading.Event()
    ended = threading.Event()

    def heard() -> None:
        (said if desk.service.health.conditions() else ended).set()

    desk.service.health.subscribe(heard)
    real = desk.store.append

    def waits(*args: object) -> None:
        slow.wait(10)
        real(*args)

    monkeypatch.setattr(desk.store, "append", waits)
    desk.service.start()
    answer = ThreadPoolExecutor(1).submit(
        desk.does, c.CreateSession(code=CODE, question="Why so slow?")
    )
    assert said.wait(10)
    slow.set()
    assert answer.result(10).ok
    assert ended.wait(10)
    desk.service.stop()


def test_words_that_a_reader_kept_in_the_journal_go_without_another_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("fishbowl.services.saving.SLOW_S", 0.02)
    monkeypatch.setattr("fishbowl.services.saving.EMPTY_WAL_S", 0.0)
    path = tmp_path / "fishbowl.db"
    desk = Desk(path)
    desk.service.start()
    desk.does(c.CreateSession(code=CODE, question="Who is forgotten?"))
    person = desk.does(c.JoinSession(name="Unmistakable"), key="rafael").seq
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("begin")
    reader.execute("select count(*) from entries").fetchone()
    desk.does(c.ForgetPerson(person=person), key="rafael")

    def is_there() -> bool:
        files = tmp_path.glob("fishbowl.db*")
        return any(b"Unmistakable" in file.read_bytes() for file in files)

    assert is_there()
    reader.close()
    gone = threading.Event()
    real = desk.store.empty_wal

    def watched() -> bool:
        done = real()
        if done:
            gone.set()
        return done

    monkeypatch.setattr(desk.store, "empty_wal", watched)
    assert gone.wait(10)
    assert not is_there()
    desk.service.stop()


def test_a_session_goes_on_where_its_log_is_ahead_of_the_clock(desk: Desk, path: Path):
    """The wall clock was set back two hours between two starts."""
    desk.does(c.PauseClock())
    at_ms = desk.session.at_ms
    again = after_a_restart(path)
    again.clock.pass_s(-7_200)
    service = Service(open_store(path), again.clock)
    assert service.session(CODE) is not None
    assert service.time.now_ms(CODE) == at_ms
    again.clock.pass_s(30)
    assert service.time.now_ms(CODE) == at_ms + 30_000
    assert service.time.now_ms("TUNE88") == again.clock.now_ms()
    assert isinstance(again.order(c.ResumeClock()), Envelope)
    again.store.close()
