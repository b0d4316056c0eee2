"""Copies of a database while a server writes to it.

The copy is of one moment: the reading transaction stays open, so that what is written meanwhile
neither gets into it nor makes it begin again. It is made in small pieces with pauses between them,
and each few pieces are synced, so that the server's own syncs do not wait behind a long queue.
"""

import os
import shutil
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

from fishbowl.host.long_work import Report, ignored
from fishbowl.host.private_files import make_empty
from fishbowl.log.connection import BUSY_TIMEOUT_MS, connect
from fishbowl.log.errors import StoreError
from fishbowl.log.file_copy import free_name, quick_check, sync

PAGES = 128
"""Half a megabyte with SQLite's usual pages: one piece of the copy."""
PIECES_SYNCED = 8
SPARE_BYTES = 16 * 1024 * 1024
"""What must be left on the disk beside the copy."""


def copy_online(source: Path, target: Path, *, report: Report = ignored, idle: float = 1.0) -> None:
    """Copy a database that others may be writing to.

    :param target: a new file; it is removed again if anything goes wrong.
    :param idle: how long to pause after each piece, as a share of what the piece took.
    :raises StoreError: there is no room on the disk, or the copy is damaged.
    :raises OSError: it cannot be made.
    :raises sqlite3.Error: the database cannot be read, or the copy cannot be written.
    """
    _check_room(source, target)
    make_empty(target)
    try:
        with (
            closing(connect(source, readonly=True)) as reading,
            closing(sqlite3.connect(target, isolation_level=None)) as copy,
            target.open("rb+") as file,
        ):
            copy.execute("pragma journal_mode = off")
            copy.execute("pragma synchronous = off")  # it is synced here, piece by piece
            reading.execute("begin")
            reading.execute("select count(*) from sqlite_master").fetchone()
            reading.backup(copy, pages=PAGES, progress=_Pieces(file.fileno(), report, idle))
            copy.execute("pragma journal_mode = delete")  # a file that needs no other beside it
        sync(target)
        with closing(open_alone(target)) as copy:
            if faults := quick_check(copy):
                raise StoreError(f"The copy is damaged: {faults[0]}.")
    except BaseException:
        for name in (target, target.with_name(f"{target.name}-journal")):
            with suppress(OSError):
                name.unlink()
        raise


def copy_beside(path: Path, what: str, stamp: str) -> Path:
    """Copy a database to a new file beside it.

    :param what: why, for the name of the file.
    :param stamp: the time, to tell copies apart.
    :return: the new file.
    :raises StoreError: there is no room on the disk, or the copy is damaged.
    :raises OSError: it cannot be made.
    """
    copy = free_name(path, what, stamp)
    copy_online(path, copy, idle=0)
    return copy


class _Pieces:
    """Is called after each piece: tells how far it is, syncs now and then, and pauses."""

    def __init__(self, file: int, report: Report, idle: float) -> None:
        self._file, self._report, self._idle = file, report, idle
        self._pieces = 0
        self._began_s = time.monotonic()

    def __call__(self, status: int, remaining: int, total: int) -> None:
        self._pieces += 1
        if self._pieces % PIECES_SYNCED == 0:
            os.fsync(self._file)
        self._report("Copying pages", total - remaining, total)
        took_s = time.monotonic() - self._began_s
        if remaining and self._idle:
            time.sleep(min(took_s * self._idle, 0.5))
        self._began_s = time.monotonic()


def open_alone(path: Path) -> sqlite3.Connection:
    """Open a file that nobody writes to, for reading, without making a file beside it."""
    target = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(target, uri=True, isolation_level=None, check_same_thread=False)
    connection.execute(f"pragma busy_timeout = {BUSY_TIMEOUT_MS}")
    return connection


def _check_room(source: Path, target: Path) -> None:
    needed = source.stat().st_size + SPARE_BYTES
    free = shutil.disk_usage(target.absolute().parent).free
    if free < needed:
        raise StoreError(
            f"There is no room for a copy beside {target}: it needs {needed / 1e6:,.0f} MB, and "
            f"{free / 1e6:,.0f} MB are free. Nothing was changed."
        )
