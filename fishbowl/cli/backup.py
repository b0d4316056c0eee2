"""Backups: a file for each session, with its log entry by entry.

The first line says what the file is, the last one how many entries it has, so that a truncated file
is noticed. Signing keys are not part of a backup, so links and pseudonyms of phones that were made
with them are valid in the original installation only.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click
import msgspec

from fishbowl.cli.import_budget import check_all
from fishbowl.cli.import_checks import SCHEMA, SUFFIX, Foot, Head, InvalidBackup, backup_entries
from fishbowl.host.clock import SystemClock
from fishbowl.host.private_files import make_folder, open_for_writing
from fishbowl.log import StoreError, open_store
from fishbowl.log.connection import connect
from fishbowl.log.raw_entries import RawEntry, raw_entries
from fishbowl.services.importing import log_writer

NOTE = "The owner's backup, with names and words as they were given. Not for publication."


def write_all(db: Path, folder: Path) -> int:
    """Write every session into a folder, each file atomically.

    :return: how many there are.
    :raises OSError: the folder cannot be written.
    """
    make_folder(folder)
    written = 0
    with closing(connect(db, readonly=True)) as connection:
        connection.execute("begin")  # one state for all sessions, while the server writes
        for (code,) in connection.execute("select code from sessions order by id").fetchall():
            _write(folder / f"{code}{SUFFIX}", code, raw_entries(connection, code))
            written += 1
    return written


def _write(path: Path, code: str, entries: Iterator[RawEntry]) -> None:
    unfinished = path.with_name(f".{path.name}.part")
    count = 0
    with open_for_writing(unfinished) as file:
        file.write(_line(Head(schema=SCHEMA, code=code, note=NOTE)))
        for entry in entries:
            file.write(_line(entry))
            count += 1
        file.write(_line(Foot(entries=count)))
    os.replace(unfinished, path)


def _line(what: msgspec.Struct) -> bytes:
    return msgspec.json.encode(what) + b"\n"


def import_all(db: Path, folder: Path) -> tuple[int, int]:
    """Import the sessions of a folder that do not exist yet. All files are validated first.

    A running server imports them itself; otherwise the import locks the database.

    :return: how many were imported, and how many existed already.
    :raises InvalidBackup: a file cannot be imported; then none is.
    :raises OSError: the folder cannot be read.
    :raises StoreError: the database cannot be used.
    """
    files = sorted(folder.glob(f"*{SUFFIX}"))
    if not files:
        raise InvalidBackup(
            f"There is no file of a session in {folder}; their names end in {SUFFIX}."
        )
    rows = dict(zip(files, check_all(files, SystemClock().now_ms()), strict=True))
    with log_writer(db) as writer:
        new: dict[str, Path] = {}
        with closing(connect(writer.path, readonly=True)) as connection:
            for path, row in rows.items():
                if row.code in new:
                    raise InvalidBackup(
                        f"{path.name} and {new[row.code].name} hold the same session."
                    )
                if not _exists(connection, row.code, path):
                    new[row.code] = path
        for path in new.values():
            writer.put(rows[path], backup_entries(path))
    return len(new), len(files) - len(new)


def _exists(connection: sqlite3.Connection, code: str, path: Path) -> bool:
    """Whether the database has the same log.

    :raises InvalidBackup: it has another log with this code.
    """
    there = raw_entries(connection, code)
    first = next(there, None)
    if first is None:
        return False
    for entry in backup_entries(path):
        if entry != first:
            break
        first = next(there, None)
    else:
        if first is None:
            return True
    raise InvalidBackup(
        f"There is another session {code} here already than the one in {path.name}."
    )


def export_all(db: Path, folder: Path) -> None:
    """The implementation of ``fishbowl export --all``."""
    try:
        store = open_store(db, readonly=True)
        store.close()
        count = write_all(store.path, folder)
    except (OSError, sqlite3.Error, StoreError) as error:
        raise click.ClickException(_sentence(error)) from error
    sessions = "1 session" if count == 1 else f"{count} sessions"
    click.echo(f"{sessions} in {folder}. {NOTE}")


def _sentence(error: Exception) -> str:
    return f"The files cannot be written: {error}." if isinstance(error, OSError) else str(error)
