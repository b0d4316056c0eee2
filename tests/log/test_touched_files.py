"""The files are touched from outside while a store is open: it goes on in a copy."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from fishbowl.log import Store, StoreError, open_store
from fishbowl.log.connection import wal_of
from fishbowl.log.file_guard import FileGuard
from fishbowl.log.moved_file import note_of
from tests.log.conftest import evening, put
from tests.support.served import Failing

Touch = Callable[[Path], None]


def delete(path: Path) -> None:
    path.unlink()


def replace_by_older(path: Path) -> None:
    older = path.with_name("older.db")
    open_store(older).close()
    os.replace(older, path)


def delete_journal(path: Path) -> None:
    wal_of(path).unlink()


def replace_journal(path: Path) -> None:
    shutil.copy(wal_of(path), path.with_name("other"))
    os.replace(path.with_name("other"), wal_of(path))


def delete_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


TOUCHES = [delete, replace_by_older, delete_journal, replace_journal, delete_folder]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "fishbowl.db"


@pytest.mark.parametrize("touch", TOUCHES)
def test_nothing_that_was_or_will_be_acknowledged_is_lost(store: Store, path: Path, touch: Touch):
    room = evening()
    put(store, room.log[:3])
    touch(path)
    put(store, room.log[3:])
    assert store.moved is not None
    assert store.path == store.moved.path != path
    assert store.entries("WAVE47") == room.log
    store.close()
    again = open_store(path)
    assert again.path == store.path, "the next start finds the copy by the old name"
    assert again.entries("WAVE47") == room.log
    again.close()


@pytest.mark.parametrize("touch", TOUCHES)
def test_it_is_noticed_also_where_nothing_has_to_be_appended(
    store: Store, path: Path, touch: Touch
):
    put(store, evening().log)
    touch(path)
    store.news({"WAVE47": 1}, [])
    assert store.moved is not None
    assert store.path.is_file()


def test_the_file_that_took_the_place_is_left_alone(store: Store, path: Path):
    put(store, evening().log)
    replace_by_older(path)
    before = path.read_bytes()
    put(store, evening().log, code="TUNE88")
    assert path.read_bytes() == before


def test_a_copy_can_be_touched_as_well(store: Store, path: Path):
    room = evening()
    put(store, room.log[:2])
    delete(path)
    put(store, room.log[2:4])
    delete(store.path)
    put(store, room.log[4:])
    store.close()
    again = open_store(path)
    assert again.entries("WAVE47") == room.log
    again.close()


def test_without_the_note_the_old_file_is_used_again(store: Store, path: Path):
    put(store, evening().log)
    replace_by_older(path)
    put(store, evening().log, code="TUNE88")
    store.close()
    note_of(path).unlink()
    again = open_store(path)
    assert (again.path, again.sessions()) == (path, [])
    again.close()


def test_a_note_that_leads_nowhere_is_a_sentence(store: Store, path: Path):
    put(store, evening().log)
    delete(path)
    put(store, evening().log, code="TUNE88")
    store.close()
    store.path.unlink()
    with pytest.raises(StoreError, match="that file is not there"):
        open_store(path)


def test_whoever_starts_the_program_is_told_where_the_database_goes_on(store: Store, path: Path):
    put(store, evening().log)
    delete(path)
    put(store, evening().log, code="TUNE88")
    store.close()
    told: list[str] = []
    open_store(path, tell=told.append).close()
    assert len(told) == 1
    assert str(store.path) in told[0]


def test_if_no_copy_can_be_made_nothing_is_acknowledged(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
):
    room = evening()
    put(store, room.log[:3])
    delete(path)

    def refuse(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("fishbowl.log.store.copy_open", refuse)
    for _ in range(2):
        with pytest.raises(StoreError, match="could not go on in a copy"):
            put(store, room.log[3:4])
    monkeypatch.undo()
    store._next_copy_ms = 0
    put(store, room.log[3:])
    assert store.entries("WAVE47") == room.log


def test_after_a_failed_sync_a_copy_is_used_and_the_batch_is_in_it_alone(store: Store, path: Path):
    """What the failed commit left in the old file is never read again."""
    room = evening()
    put(store, room.log[:3])

    class FailsToSync(Failing):
        def execute(self, statement: str, *values: object) -> sqlite3.Cursor:
            if statement == "commit":
                error = sqlite3.OperationalError("disk I/O error")
                error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
                raise error
            return self._connection.execute(statement, *values)

    real = store._writer
    store._writer = FailsToSync(real, "never")
    put(store, room.log[3:])
    assert store.moved is not None
    assert store.moved.why == "io_error"
    assert store.entries("WAVE47") == room.log
    (left,) = real.execute("select count(*) from entries").fetchone()
    assert left == 3


def test_where_files_have_no_lasting_names_nothing_is_checked(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    looks = iter(range(1, 100))

    def ever_another(_: object) -> tuple[int, int]:
        return (1, next(looks))

    monkeypatch.setattr("fishbowl.log.file_guard._identity", ever_another)
    guard = FileGuard(tmp_path / "any.db")
    assert not guard.reliable
    assert guard.touched() == ""


def test_another_process_that_reads_or_backs_up_is_no_touch(store: Store, path: Path):
    put(store, evening().log)
    reading = open_store(path, readonly=True)
    reading.sessions()
    reading.close()
    backup = sqlite3.connect(path.with_name("backup.db"))
    plain = sqlite3.connect(path)
    plain.backup(backup)
    plain.close()
    backup.close()
    put(store, evening().log, code="TUNE88")
    assert store.moved is None
