"""An archive as files: one session a file, its log entry by entry.

The first line says what the file is, the last one how many entries there were, so a file that was
cut off is noticed. Signing keys are in none of them: what is made from the key, such as links and
the pseudonyms of phones, belongs to the installation.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import click
import msgspec

from fishbowl.codes import normalised
from fishbowl.domain.events import Entry
from fishbowl.domain.evolve import fold
from fishbowl.domain.state import Session
from fishbowl.services.importing import log_writer
from fishbowl.services.session_rows import session_row
from fishbowl.storage import StoreError, open_store
from fishbowl.storage.codec import UnknownEvent
from fishbowl.storage.connection import connect
from fishbowl.storage.raw import RawEntry, decoded, raw_entries

SCHEMA = "fishbowl.log/1"
SUFFIX = ".fishbowl.jsonl"
NOTE = "The owner's backup, with names and words as they were given. Not for publication."


class Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """The first line of a file."""

    schema: str
    code: str
    note: str = NOTE


class Foot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The last line of a file."""

    entries: int


class Broken(Exception):
    """A file cannot be taken in; the message says why in one sentence."""


def write_all(db: Path, folder: Path) -> int:
    """Write every session into a folder, each file whole or not at all.

    :return: how many there are.
    :raises OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    with closing(connect(db, readonly=True)) as connection:
        connection.execute("begin")  # one moment for all of them, whatever goes on meanwhile
        for (code,) in connection.execute("select code from sessions order by id").fetchall():
            _write(folder / f"{code}{SUFFIX}", code, raw_entries(connection, code))
            written += 1
    return written


def _write(path: Path, code: str, entries: Iterator[RawEntry]) -> None:
    unfinished = path.with_name(f".{path.name}.part")
    count = 0
    with unfinished.open("wb") as file:
        file.write(_line(Head(schema=SCHEMA, code=code)))
        for entry in entries:
            file.write(_line(entry))
            count += 1
        file.write(_line(Foot(entries=count)))
    os.replace(unfinished, path)


def _line(what: msgspec.Struct) -> bytes:
    return msgspec.json.encode(what) + b"\n"


def take_in(db: Path, folder: Path) -> tuple[int, int]:
    """Take in every session of a folder that is not there yet. All files are read first.

    Beside a running server the server writes; without one the database is held meanwhile.

    :return: how many were taken in, and how many were there already.
    :raises Broken: a file cannot be taken in; then none is.
    :raises OSError: the folder cannot be read.
    :raises StoreError: the database cannot be used.
    """
    files = sorted(folder.glob(f"*{SUFFIX}"))
    if not files:
        raise Broken(f"There is no file of a session in {folder}; their names end in {SUFFIX}.")
    with log_writer(db) as writer:
        new: dict[str, Path] = {}
        with closing(connect(writer.path, readonly=True)) as connection:
            for path in files:
                session = _checked(path)
                if session.code in new:
                    raise Broken(f"{path.name} and {new[session.code].name} hold the same session.")
                if not _is_there(connection, session.code, path):
                    new[session.code] = path
        for path in new.values():
            writer.put(session_row(_checked(path)), _entries(path))
    return len(new), len(files) - len(new)


def _is_there(connection: sqlite3.Connection, code: str, path: Path) -> bool:
    """Whether the same log is there.

    :raises Broken: another log of that code is.
    """
    there = raw_entries(connection, code)
    first = next(there, None)
    if first is None:
        return False
    for entry in _entries(path):
        if entry != first:
            break
        first = next(there, None)
    else:
        if first is None:
            return True
    raise Broken(f"There is another session {code} here already than the one in {path.name}.")


def _checked(path: Path) -> Session:
    """Read a whole file and fold its log.

    :raises Broken: something in it is not as it should be.
    """
    try:
        session = fold(_once(map(decoded, _entries(path))))
    except UnknownEvent as error:
        raise Broken(f"{path.name} was written by a newer Fishbowl ({error}).") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Broken(f"{path.name} is broken: {error}.") from error
    if session is None:
        raise Broken(f"{path.name} is broken: there is no entry in it.")
    if f"{session.code}{SUFFIX}" != path.name or session.code != normalised(session.code):
        raise Broken(f"{path.name} is broken: it holds the log of {session.code}.")
    return session


def _once(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Let entries pass that no file could refuse.

    :raises ValueError: two are of the same part of a command.
    """
    seen = set()
    for entry in entries:
        if (entry.command_id, entry.part) in seen:
            raise ValueError(f"entry {entry.seq} is there twice")
        seen.add((entry.command_id, entry.part))
        yield entry


def _entries(path: Path) -> Iterator[RawEntry]:
    """Read the entries of a file one by one.

    :raises Broken: it is none of ours, or not whole.
    """
    read_entry = msgspec.json.Decoder(RawEntry).decode
    with path.open("rb") as file:
        try:
            head = msgspec.json.decode(file.readline(), type=Head)
            if head.schema != SCHEMA:
                raise Broken(f"{path.name} is not a backup that this Fishbowl can read.")
            count, before = 0, b""
            for line in file:
                if before:
                    yield read_entry(before)
                    count += 1
                before = line
            foot = msgspec.json.decode(before, type=Foot)
        except msgspec.DecodeError as error:
            raise Broken(f"{path.name} is broken or cut off: {error}.") from error
    if foot.entries != count:
        raise Broken(f"{path.name} is broken: {foot.entries - count} entries are missing.")


def export_all(db: Path, folder: Path) -> None:
    """Do ``fishbowl export --all``."""
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
