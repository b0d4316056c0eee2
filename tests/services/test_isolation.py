"""What is wrong with one session or one moment harms no other."""

import sqlite3
import threading
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import replace

from fishbowl.domain.kernel.streams import Stream
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.state import Session
from fishbowl.domain.session.stream import SESSION
from fishbowl.log import Unavailable, open_store
from fishbowl.log.effects import AnyEffect
from fishbowl.services.health import Health
from fishbowl.services.states import States
from fishbowl.services.writer import BrokenSession, Envelope, Service
from tests.support.room import Room
from tests.support.served import CODE, Failing, ServedRoom


def broken(room: ServedRoom, path: Path) -> str:
    """Make a second session and damage its log."""
    other = c.CreateSession(code="TUNE88", question="Is this readable?")
    assert room.service.submit(room.envelope(other, code="TUNE88")).ok
    with sqlite3.connect(path) as connection:
        connection.execute(
            "update entries set data = '{' where stream_id ="
            " (select id from sessions where code = 'TUNE88')"
        )
    connection.close()
    return "TUNE88"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "fishbowl.db"


def after_a_restart(path: Path) -> ServedRoom:
    return ServedRoom(path)


def test_a_broken_session_is_set_apart_and_the_others_are_served(room: ServedRoom, path: Path):
    code = broken(room, path)
    again = after_a_restart(path)
    with pytest.raises(BrokenSession, match="log of TUNE88 cannot be read"):
        again.service.session(code)
    assert again.session.code == CODE
    lost, served = again.sends_together(
        again.envelope(c.PauseClock(), code=code), again.envelope(c.PauseClock())
    )
    assert (lost.ok, lost.code) == (False, "not_saved")
    assert served.ok
    assert list(again.service.broken()) == [code]
    (condition,) = again.service.health.conditions()
    assert (condition.code, condition.params) == ("session_broken", {"codes": [code]})
    again.store.close()


def test_a_fault_in_one_room_leaves_the_commands_of_all_others_saved(
    room: ServedRoom, path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    other = c.CreateSession(code="TUNE88", question="Does this work?")
    assert room.service.submit(room.envelope(other, code="TUNE88")).ok
    real = room.service._committer._effects

    def fails(stream: Stream, session: Session, entries: Sequence[Entry]) -> Iterable[AnyEffect]:
        if session.code == "TUNE88":
            raise RuntimeError("Amira")
        return real(stream, session, entries)

    monkeypatch.setattr(room.service._committer, "_effects", fails)
    lost, served = room.sends_together(
        room.envelope(c.StartSession(), code="TUNE88"), room.envelope(c.PauseClock())
    )
    assert (lost.ok, lost.code) == (False, "not_saved")
    assert served.ok
    assert room.session.clock.paused_at_ms is not None
    assert "writing the commands of several rooms failed: RuntimeError" in caplog.text
    assert "Amira" not in caplog.text
    again = after_a_restart(path)
    assert again.session == room.session
    again.store.close()


def test_a_log_that_cannot_be_folded_leaves_the_others_served(
    room: ServedRoom, monkeypatch: pytest.MonkeyPatch
):
    other = c.CreateSession(code="TUNE88", question="Does this work?")
    assert room.service.submit(room.envelope(other, code="TUNE88")).ok
    room.service._states.drop("TUNE88")

    def fails(before: Session | None, entry: Entry) -> Session:
        if getattr(entry.event, "question", "") == other.question:
            raise TypeError("Amira")
        return SESSION.evolve(before, entry)

    monkeypatch.setitem(room.store._kinds, "session", replace(SESSION, evolve=fails))
    lost, served = room.sends_together(
        room.envelope(c.PauseClock(), code="TUNE88"), room.envelope(c.PauseClock())
    )
    assert (lost.ok, lost.code) == (False, "not_saved")
    assert served.ok
    assert list(room.service.broken()) == ["TUNE88"]
    assert "Amira" not in room.service.broken()["TUNE88"]


def test_whatever_fails_in_the_writer_everybody_has_an_answer_and_it_goes_on(
    room: ServedRoom, monkeypatch: pytest.MonkeyPatch
):
    def fails(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(room.service._committer, "commit", fails)
        patched.setattr(room.service, "_failed", fails)
        patched.setattr(room.service, "_follow_the_file", fails)
        answer = ThreadPoolExecutor(1).submit(room.sends, c.PauseClock())
        assert answer.result(10).code == "not_saved"
    assert room.sends(c.PauseClock()).ok


def test_a_file_that_is_locked_makes_no_session_broken(room: ServedRoom):
    healthy = room.store._reader
    room.store._reader = Failing(healthy, "select")
    with pytest.raises(Unavailable):
        room.service.session("TUNE88")
    room.store._reader = healthy
    assert room.service.session("TUNE88") is None
    assert room.service.broken() == {}


def test_a_file_that_is_closed_because_the_server_stops_makes_no_session_broken(room: ServedRoom):
    room.store._reader.close()
    with pytest.raises(Unavailable):
        room.service.session("TUNE88")
    assert room.service.broken() == {}


def test_a_hall_that_comes_back_reads_a_log_once():
    reads, may_go_on = [], threading.Event()

    def read(code: str, until: int | None) -> Session:
        reads.append(1)
        may_go_on.wait(5)
        return Room().session

    states = States(read, lambda code, session: None, Health())
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(states.get, CODE) for _ in range(8)]
        may_go_on.set()
        found = [one.result(5) for one in asked]
    assert all(session is found[0] for session in found)
    assert len(reads) == 1


def test_not_saving_is_said_once_and_its_end_too(
    room: ServedRoom, caplog: pytest.LogCaptureFixture
):
    told: list[list[str]] = []
    health = room.service.health
    health.subscribe(lambda: told.append([one.code for one in health.conditions()]))
    healthy = room.store._writer
    room.store._writer = Failing(healthy, "insert into sessions")
    for _ in range(5):
        assert room.sends(c.PauseClock()).code == "not_saved"
    room.store._writer = healthy
    assert room.sends(c.PauseClock()).ok
    assert told == [["not_saved"], []]
    assert sum(record.exc_info is not None for record in caplog.records) == 1


def test_a_file_that_was_deleted_is_said_and_the_talk_goes_on(room: ServedRoom, path: Path):
    path.unlink()
    assert room.sends(c.PauseClock()).ok
    (condition,) = room.service.health.conditions()
    assert condition.code == "file_moved"
    assert condition.params == {"file": room.store.path.name, "why": "deleted"}
    again = after_a_restart(path)
    assert again.session == room.session
    again.store.close()


def test_a_slow_disk_is_said_while_it_is_slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("fishbowl.services.saving.SLOW_S", 0.02)
    room = ServedRoom(tmp_path / "slow.db")
    slow, said = threading.Event(), threading.Event()
    ended = threading.Event()

    def heard() -> None:
        (said if room.service.health.conditions() else ended).set()

    room.service.health.subscribe(heard)
    real = room.store.append

    def waits(*args: object) -> None:
        slow.wait(10)
        real(*args)

    monkeypatch.setattr(room.store, "append", waits)
    room.service.start()
    answer = ThreadPoolExecutor(1).submit(
        room.sends, c.CreateSession(code=CODE, question="Why so slow?")
    )
    assert said.wait(10)
    slow.set()
    assert answer.result(10).ok
    assert ended.wait(10)
    room.service.stop()


def test_words_that_a_reader_kept_in_the_journal_go_without_another_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("fishbowl.services.saving.SLOW_S", 0.02)
    monkeypatch.setattr("fishbowl.services.saving.TIDY_S", 0.0)
    path = tmp_path / "fishbowl.db"
    room = ServedRoom(path)
    room.service.start()
    room.sends(c.CreateSession(code=CODE, question="Who is forgotten?"))
    person = room.sends(c.JoinSession(name="Unmistakable"), key="rafael").seq
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("begin")
    reader.execute("select count(*) from entries").fetchone()
    room.sends(c.ForgetPerson(person=person), key="rafael")

    def is_there() -> bool:
        files = tmp_path.glob("fishbowl.db*")
        return any(b"Unmistakable" in file.read_bytes() for file in files)

    assert is_there()
    reader.close()
    gone = threading.Event()
    real = room.store._empty_wal

    def watched() -> bool:
        done = real()
        if done:
            gone.set()
        return done

    monkeypatch.setattr(room.store, "_empty_wal", watched)
    assert gone.wait(10)
    assert not is_there()
    room.service.stop()


def test_a_session_goes_on_where_its_log_is_ahead_of_the_clock(room: ServedRoom, path: Path):
    """The wall clock was set back two hours between two starts."""
    room.sends(c.PauseClock())
    at_ms = room.session.at_ms
    again = after_a_restart(path)
    again.wait(-7_200)
    store = open_store(path)
    service = Service(store, again.clock)
    assert service.session(CODE) is not None
    assert service.time.now_ms(CODE) == at_ms
    again.wait(30)
    assert service.time.now_ms(CODE) == at_ms + 30_000
    assert service.time.now_ms("TUNE88") == again.clock.now_ms()
    assert isinstance(again.envelope(c.ResumeClock()), Envelope)
    store.close()
    again.store.close()
