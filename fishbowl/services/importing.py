"""Imports whole logs into a database: in this process, or through the server that uses it."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import msgspec

from fishbowl.harvest.searchable_text import SearchableText
from fishbowl.host.local_socket import Handler, NoLocalSocket, ask
from fishbowl.host.long_work import Report, ignored
from fishbowl.log import (
    Conflict,
    InUse,
    SessionRow,
    Store,
    StoreError,
    archived_sessions,
    open_store,
)
from fishbowl.log.archived_sessions import ArchivedSession
from fishbowl.log.raw_entries import RawEntry, put_log

IMPORT_LOGS = "import_logs"
"""The request by which a command hands logs to a running server."""


class Log(NamedTuple):
    """A log to be written.

    :param row: what the list of sessions tells about it.
    :param about: what the archive says about it if it is finished, with its ``searchable_texts``.
    """

    row: SessionRow
    entries: Sequence[RawEntry]
    about: ArchivedSession | None
    searchable_texts: tuple[SearchableText, ...]


class LogWriter(Protocol):
    """Puts logs into a database.

    ``entries_at_once`` is how many entries may be in one transaction, or a few more.
    """

    path: Path
    entries_at_once: int

    def put(self, logs: Sequence[Log]) -> None:
        """Write logs of sessions that are not there yet, all of them or nothing.

        :raises StoreError: they could not be written.
        """
        ...


@contextmanager
def log_writer(db: Path, report: Report = ignored) -> Iterator[LogWriter]:
    """Give what writes to a database: its server if one runs, else this process.

    :param report: is told how far a change of its tables is.
    :raises StoreError: the database cannot be used.
    """
    try:
        store = open_store(db, holder={}, report=report)
    except InUse as error:
        socket = "" if error.holder is None else error.holder.about.get("socket", "")
        if not socket:
            raise
        reading = open_store(db, readonly=True)
        reading.close()
        yield _ServerWriter(reading.path, Path(socket))
        return
    try:
        yield _DirectWriter(store)
    finally:
        store.close()


def import_handler(
    transact: Callable[[Callable[[sqlite3.Connection], None]], None],
    imported: Callable[[SessionRow], None],
) -> Handler:
    """Make what answers :data:`IMPORT_LOGS` in a server. It indexes finished sessions by itself.

    :param transact: runs a function in a write transaction.
    :param imported: called for each imported session.
    """

    def answer(asked: dict[str, Any], body: bytes) -> dict[str, Any]:
        head, _, lines = body.partition(b"\n")
        rows = msgspec.json.decode(head, type=list[SessionRow])
        lengths = msgspec.convert(asked["lengths"], list[int])

        def write(connection: sqlite3.Connection) -> None:
            entries = iter(_entries(lines))
            for row, length in zip(rows, lengths, strict=True):
                put_log(connection, row, list(islice(entries, length)))

        transact(write)
        for row in rows:
            imported(row)
        return {"ok": True}

    return answer


class _DirectWriter:
    entries_at_once = 20_000

    def __init__(self, store: Store) -> None:
        self._store = store
        self.path = store.path

    def put(self, logs: Sequence[Log]) -> None:
        def write(connection: sqlite3.Connection) -> None:
            for log in logs:
                session_id = put_log(connection, log.row, log.entries)
                if log.about is not None:
                    archived_sessions.put(connection, session_id, log.about, log.searchable_texts)

        try:
            self._store.transact(write)
        except (Conflict, sqlite3.Error) as error:
            raise StoreError(f"{_named(logs)} could not be written: {error}.") from error


class _ServerWriter:
    entries_at_once = 2_000
    """The rooms of the server wait as long as it takes to write these."""

    def __init__(self, path: Path, socket: Path) -> None:
        self.path = path
        self._socket = socket

    def put(self, logs: Sequence[Log]) -> None:
        parts = ([log.row for log in logs], *(entry for log in logs for entry in log.entries))
        body = b"".join(msgspec.json.encode(part) + b"\n" for part in parts)
        lengths = [len(log.entries) for log in logs]
        try:
            answer = ask(self._socket, IMPORT_LOGS, body, lengths=lengths)
        except NoLocalSocket as error:
            raise StoreError(f"The running server does not answer: {error}.") from error
        if not answer.get("ok"):
            raise StoreError(f"{_named(logs)} could not be written: {answer.get('error')}")


def _named(logs: Sequence[Log]) -> str:
    first, others = logs[0].row.code, len(logs) - 1
    return f"{first} and {others} more" if others else first


def _entries(body: bytes) -> list[RawEntry]:
    read = msgspec.json.Decoder(RawEntry).decode
    return [read(line) for line in body.splitlines()]
