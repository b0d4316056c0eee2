"""Backups: a file for each session, with its log entry by entry.

The first line says what the file is, the last one how many entries there were, so a file that was
cut off is noticed. Signing keys are in none of them: what is made from the key, such as links and
the pseudonyms of phones, belongs to the installation.
"""

import os
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import click
import msgspec

from fishbowl.cli.import_budget import check_all
from fishbowl.cli.import_checks import SCHEMA, SUFFIX, Broken, Foot, Head, entries_of
from fishbowl.domain.session.stream import SESSION, session_stream
from fishbowl.host.clock import SystemClock
from fishbowl.host.private_files import make_folder, open_for_writing
from fishbowl.log import Store, StoreError, open_store
from fishbowl.log.raw_entries import RawEntry
from fishbowl.services.importing import log_writer

NOTE = "The owner's backup, with names and words as they were given. Not for publication."


def write_all(store: Store, folder: Path) -> int:
    """Write every session into a folder, each file whole or not at all.

    :return: how many there are.
    :raises OSError: the folder cannot be written.
    :raises StoreError: the database cannot be read.
    """
    make_folder(folder)
    written = 0
    with store.moment():  # one for all of them, whatever goes on meanwhile
        for stream, _ in store.streams(SESSION.name):
            path = folder / f"{stream.key}{SUFFIX}"
            _write(path, stream.key, store.raw_entries(stream))
            written += 1
    return written


def _write(path: Path, code: str, entries: Iterable[RawEntry]) -> None:
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


def take_in(db: Path, folder: Path) -> tuple[int, int]:
    """Import every session of a folder that is not there yet. All files are checked first.

    A running server imports them itself; otherwise the import locks the database.

    :return: how many were taken in, and how many were there already.
    :raises Broken: a file cannot be taken in; then none is.
    :raises OSError: the folder cannot be read.
    :raises StoreError: the database cannot be used.
    """
    files = sorted(folder.glob(f"*{SUFFIX}"))
    if not files:
        raise Broken(f"There is no file of a session in {folder}; their names end in {SUFFIX}.")
    rows = dict(zip(files, check_all(files, SystemClock().now_ms()), strict=True))
    with log_writer(db) as writer:
        new: dict[str, Path] = {}
        with closing(open_store(writer.path, readonly=True)) as store:
            for path, row in rows.items():
                if row.code in new:
                    raise Broken(f"{path.name} and {new[row.code].name} hold the same session.")
                if not _is_there(store, row.code, path):
                    new[row.code] = path
        for path in new.values():
            writer.put(rows[path], entries_of(path))
    return len(new), len(files) - len(new)


def _is_there(store: Store, code: str, path: Path) -> bool:
    """Whether the same log is there.

    :raises Broken: another log of that code is.
    """
    there = store.raw_entries(session_stream(code))
    if not there:
        return False
    if there == list(entries_of(path)):
        return True
    raise Broken(f"There is another session {code} here already than the one in {path.name}.")


def export_all(db: Path, folder: Path) -> None:
    """Do ``fishbowl export --all``."""
    try:
        with closing(open_store(db, readonly=True)) as store:
            count = write_all(store, folder)
    except (OSError, StoreError) as error:
        raise click.ClickException(_sentence(error)) from error
    sessions = "1 session" if count == 1 else f"{count} sessions"
    click.echo(f"{sessions} in {folder}. {NOTE}")


def _sentence(error: Exception) -> str:
    return f"The files cannot be written: {error}." if isinstance(error, OSError) else str(error)
