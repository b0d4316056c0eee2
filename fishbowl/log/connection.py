"""Connections to the file, and whether a file is ours before anything in it is changed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from fishbowl.log.errors import Reason, StoreError, Unavailable

BUSY_TIMEOUT_MS = 5_000
"""How long to wait for another process that holds the write lock, such as a backup tool."""
_HEADER = b"SQLite format 3\x00"


_REASONS: dict[int, Reason] = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_READONLY: "readonly",
    sqlite3.SQLITE_IOERR: "disk_error",
    sqlite3.SQLITE_CORRUPT: "damaged",
}


def wal_of(path: Path) -> Path:
    """The write-ahead log that belongs to a database file."""
    return path.with_name(path.name + "-wal")


def connect(path: Path, *, readonly: bool = False) -> sqlite3.Connection:
    """Open the file with everything that a connection to it needs.

    :raises sqlite3.Error: the file refused.
    """
    target = f"{path.absolute().as_uri()}?mode={'ro' if readonly else 'rw'}"
    connection = sqlite3.connect(target, uri=True, isolation_level=None, check_same_thread=False)
    try:
        connection.execute(f"pragma busy_timeout = {BUSY_TIMEOUT_MS}")
        if not readonly:
            connection.execute("pragma journal_mode = wal")
            connection.execute("pragma synchronous = full")
            connection.execute("pragma secure_delete = on")
            connection.execute("pragma foreign_keys = on")
    except BaseException:
        connection.close()
        raise
    return connection


def check_ours(path: Path) -> None:
    """Refuse a file that is not a Fishbowl database; nothing in it or beside it is changed.

    :raises StoreError: it is empty, no database, or another program's.
    :raises OSError: it cannot be read.
    """
    with path.open("rb") as file:
        start = file.read(len(_HEADER))
    if not start:
        raise StoreError(
            f"{path} is empty: a copy or a sync may have failed. Bring a backup back, "
            "or delete the empty file to begin with a new one. Nothing was changed."
        )
    if start != _HEADER:
        raise StoreError(f"The database at {path} cannot be opened: it is no SQLite file.")
    try:
        is_ours = _has_our_migrations(path)
    except sqlite3.OperationalError as error:
        raise StoreError(_refused(path, error)) from error
    except sqlite3.DatabaseError as error:
        raise StoreError(
            f"The database at {path} is damaged: {error}. Bring a backup back; nothing was changed."
        ) from error
    if not is_ours:
        raise StoreError(f"{path} belongs to another program. Nothing was changed.")


def _has_our_migrations(path: Path) -> bool:
    """Whether the migrations that were applied to a file are ours.

    Without a write-ahead log the file is opened as one that nobody changes, so that not even a
    lock or a file beside it is made.
    """
    mode = "mode=ro" if wal_of(path).exists() else "mode=ro&immutable=1"
    target = f"{path.absolute().as_uri()}?{mode}"
    with closing(sqlite3.connect(target, uri=True, isolation_level=None)) as connection:
        connection.execute(f"pragma busy_timeout = {BUSY_TIMEOUT_MS}")
        query = "select 1 from sqlite_master where name = '_sqlite_migrations'"
        if connection.execute(query).fetchone() is None:
            return False
        query = "select 1 from _sqlite_migrations where migration_set = 'fishbowl'"
        return connection.execute(query).fetchone() is not None


def _refused(path: Path, error: sqlite3.Error) -> str:
    if is_busy(error):
        return (
            f"The database at {path} is locked by another program, such as a backup or a file "
            "sync. Close it, or wait until it has finished, and start again."
        )
    return f"The database at {path} cannot be opened: {error}."


def refusal(path: Path, error: Exception) -> StoreError:
    """Put what went wrong with a file into one sentence."""
    if isinstance(error, sqlite3.Error):
        return StoreError(_refused(path, error))
    return StoreError(f"The database at {path} cannot be opened: {error}.")


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another process holds a lock."""
    return _primary(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_io_error(error: sqlite3.Error) -> bool:
    """Whether the disk failed to read, write or sync.

    After a failed sync nothing can be concluded from reading the file again: the system may
    call pages clean that never reached the disk.
    """
    return _primary(error) == sqlite3.SQLITE_IOERR


def reason_of(error: sqlite3.Error) -> Reason:
    """Why SQLite refused."""
    return _REASONS.get(_primary(error), "unknown")


@contextmanager
def translated() -> Iterator[None]:
    """Raise an error of SQLite as one of this package.

    :raises Unavailable: the file is locked, closed or full, or the disk fails.
    :raises StoreError: what was read is damaged.
    """
    try:
        yield
    except (sqlite3.OperationalError, sqlite3.ProgrammingError) as error:
        raise Unavailable(str(error), reason_of(error)) from error
    except sqlite3.Error as error:
        damaged = StoreError(str(error))
        damaged.reason = reason_of(error)
        raise damaged from error


def _primary(error: sqlite3.Error) -> int:
    code: int = getattr(error, "sqlite_errorcode", 0) or 0
    return code & 0xFF
