"""What can go wrong with a log. No error of an engine, such as SQLite's, leaves this package."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

Reason = Literal["disk_full", "locked", "readonly", "disk_error", "damaged", "file_gone", "unknown"]
"""Why a log refuses, for the consoles."""

_REASONS: dict[int, Reason] = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_READONLY: "readonly",
    sqlite3.SQLITE_IOERR: "disk_error",
    sqlite3.SQLITE_CORRUPT: "damaged",
}


class StoreError(Exception):
    """The database, or one log in it, cannot be used; the message says why in one sentence."""

    reason: Reason = "file_gone"


class Unavailable(StoreError):
    """The database refused what was asked, as a whole; nothing in it has changed.

    It may do it another time: it is locked, the disk is full or failed. It does not mean that a
    stream is broken.
    """

    def __init__(self, message: str, reason: Reason = "unknown") -> None:
        super().__init__(message)
        self.reason: Reason = reason


class Conflict(Exception):
    """A log is not as whoever writes believes; the append was refused, and nothing was changed."""


def reason_of(error: sqlite3.Error) -> Reason:
    """Why SQLite refused."""
    code = getattr(error, "sqlite_errorcode", 0) or 0
    return _REASONS.get(code & 0xFF, "unknown")


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
