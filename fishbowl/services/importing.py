"""Imports whole logs into a database: in this process, or through the server that uses it."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import msgspec

from fishbowl.archive.indexing import index_session
from fishbowl.host.local_socket import Handler, NoLocalSocket, ask
from fishbowl.log import Conflict, InUse, SessionRow, Store, StoreError, open_store
from fishbowl.log.raw_entries import RawEntry, put_log

IMPORT_LOG = "import_log"
"""The local socket request that passes a log to a running server."""


class LogWriter(Protocol):
    """Writes logs into a database."""

    path: Path

    def put(self, row: SessionRow, entries: Iterable[RawEntry]) -> None:
        """Write the log of a session that does not exist yet, atomically.

        :raises StoreError: it could not be written.
        """
        ...


@contextmanager
def log_writer(db: Path) -> Iterator[LogWriter]:
    """A writer for a database: through its server if one runs, else in this process.

    :raises StoreError: the database cannot be used.
    """
    try:
        store = open_store(db, holder={})
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
    """The server's handler for :data:`IMPORT_LOG`.

    :param transact: runs a function in a write transaction.
    :param imported: called for each imported session.
    """

    def answer(asked: dict[str, Any], body: bytes) -> dict[str, Any]:
        row = msgspec.convert(asked["row"], SessionRow)
        transact(lambda connection: put_log(connection, row, _entries(body)))
        imported(row)
        return {"ok": True}

    return answer


class _DirectWriter:
    def __init__(self, store: Store) -> None:
        self._store = store
        self.path = store.path

    def put(self, row: SessionRow, entries: Iterable[RawEntry]) -> None:
        try:
            self._store.transact(partial(put_log, row=row, entries=list(entries)))
            index_session(self._store, row.code)
        except (Conflict, sqlite3.Error) as error:
            raise StoreError(f"{row.code} could not be written: {error}.") from error


class _ServerWriter:
    def __init__(self, path: Path, socket: Path) -> None:
        self.path = path
        self._socket = socket

    def put(self, row: SessionRow, entries: Iterable[RawEntry]) -> None:
        body = b"".join(msgspec.json.encode(entry) + b"\n" for entry in entries)
        try:
            answer = ask(self._socket, IMPORT_LOG, body, row=msgspec.to_builtins(row))
        except NoLocalSocket as error:
            raise StoreError(f"The running server does not answer: {error}.") from error
        if not answer.get("ok"):
            raise StoreError(f"{row.code} could not be written: {answer.get('error')}")


def _entries(body: bytes) -> list[RawEntry]:
    read = msgspec.json.Decoder(RawEntry).decode
    return [read(line) for line in body.splitlines()]
