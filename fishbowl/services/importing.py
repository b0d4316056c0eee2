"""Imports whole logs into a database: in this process, or through the server that uses it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import msgspec

from fishbowl.domain.session.row import SessionRow
from fishbowl.domain.session.stream import SESSION, session_stream
from fishbowl.harvest.searchable_text import SearchableText
from fishbowl.host.clock import SystemClock
from fishbowl.host.local_socket import Handler
from fishbowl.host.long_work import Report, ignored
from fishbowl.log import Conflict, Log, Store, StoreError
from fishbowl.log.effects import AnyEffect, EraseAgain, ImportLog, PutArchived, PutRow
from fishbowl.log.raw_entries import RawEntry, stored
from fishbowl.log.records import ArchivedSession
from fishbowl.services.running_server import RunningServer, store_or_server

IMPORT_LOGS = "import_logs"
"""The request by which a command hands logs to a running server."""


class WholeLog(NamedTuple):
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

    def put(self, logs: Sequence[WholeLog]) -> None:
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
    found = store_or_server(db, report=report, makes=True)
    if isinstance(found, RunningServer):
        yield _ServerWriter(found)
        return
    try:
        yield _DirectWriter(found)
    finally:
        found.close()


def import_handler(
    log: Log, now_ms: Callable[[], int], imported: Callable[[SessionRow], None]
) -> Handler:
    """Make what answers :data:`IMPORT_LOGS` in a server. It indexes finished sessions by itself.

    :param now_ms: session time.
    :param imported: called for each imported session.
    """

    def answer(asked: dict[str, Any], body: bytes) -> dict[str, Any]:
        head, _, lines = body.partition(b"\n")
        rows = msgspec.json.decode(head, type=list[SessionRow])
        lengths = msgspec.convert(asked["lengths"], list[int])

        entries = iter(_entries(lines))
        effects: list[AnyEffect] = []
        for row, length in zip(rows, lengths, strict=True):
            effects += import_effects(row, list(islice(entries, length)))
        erase = erase_effect(log, rows, now_ms())
        log.append({}, [*effects, erase])
        there = {listed.stream.key for listed in log.streams(SESSION.name)}
        for row in rows:
            if row.code in there:
                imported(row)
        return {"ok": True}

    return answer


class _DirectWriter:
    entries_at_once = 20_000

    def __init__(self, store: Store) -> None:
        self._store = store
        self.path = store.path

    def put(self, logs: Sequence[WholeLog]) -> None:
        effects: list[AnyEffect] = []
        for log in logs:
            effects += import_effects(log.row, log.entries)
            if log.about is not None:
                stream = session_stream(log.row.code)
                effects.append(
                    PutArchived(stream=stream, about=log.about, texts=log.searchable_texts)
                )
        try:
            now_ms = SystemClock().now_ms()
            effects.append(erase_effect(self._store, [log.row for log in logs], now_ms))
            self._store.append({}, effects)
        except (Conflict, StoreError) as error:
            raise StoreError(f"{_named(logs)} could not be written: {error}.") from error


class _ServerWriter:
    entries_at_once = 2_000
    """The rooms of the server wait as long as it takes to write these."""

    def __init__(self, server: RunningServer) -> None:
        self._server = server
        self.path = server.path

    def put(self, logs: Sequence[WholeLog]) -> None:
        parts = ([log.row for log in logs], *(entry for log in logs for entry in log.entries))
        body = b"".join(msgspec.json.encode(part) + b"\n" for part in parts)
        lengths = [len(log.entries) for log in logs]
        could_not = f"{_named(logs)} could not be written"
        self._server.ask(IMPORT_LOGS, body, could_not=could_not, lengths=lengths)


def import_effects(row: SessionRow, entries: Sequence[RawEntry]) -> list[AnyEffect]:
    """Make the effects that write the whole log of a session that is not there yet."""
    stream = session_stream(row.code)
    whole = ImportLog(stream=stream, entries=tuple(map(stored, entries)))
    return [whole, PutRow(stream=stream, row=row)]


def erase_effect(log: Log, rows: Sequence[SessionRow], now_ms: int) -> EraseAgain:
    """Make the effect that erases in imported logs what this installation has erased before.

    It goes last. A session that was deleted here is not there after it.

    :param rows: of the sessions that are imported.
    :param now_ms: session time.
    :raises StoreError: the list of erasures cannot be read.
    """
    streams = {session_stream(row.code) for row in rows}
    lines = tuple(line for line in log.erasure_lines() if line.stream in streams)
    return EraseAgain(lines=lines, now_ms=now_ms)


def _named(logs: Sequence[WholeLog]) -> str:
    first, others = logs[0].row.code, len(logs) - 1
    return f"{first} and {others} more" if others else first


def _entries(body: bytes) -> list[RawEntry]:
    read = msgspec.json.Decoder(RawEntry).decode
    return [read(line) for line in body.splitlines()]
