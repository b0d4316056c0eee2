"""Writing whole logs into a database: by this process, or by the server that holds it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import msgspec

from fishbowl.archive.indexing import index_session
from fishbowl.domain.session.row import SessionRow
from fishbowl.domain.session.stream import session_stream
from fishbowl.host.local_socket import Handler, NoLocalSocket, ask
from fishbowl.log import Conflict, InUse, Log, Store, StoreError, open_store
from fishbowl.log.effects import ImportLog, PutRow
from fishbowl.log.raw_entries import RawEntry, stored

IMPORT_LOG = "import_log"
"""The request by which a command hands a log to a running server."""


class LogWriter(Protocol):
    """Puts logs into a database."""

    path: Path

    def put(self, row: SessionRow, entries: Iterable[RawEntry]) -> None:
        """Write a log of a session that is not there yet, all of it or nothing.

        :raises StoreError: it could not be written.
        """
        ...


@contextmanager
def log_writer(db: Path) -> Iterator[LogWriter]:
    """Give what writes to a database: its server if one runs, else this process.

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
        yield _ThroughServer(reading.path, Path(socket))
        return
    try:
        yield _Here(store)
    finally:
        store.close()


def put_log(log: Log, row: SessionRow, entries: Iterable[RawEntry]) -> None:
    """Write the whole log of a session that is not there yet.

    :raises Conflict: there is a session of that code.
    :raises StoreError: the database cannot be used.
    """
    stream = session_stream(row.code)
    whole = ImportLog(stream=stream, entries=tuple(map(stored, entries)))
    log.append({}, [whole, PutRow(stream=stream, row=row)])


def import_handler(log: Log, imported: Callable[[SessionRow], None]) -> Handler:
    """Make what answers :data:`IMPORT_LOG` in a server.

    :param imported: is told of every session that has come in.
    """

    def answer(asked: dict[str, Any], body: bytes) -> dict[str, Any]:
        row = msgspec.convert(asked["row"], SessionRow)
        put_log(log, row, _entries(body))
        imported(row)
        return {"ok": True}

    return answer


class _Here:
    def __init__(self, store: Store) -> None:
        self._store = store
        self.path = store.path

    def put(self, row: SessionRow, entries: Iterable[RawEntry]) -> None:
        try:
            put_log(self._store, row, entries)
            index_session(self._store, row.code)
        except (Conflict, StoreError) as error:
            raise StoreError(f"{row.code} could not be written: {error}.") from error


class _ThroughServer:
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
