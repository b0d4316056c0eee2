"""Damaged, empty, foreign and locked files: one sentence each, and what can be saved is saved."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from fishbowl.domain.session.erasure import erasable_fields
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import InUse, StoreError, chain, open_store
from fishbowl.log.chain import ENTRY_COLUMNS
from fishbowl.log.connection import wal_of
from fishbowl.log.file_copy import quick_check
from fishbowl.log.migrations import migrations
from fishbowl.services.session_log import list_sessions
from tests.log.conftest import evening, put

PAGE = 4096


def filled(path: Path, sessions: int = 40) -> list[str]:
    """Write logs of many pages, and return their codes."""
    codes = [f"WAVE{no + 22}" for no in range(sessions)]
    room = evening()
    with closing(open_store(path)) as store:
        for code in codes:
            put(store, room.log, code=code)
    return codes


def filled_by_an_older_program(path: Path) -> None:
    """Write the same logs as they were before entries had hashes."""
    newer = path.with_name("newer.db")
    filled(newer)
    database = Database(path)
    migrations.apply(database, stop_before="m009_chain")
    database.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("pragma journal_mode = wal")
        connection.execute("attach ? as newer", (str(newer),))
        about = "id, code, question, event, state, created_at_ms, people, voices"
        connection.execute(f"insert into sessions ({about}) select {about} from newer.sessions")
        connection.execute(
            f"insert into entries (session_id, {ENTRY_COLUMNS})"
            f" select stream_id, {ENTRY_COLUMNS} from newer.entries"
        )


def overwrite(path: Path, first_page: int, pages: int) -> None:
    with path.open("r+b") as file:
        file.seek(first_page * PAGE)
        file.write(b"\xa5" * pages * PAGE)


def test_a_database_with_garbage_pages_goes_on_with_what_can_be_read(path: Path):
    codes = filled(path)
    overwrite(path, path.stat().st_size // PAGE - 6, 2)  # far from the tables' own description
    damaged = path.read_bytes()
    told: list[str] = []
    with closing(open_store(path, tell=told.append)) as store:
        assert store.path != path
        assert quick_check(store._writer) == []
        whole = [code for code in codes if _folds(store, code)]
        assert len(whole) >= len(codes) // 2
        put(store, evening().log, code="TUNE88")
    assert path.read_bytes() == damaged, "the damaged file stays as it is"
    assert any("damaged" in sentence for sentence in told)
    with closing(open_store(path)) as again:
        assert fold(again.entries(session_stream("TUNE88"))) is not None


def test_what_is_saved_of_an_older_programs_file_is_chained(path: Path):
    filled_by_an_older_program(path)
    overwrite(path, path.stat().st_size // PAGE - 6, 2)
    with closing(open_store(path)) as store:
        assert store.path != path
        for row in list_sessions(store):
            chain.check(store._reader, session_stream(row.code), erasable_fields)


def _folds(store, code: str) -> bool:
    try:
        return fold(store.entries(session_stream(code))) == evening().session
    except (StoreError, ValueError, AttributeError):
        return False


def test_a_database_of_which_nothing_can_be_read_is_refused_and_left_alone(path: Path):
    filled(path)
    overwrite(path, 0, 1)
    with path.open("r+b") as file:
        file.write(b"SQLite format 3\x00")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="damaged"):
        open_store(path)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.glob("*.db")] == [path.name]


def test_an_empty_file_is_refused_and_stays_empty(path: Path):
    path.touch()
    with pytest.raises(StoreError, match="is empty"):
        open_store(path)
    assert path.stat().st_size == 0


def test_the_database_of_another_program_is_refused_unchanged(path: Path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("create table songs (title)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="belongs to another program"):
        open_store(path)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_journal_without_its_database_is_not_played_into_a_new_one(path: Path, tmp_path: Path):
    store = open_store(path)
    put(store, evening().log)
    shutil.copy(wal_of(path), tmp_path / "kept")
    store.close()
    path.unlink()
    shutil.move(tmp_path / "kept", wal_of(path))
    with pytest.raises(StoreError, match="its journal"):
        open_store(path)
    assert not path.exists()


def test_a_database_that_another_program_has_locked_is_a_sentence(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    filled(path, 1)
    monkeypatch.setattr("fishbowl.log.connection.BUSY_TIMEOUT_MS", 10)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("pragma locking_mode = exclusive")
        other.execute("begin exclusive")
        with pytest.raises(StoreError, match="locked by another program"):
            open_store(path)
    open_store(path).close()


def test_two_servers_on_one_database_are_one_too_many(path: Path):
    with closing(open_store(path, holder={"url": "http://127.0.0.1:8080"})):
        with pytest.raises(InUse, match=r"process \d+, http://127\.0\.0\.1:8080, since"):
            open_store(path, holder={})
        open_store(path, readonly=True).close()
    open_store(path, holder={}).close()


def test_a_copy_that_a_store_went_on_in_is_held_as_well(path: Path):
    with closing(open_store(path, holder={"url": "http://here"})) as store:
        put(store, evening().log)
        path.unlink()
        put(store, evening().log, code="TUNE88")
        with pytest.raises(InUse, match="http://here"):
            open_store(store.path, holder={})
        with pytest.raises(InUse, match="http://here"):
            open_store(path, holder={})


def test_a_start_that_was_cut_off_leaves_no_half_made_database(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    def cut_off(_: object) -> None:
        raise OSError("the plug was pulled")

    monkeypatch.setattr("fishbowl.log.open_database.archived_sessions.renew_state", cut_off)
    with pytest.raises(StoreError):
        open_store(path)
    assert not path.exists()
    monkeypatch.undo()
    open_store(path).close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]
