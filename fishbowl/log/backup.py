"""Copies of a database while a server writes to it: online, and verified by folding.

The copy is of one moment: the reading transaction stays open, so that what is written meanwhile
neither gets into it nor makes it begin again. It is made in small pieces with pauses between them,
and each few pieces are synced, so that the server's own syncs do not wait behind a long queue.
"""

import os
import shutil
import sqlite3
import time
from collections.abc import Mapping
from contextlib import closing, suppress
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from fishbowl.domain.kernel.streams import Stream, StreamKind
from fishbowl.domain.streams import KINDS
from fishbowl.host.long_work import Report, ignored
from fishbowl.host.private_files import make_empty
from fishbowl.log import chain
from fishbowl.log.connection import BUSY_TIMEOUT_MS, connect
from fishbowl.log.errors import StoreError
from fishbowl.log.file_copy import quick_check, sync
from fishbowl.log.rows import read_entries

PAGES = 128
"""Half a megabyte with SQLite's usual pages: one piece of the copy."""
PIECES_SYNCED = 8
SPARE_BYTES = 16 * 1024 * 1024
"""What must be left on the disk beside the copy."""


class Verified(NamedTuple):
    """What a file holds.

    :param heads: the hash of the last entry of each session whose log is whole.
    :param broken: what is wrong with the others, by code.
    """

    sessions: int
    entries: int
    heads: dict[str, bytes]
    broken: dict[str, str]


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


def verify(
    path: Path, *, report: Report = ignored, known: Mapping[str, bytes] | None = None
) -> Verified:
    """Compare every log of a copy with its hashes, and fold it.

    :param path: a file that nobody writes to.
    :param known: heads of logs that were folded before; those are compared, and not folded again.
    :raises sqlite3.Error: it cannot be read at all.
    """
    known = known or {}
    kinds = {kind.name: kind for kind in KINDS}
    heads: dict[str, bytes] = {}
    broken: dict[str, str] = {}
    total = 0
    with closing(open_alone(path)) as connection:
        rows = connection.execute(
            "select kind, key, entry_count, head from streams order by id"
        ).fetchall()
        for done, (kind, key, count, head) in enumerate(rows):
            report("Verifying sessions", done, len(rows))
            total += count
            name = key or kind
            try:
                declared = kinds[kind]
                chain.check(connection, Stream(kind, key), declared.erasable_fields)
                if known.get(name) != head:
                    _fold(connection, declared, key)
                heads[name] = head
            except Exception as error:  # whatever a damaged log makes the rules stumble over
                broken[name] = str(error) or type(error).__name__
        report("Verifying sessions", len(rows), len(rows))
        if lost := chain.without_row(connection, KINDS):
            broken["?"] = f"{lost} entries belong to no session"
    return Verified(len(rows), total, heads, broken)


def _fold(connection: sqlite3.Connection, kind: StreamKind[Any], key: str) -> None:
    entries = read_entries(connection, kind, key)
    state = kind.fold(entries)
    if state is None:
        raise ValueError("its log is empty")
    if kind.key_of(state) != key:
        raise ValueError(f"its log is that of {kind.key_of(state)}")
    for before, after in pairwise(entries):
        if after.at_ms < before.at_ms:
            raise ValueError(f"entry {after.seq} is earlier than the one before it")


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
