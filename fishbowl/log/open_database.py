"""Opening a database: ours, sound, of this version, and nobody else's at the moment."""

import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from fishbowl.domain.kernel.streams import StreamKind
from fishbowl.domain.streams import KINDS
from fishbowl.host.file_lock import FileLock
from fishbowl.host.long_work import Report, ignored
from fishbowl.host.private_files import make_empty, make_folder, tighten_database
from fishbowl.log import archived_sessions, chain, row_tables, snapshots
from fishbowl.log.connection import check_ours, connect, refusal, wal_of
from fishbowl.log.erasure_list import ErasureFile, list_of
from fishbowl.log.errors import StoreError
from fishbowl.log.exclusive_lock import hold
from fishbowl.log.file_copy import copy_open, free_name, quick_check, salvage
from fishbowl.log.migrations import migrations
from fishbowl.log.moved_file import follow_notes, note_of, write_note
from fishbowl.log.records import Moved
from fishbowl.log.schema import check_not_newer, migrate
from fishbowl.log.store import Store

Tell = Callable[[str], None]
"""Takes a sentence for whoever started the program."""
Kinds = Sequence[StreamKind[Any]]


def open_store(
    path: Path,
    *,
    kinds: Kinds = KINDS,
    readonly: bool = False,
    holder: dict[str, str] | None = None,
    tell: Tell = lambda sentence: None,
    report: Report = ignored,
    stamp: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
    erasures: Path | None = None,
) -> Store:
    """Open a database, and bring its tables up to date unless it is only read.

    A database that went on in a copy is opened there. Before tables are changed a copy is made.
    Where pages of the file are damaged, a file with all that can be read takes its place.

    :param kinds: the kinds of streams that it may hold; every one that there is, if left out.
    :param holder: hold it exclusively, and tell others this about the one who does.
    :param tell: is told what happened to the file on the way.
    :param report: is told how far a copy and the changes of tables are.
    :param stamp: gives the time in milliseconds since 1970, to name copies by.
    :param erasures: the file that lists what is erased; beside the database if left out.
    :raises StoreError: it cannot be opened, is not one of ours, is newer than this program, or is
        held by another process.
    """
    lock: FileLock | None = None
    listed = None if readonly else ErasureFile(erasures or list_of(path))
    try:
        path, moved = follow_notes(path)
        if moved is not None:
            tell(
                f"The database goes on in {moved.path} ({moved.why}). To use the old file again, "
                f"without what was written since, delete {note_of(path).name}."
            )
        if holder is not None:
            make_folder(path.parent)
            lock = hold(path, holder)
        if readonly:
            if not path.is_file():
                raise StoreError(f"There is no database at {path}.")
            check_ours(path)
            _check_up_to_date(path, kinds)
        elif path.exists():
            check_ours(path)
            tighten_database(path)
            path = _sound(path, kinds, tell, report, stamp)
            _bring_up_to_date(path, kinds, tell, report, stamp)
        else:
            _make(path, kinds)
        return Store(path, kinds=kinds, readonly=readonly, stamp=stamp, lock=lock, erasures=listed)
    except BaseException as error:
        if lock is not None:
            lock.release()
        if isinstance(error, (OSError, sqlite3.Error)):
            raise refusal(path, error) from error
        raise


def open_beside(path: Path, *, kinds: Kinds = KINDS) -> Store:
    """Open a database to append a little to it, also beside a server that has it open.

    :param path: the file itself, brought up to date: as :func:`open_store` has found it.
    :raises StoreError: it cannot be opened.
    """
    try:
        return Store(path, kinds=kinds)
    except (OSError, sqlite3.Error) as error:
        raise refusal(path, error) from error


def _make(path: Path, kinds: Kinds) -> None:
    """Make a new database; the name appears only when it is whole.

    :raises OSError: the folder refuses.
    """
    make_folder(path.parent)
    if wal_of(path).exists():  # SQLite would play it back into the new file
        raise StoreError(
            f"{path} is not there, but its journal {wal_of(path).name} is: the database was moved "
            "or deleted without it. Put both together again, or delete the journal to begin with "
            "a new database."
        )
    unfinished = path.with_name(f".{path.name}.new")
    for leftover in path.parent.glob(f"{unfinished.name}*"):
        leftover.unlink()
    make_empty(unfinished)
    with closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
        _new_tables(tuple(kinds)).backup(connection)
        archived_sessions.renew_state(connection)
    try:
        path.hardlink_to(unfinished)  # unlike a rename this never replaces a file
    except OSError:
        if path.exists():
            raise
        unfinished.rename(path)
        return
    unfinished.unlink()


@cache
def _new_tables(kinds: Kinds) -> sqlite3.Connection:
    """The tables of a new database, in memory: on a disk every migration would wait for it."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    _update(Database(connection), kinds, ignored)
    return connection


def update_tables(path: Path, kinds: Kinds = KINDS, report: Report = ignored) -> None:
    """Bring the tables of a file up to date; no copy is made.

    :raises sqlite3.Error: the file refused; the migrations before it were applied.
    """
    database = Database(connect(path))
    try:
        _update(database, kinds, report)
    finally:
        database.close()


def _update(database: Database, kinds: Kinds, report: Report) -> None:
    migrate(database, report)
    for statement in row_tables.missing(database.conn, kinds):
        database.conn.execute(statement)
    snapshots.remove_outdated(database.conn)
    archived_sessions.follow_kinds(database.conn)


def _transacted(connection: sqlite3.Connection, work: Callable[[sqlite3.Connection], None]) -> None:
    connection.execute("begin")
    work(connection)
    connection.execute("commit")


def _migrate_as(source: sqlite3.Connection, target: Path) -> None:
    """Make the tables of an empty file what those of another one are, which may be older.

    :raises StoreError: those are newer than this program.
    """
    old, database = Database(source), Database(connect(target))
    try:
        check_not_newer(old)
        pending = migrations.pending(old)
        migrations.apply(database, stop_before=pending[0].name if pending else None)
    finally:
        database.close()


def _check_up_to_date(path: Path, kinds: Kinds) -> None:
    """Refuse tables of another version than this program's.

    :raises StoreError: they are newer, or older.
    """
    database = Database(connect(path, readonly=True))
    try:
        check_not_newer(database)
        if migrations.pending(database) or row_tables.missing(database.conn, kinds):
            raise StoreError(
                f"The database at {path} is older; start the server once to update it."
            )
    finally:
        database.close()


def _bring_up_to_date(
    path: Path, kinds: Kinds, tell: Tell, report: Report, stamp: Callable[[], int]
) -> None:
    """Apply what migrations are missing, after a copy was made.

    :raises StoreError: the tables are newer than this program.
    """
    database = Database(connect(path))
    try:
        check_not_newer(database)
        pending = migrations.pending(database)
        if pending:
            copy = free_name(path, f"before-{pending[0].name.partition('_')[0]}", str(stamp()))
            copy_open(database.conn, copy, report)
            tell(f"Updating the tables of {path}. A copy of how they were is in {copy}.")
    finally:
        database.close()
    update_tables(path, kinds, report)


def _sound(path: Path, kinds: Kinds, tell: Tell, report: Report, stamp: Callable[[], int]) -> Path:
    """Check the pages of the file, and go on in another one if they are damaged.

    :return: the file to use.
    :raises StoreError: nothing of it can be read.
    """
    with closing(connect(path)) as connection:
        faults = quick_check(connection)
        if not faults:
            return path
        at_ms = stamp()
        target = free_name(path, "salvaged", str(at_ms))
        make_empty(target)
        _migrate_as(connection, target)
        with closing(connect(target)) as copy:
            damaged = salvage(connection, copy)
        update_tables(target, kinds, report)
        with closing(connect(target)) as copy:
            _transacted(copy, lambda copy: chain.fill(copy, kinds, report))
            (streams,) = copy.execute("select count(*) from streams").fetchone()
    if not streams:
        with suppress(OSError):
            target.unlink()
        raise StoreError(
            f"The database at {path} is damaged ({faults[0]}), and no session in it can be read. "
            "Bring a backup back; nothing was changed."
        )
    write_note(path, Moved(target, "damaged", at_ms))
    lost = f" Not everything in {', '.join(damaged)} could be read." if damaged else ""
    tell(
        f"The database at {path} is damaged: {faults[0]}. What can be read is in {target}, "
        f"and Fishbowl goes on there.{lost} fishbowl verify says which sessions are whole. "
        "The damaged file stays as it is; a backup may hold more."
    )
    return target
