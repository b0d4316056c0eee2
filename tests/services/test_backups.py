"""Backups beside a store that writes, and bringing one back."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.row import SessionRow, session_row
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import InUse, StoreError, backup, open_store
from fishbowl.log.effects import PutRow
from fishbowl.log.erasure_list import ErasureFile, list_of
from fishbowl.log.file_copy import COPY_KEPT_MS, remove_old_copies
from fishbowl.services.backups import Backup, Failed, attempt, back_up, keep_last, stamped
from fishbowl.services.restoring import restore
from tests.log.conftest import outspoken
from tests.services.test_reapply_erasures import NOW_MS, keep, words_in
from tests.support.room import Room


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "here" / "fishbowl.db"
    with closing(open_store(path)) as store:
        store.secret()
        keep(store, outspoken())
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "stick" / "copy.db"


def entries(path: Path) -> int:
    with closing(open_store(path, readonly=True)) as store:
        return sum(len(store.entries(stream)) for stream, _ in store.streams("session"))


def test_a_backup_beside_a_store_in_use_holds_everything_in_one_private_file(
    db: Path, target: Path
):
    with closing(open_store(db, holder={})):
        made = back_up(db, target)
    assert (made.verified.sessions, made.verified.broken) == (1, {})
    assert made.verified.entries == entries(db) == entries(target)
    assert {file.name for file in target.parent.iterdir()} == {"copy.db", "copy.db.erasures"}
    assert target.stat().st_mode & 0o777 == 0o600
    with closing(open_store(target)) as store, closing(open_store(db)) as original:
        assert store.secret() == original.secret()


def test_what_is_written_during_a_backup_neither_gets_into_it_nor_begins_it_again(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(backup, "PAGES", 4)
    path, room = tmp_path / "fishbowl.db", outspoken()
    for number in range(300):
        room.facilitator.sends(c.AddNote(kind="insight", words=f"{number} " + "a word " * 20))
    with closing(open_store(path)) as store:
        keep(store, room)
    before = entries(path)
    left: list[int] = []
    room.facilitator.sends(c.AddNote(kind="insight", words="Written meanwhile"))
    with closing(open_store(path)) as store:

        def write(what: str, done: int, total: int) -> None:
            if what == "Copying pages":
                left.append(total - done)
                if len(left) == 1:
                    keep(store, room)

        made = back_up(path, target, report=write)
    assert made.verified.entries == before
    assert len(left) > 2
    assert left == sorted(left, reverse=True)
    assert entries(path) == before + 1


def test_a_broken_log_is_told_and_no_backup_takes_the_place_of_a_good_one(db: Path, target: Path):
    back_up(db, target)
    good = target.read_bytes()
    with closing(sqlite3.connect(db)) as connection, connection:
        connection.execute("update entries set at_ms = 1 where seq = 3")
    with pytest.raises(StoreError, match="WAVE47: entry 3 does not match its hash"):
        back_up(db, target)
    assert target.read_bytes() == good
    assert {file.name for file in target.parent.iterdir()} == {"copy.db", "copy.db.erasures"}


def test_interrupting_leaves_what_was_there(db: Path, target: Path):
    def interrupt(what: str, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        back_up(db, target, report=interrupt)
    assert list(target.parent.iterdir()) == []


def test_a_backup_replaces_no_database_in_use_and_no_other_file(db: Path, tmp_path: Path):
    with pytest.raises(StoreError, match="is a database in use"):
        back_up(db, db)
    other = tmp_path / "other.db"
    with closing(open_store(other, holder={})), pytest.raises(StoreError, match="in use"):
        back_up(db, other)
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Amira")
    with pytest.raises(StoreError, match=r"no backup of Fishbowl's"):
        back_up(db, letter)
    assert letter.read_text() == "Dear Amira"


def test_where_there_is_no_room_nothing_is_begun(
    db: Path, target: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(backup, "SPARE_BYTES", 2**62)
    with pytest.raises(StoreError, match="There is no room"):
        back_up(db, target)
    assert list(target.parent.iterdir()) == []


def test_the_last_backups_are_kept_and_other_files_too(db: Path, target: Path):
    target.parent.mkdir()
    other = target.with_name("copy.2026.db")
    other.write_text("mine")
    names = [stamped(target, NOW_MS + number * 1000) for number in range(5)]
    for name in names:
        back_up(db, name)
    assert keep_last(target, 2) == 3
    assert [name.exists() for name in names] == [False, False, False, True, True]
    assert not list_of(names[0]).exists()
    assert other.exists()


def test_a_backup_that_fails_removes_no_older_one(db: Path, target: Path):
    good = attempt(db, target, 1, {})
    assert isinstance(good, Backup)
    with closing(sqlite3.connect(db)) as connection, connection:
        connection.execute("delete from entries where seq = 3")
    assert isinstance(attempt(db, target, 1, {}), Failed)
    assert good.path.exists()


def test_a_restored_backup_of_last_week_does_not_hold_what_was_erased_since(db: Path, target: Path):
    room = outspoken()
    back_up(db, target)
    assert "Ölmez" in words_in(target)
    person = room.phone_of("Raffaello").person
    room.wait(minutes=7 * 24 * 60)
    room.phone_of("Raffaello").forgets()
    with closing(open_store(db)) as store:
        keep(store, room)
    done = restore(target, db, now_ms=NOW_MS)
    assert done.reapplied.erasures == 1
    for file in db.parent.iterdir():
        assert words_in(file) == set(), file.name
    with closing(open_store(db, readonly=True)) as store:
        assert fold(store.entries(session_stream("WAVE47"))).people[person].forgotten
    assert "Ölmez" in words_in(target), "the backup itself is only read"


def test_a_second_machine_erases_by_the_list_that_came_with_the_backup(
    db: Path, target: Path, tmp_path: Path
):
    room = outspoken()
    early = tmp_path / "early.db"
    back_up(db, early)
    room.phone_of("Raffaello").forgets()
    with closing(open_store(db)) as store:
        keep(store, room)
    back_up(db, target)
    list_of(early).write_bytes(list_of(target).read_bytes())
    there = tmp_path / "second" / "fishbowl.db"
    restore(early, there, now_ms=NOW_MS)
    assert words_in(there) == set()
    assert len(ErasureFile(list_of(there)).read()) == 1


def test_the_database_that_was_there_is_kept_aside_whole(db: Path, target: Path):
    back_up(db, target)
    more = outspoken()
    with closing(open_store(db)) as store:
        stream = session_stream("TIDE48")
        store.append({stream: more.log}, [PutRow(stream=stream, row=_row(more, "TIDE48"))])
    count = entries(db)
    done = restore(target, db, now_ms=NOW_MS)
    assert done.aside is not None
    assert entries(done.aside) == count
    assert entries(db) == done.verified.entries < count
    again = restore(target, db, now_ms=NOW_MS)
    assert again.aside != done.aside


def _row(room: Room, code: str) -> SessionRow:
    return replace(session_row(room.session), code=code)


def test_a_database_in_use_is_not_replaced(db: Path, target: Path):
    back_up(db, target)
    before = entries(db)
    with closing(open_store(db, holder={"url": "http://here"})), pytest.raises(InUse, match="here"):
        restore(target, db, now_ms=NOW_MS)
    assert entries(db) == before
    assert not list(db.parent.glob("*replaced*"))


@pytest.mark.parametrize("how", ["broken", "damaged", "foreign", "empty", "journal", "itself"])
def test_a_backup_that_cannot_be_used_changes_nothing(how: str, db: Path, target: Path):
    back_up(db, target)
    if how == "broken":
        with closing(sqlite3.connect(target)) as connection, connection:
            connection.execute("update entries set at_ms = 1 where seq = 3")
    elif how == "damaged":
        content = bytearray(target.read_bytes())
        content[4096 * 3 : 4096 * 5] = b"\xff" * 4096 * 2
        target.write_bytes(content)
    elif how == "foreign":
        target.unlink()
        with closing(sqlite3.connect(target)) as connection, connection:
            connection.execute("create table letters (words)")
    elif how == "empty":
        target.write_bytes(b"")
    elif how == "journal":
        target.with_name(f"{target.name}-wal").write_bytes(b"something")
    before = {file.name: file.read_bytes() for file in db.parent.iterdir() if file.suffix == ".db"}
    with pytest.raises(StoreError):
        restore(db if how == "itself" else target, db, now_ms=NOW_MS)
    assert {
        file.name: file.read_bytes() for file in db.parent.iterdir() if file.suffix == ".db"
    } == before


def test_a_broken_backup_is_restored_when_that_is_accepted(db: Path, target: Path):
    back_up(db, target)
    with closing(sqlite3.connect(target)) as connection, connection:
        connection.execute("update entries set at_ms = 1 where seq = 3")
    done = restore(target, db, now_ms=NOW_MS, accept_broken=True)
    assert list(done.verified.broken) == ["WAVE47"]


def test_copies_made_before_an_update_go_after_thirty_days(db: Path):
    now_ms = NOW_MS
    old = db.with_name(f"fishbowl.before-m009-{now_ms - COPY_KEPT_MS - 1}.db")
    second = db.with_name(f"fishbowl.before-m009-{now_ms - COPY_KEPT_MS - 1}-2.db")
    young = db.with_name(f"fishbowl.before-m010-{now_ms - COPY_KEPT_MS + 1}.db")
    other = db.with_name(f"other.before-m009-{now_ms - COPY_KEPT_MS - 1}.db")
    for file in (old, second, young, other):
        file.write_bytes(b"")
    assert sorted(remove_old_copies(db, now_ms)) == sorted([old.name, second.name])
    assert young.exists()
    assert other.exists()
    assert db.exists()
