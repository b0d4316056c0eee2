"""Copies of the database: through an open connection, whole and synced, or what can be read.

A copy is made beside the database under a name that nobody has, readable by its owner alone.
"""

import os
import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from fishbowl.host.long_work import Report, ignored
from fishbowl.host.private_files import make_empty
from fishbowl.log.errors import StoreError

COPY_KEPT_MS = 30 * 24 * 60 * 60 * 1000
PAGES_AT_ONCE = 2_000
"""A copy that tells how far it is tells it after so many pages."""
QUICK_CHECK_MAX = 20
"""How many faults of a damaged file are told."""


def free_name(path: Path, what: str, stamp: str) -> Path:
    """A name beside a database that no file has: ``talks.rescued-20261129-181000.db``.

    :param stamp: the time, to tell copies apart.
    """
    number = 1
    while True:
        suffix = "" if number == 1 else f"-{number}"
        candidate = path.with_name(f"{path.stem}.{what}-{stamp}{suffix}{path.suffix}")
        if not candidate.exists():
            return candidate
        number += 1


def remove_old_copies(path: Path, now_ms: int) -> list[str]:
    """Remove the copies that were made before tables were changed, once they are 30 days old.

    They hold what was erased since. The age is the one in their names.

    :param path: the database.
    :return: the names of what was removed.
    """
    made = re.compile(
        rf"{re.escape(path.stem)}\.before-m\d+-(\d{{13}})(-\d+)?{re.escape(path.suffix)}"
    )
    removed = []
    for copy in sorted(path.absolute().parent.iterdir()):
        found = made.fullmatch(copy.name)
        if found and now_ms - int(found[1]) > COPY_KEPT_MS:
            with suppress(OSError):
                copy.unlink()
                removed.append(copy.name)
    return removed


def copy_open(source: sqlite3.Connection, target: Path, report: Report = ignored) -> None:
    """Copy a database through an open connection, also when its files are gone from the folder.

    :param target: a new file; what is half written is removed.
    :param report: is told how many pages are copied.
    :raises OSError: it cannot be made.
    :raises sqlite3.Error: it cannot be written, or what was copied is damaged.
    :raises StoreError: the copy does not hold what the original does.
    """
    make_empty(target)
    try:
        with closing(sqlite3.connect(target, isolation_level=None)) as copy:
            copy.execute("pragma synchronous = full")
            if report is ignored:
                source.backup(copy)
            else:
                source.backup(
                    copy,
                    pages=PAGES_AT_ONCE,
                    progress=lambda _, left, all: report("Copying the database", all - left, all),
                )
            faults = quick_check(copy)
            if faults:
                raise StoreError(f"The copy is damaged: {faults[0]}.")
            if _extent(source) != _extent(copy):
                raise StoreError("The copy does not hold what the original does.")
        sync(target)
    except BaseException:
        with suppress(OSError):
            target.unlink()
        raise


def salvage(source: sqlite3.Connection, target: sqlite3.Connection) -> list[str]:
    """Copy every row that can be read out of a damaged file into one with the same empty tables.

    :return: the tables of which not everything could be read.
    :raises sqlite3.Error: the target refuses.
    """
    damaged = []
    for table in _tables(target):
        there = {row[1] for row in source.execute(f'pragma table_info("{table}")')}
        columns = [
            row[1] for row in target.execute(f'pragma table_info("{table}")') if row[1] in there
        ]
        if not columns:
            continue  # the damaged file is of an older version
        names = ", ".join(f'"{column}"' for column in columns)
        insert = f'insert or ignore into "{table}" ({names}) values (?{", ?" * (len(columns) - 1)})'
        target.execute("begin")
        if not _salvage_table(source, target, f'select {names} from "{table}"', insert):
            damaged.append(table)
        target.execute("commit")
    return damaged


def _salvage_table(
    source: sqlite3.Connection, target: sqlite3.Connection, select: str, insert: str
) -> bool:
    """Copy a table from its beginning, and where that breaks off, from its end backwards.

    :return: whether everything could be read.
    """
    for order in ("rowid", "rowid desc"):
        try:
            for row in source.execute(f"{select} order by {order}"):
                target.execute(insert, row)
        except sqlite3.DatabaseError:
            continue
        return order == "rowid"
    return False


def quick_check(connection: sqlite3.Connection) -> list[str]:
    """Ask SQLite whether the pages of a file are in order.

    :return: what is wrong, in SQLite's words; empty if nothing is.
    """
    try:
        rows = connection.execute(f"pragma quick_check({QUICK_CHECK_MAX})").fetchall()
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return [] if rows == [("ok",)] else [str(row[0]) for row in rows]


def sync(path: Path) -> None:
    """Make a file, and its name in the folder, durable.

    :raises OSError: the disk refuses.
    """
    for place in (path, path.parent):
        try:
            opened = os.open(place, os.O_RDONLY)
        except PermissionError:
            if place is path:
                raise
            return  # a folder cannot be opened on Windows, and need not be synced there
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _extent(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    """How long every log is; the first column of the entries says which log, in every version."""
    (_, log, *_) = connection.execute("pragma table_info(entries)").fetchone()
    return connection.execute(
        f"select {log}, count(*), max(seq) from entries group by 1 order by 1"
    ).fetchall()


def _tables(connection: sqlite3.Connection) -> list[str]:
    query = "select name from sqlite_master where type = 'table' and sql not like '%virtual%'"
    shadows = ("finished_sessions_fts", "finds", "finished_sessions", "sqlite_", "_sqlite_")
    return [name for (name,) in connection.execute(query) if not name.startswith(shadows)]
