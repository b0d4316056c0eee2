"""The log in a SQLite file.

One connection writes, another one reads what is committed. A store takes no locks: whoever uses it
from several threads hands each connection's work to one of them (see
:mod:`fishbowl.services.log_threads`). Nothing here logs or waits on anything but the disk, so it
may run in an OS thread of its own.
"""

import secrets
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from fishbowl.domain.kernel.entries import Entry
from fishbowl.domain.kernel.streams import Stream, StreamKind
from fishbowl.host.file_lock import FileLock
from fishbowl.log import (
    archived_sessions,
    audit,
    chain,
    erasure_list,
    peers,
    row_tables,
    sign_ins,
    snapshots,
)
from fishbowl.log.along_reading import AlongTables
from fishbowl.log.applying import Writing
from fishbowl.log.connection import translated
from fishbowl.log.copied_file import CopiedFile
from fishbowl.log.effects import AnyEffect
from fishbowl.log.erasing_again import Outcome, again
from fishbowl.log.erasure_lines import ErasureLine
from fishbowl.log.erasure_list import ErasureFile
from fishbowl.log.errors import Conflict
from fishbowl.log.file_copy import quick_check
from fishbowl.log.home_reading import HomeTables
from fishbowl.log.news import read_news
from fishbowl.log.people_reading import PeopleTables
from fishbowl.log.protocol import CommandKey, Listed, News
from fishbowl.log.raw_entries import RawEntry, raw
from fishbowl.log.records import AUDIT_LINES_MAX, AuditLine, Peers, SignIn
from fishbowl.log.rows import read_entries, read_stored

T = TypeVar("T")


class Store(CopiedFile, PeopleTables, HomeTables, AlongTables):
    """The database of one installation: a :class:`~fishbowl.log.protocol.Log`.

    :param path: the SQLite file, brought up to date.
    :param kinds: the kinds of streams that it may hold.
    :param readonly: open for reading only, beside a server that writes.
    :param lock: the lock by which the database is held, if it is; released when it is closed.
    :param stamp: gives the time in milliseconds since 1970, to name copies by.
    :param erasures: the file that lists what is erased, apart from the database.
    """

    def __init__(
        self,
        path: Path,
        *,
        kinds: Iterable[StreamKind[Any]],
        readonly: bool = False,
        lock: FileLock | None = None,
        stamp: Callable[[], int] = lambda: 0,
        erasures: ErasureFile | None = None,
    ) -> None:
        self._kinds = {kind.name: kind for kind in kinds}
        self._appended: set[Stream] = set()
        self._heard: list[Callable[[], None]] = []
        self.erasures = erasures
        super().__init__(path, readonly=readonly, lock=lock, stamp=stamp)
        if not readonly:
            try:
                self.complete_list()
            except BaseException:
                self.close()
                raise

    # Writing: for the writer's thread alone

    def append(
        self,
        entries: Mapping[Stream, Sequence[Entry]],
        effects: Sequence[AnyEffect],
        commands: Iterable[CommandKey] = (),
    ) -> None:
        """Append entries and apply effects: see :class:`~fishbowl.log.protocol.Log`.

        Where the disk fails to sync, or the files were touched from outside, the store goes on in
        a copy: see :attr:`moved`.
        """
        work = Writing(self._kinds, entries, effects, commands)
        self._words_in_wal |= work.erases
        with translated():
            try:
                self.transact(work.apply)
            except sqlite3.IntegrityError as error:
                raise Conflict(str(error)) from error
        self._list_erasures(work.listed)
        self._appended.update(entries)
        self._appended.difference_update(work.deleted)
        self._empty_wal()
        self._listen()

    def news(self, seen: Mapping[Stream, int], commands: Iterable[CommandKey]) -> News:
        """Ask what is new in these logs: see :class:`~fishbowl.log.protocol.Log`."""
        with translated():
            self._stay_in_the_file()
            news = read_news(self._writer, seen, commands, self._tail)
        self._listen()
        return news

    def secret(self) -> bytes:
        """The signing key of this installation, made on first use."""
        with translated():
            self._writer.execute(
                "insert or ignore into secrets (name, value) values ('signing_key', ?)",
                (secrets.token_bytes(32),),
            )
            self.changes.committed()
            query = "select value from secrets where name = 'signing_key'"
            (value,) = self._writer.execute(query).fetchone()
        return bytes(value)

    def known_secret(self) -> bytes | None:
        """The signing key of this installation; ``None`` as long as there is none."""
        with translated():
            query = "select value from secrets where name = 'signing_key'"
            found = self._reader.execute(query).fetchone()
        return None if found is None else bytes(found[0])

    def hear(self, callback: Callable[[], None]) -> None:
        """Be told when another connection has committed, by ``append``, ``news`` or ``tidy``."""
        self._heard.append(callback)

    def tidy(self) -> bool:
        """Let erased words leave the file: see :class:`~fishbowl.log.protocol.Log`.

        Somebody who reads the file at this moment, such as a backup, keeps the write-ahead log
        alive, where words outlive their overwriting: then this does not wait.
        """
        with translated():
            more = archived_sessions.has_to_purge(self._writer)
            if more:
                self.transact(archived_sessions.purge_some)
                self._words_in_wal = True
            self._list_erasures(())
            self._empty_wal()
        self._listen()
        return more

    # For what copies a database, such as a standby

    def complete_list(self) -> None:
        """Write to the list of erasures what the database has and it does not.

        :raises StoreError: the list cannot be read.
        """
        if self.erasures is not None:
            with translated():
                self.erasures.complete(self._writer)

    def list_all_erasures(self) -> None:
        """List whatever the logs here have erased.

        :raises StoreError: the database cannot be used, or the list cannot be read.
        """
        with translated():
            self.transact(partial(erasure_list.fill, kinds=self._kinds.values()))
        self.complete_list()

    def erased_elsewhere(self) -> list[ErasureLine]:
        """What the list of erasures has and this database does not: it is a copy from before.

        :raises StoreError: the list cannot be read.
        """
        if self.erasures is None:
            return []
        with translated():
            return self.erasures.elsewhere(self._reader)

    def erase_again(self, line: ErasureLine, now_ms: int) -> Outcome:
        """Apply a line of the list to this database, if it still holds what the line erases.

        :param now_ms: the time of the entries that do it.
        :raises StoreError: the line was written by a newer program, or the file refused.
        """
        outcome: list[Outcome] = []

        def work(connection: sqlite3.Connection) -> None:
            found = again(connection, self._kinds, line, now_ms)
            Writing(self._kinds, found.entries, found.effects).apply(connection)
            outcome[:] = [found.outcome]

        with translated():
            self.overwrite(work)
        return outcome[0]

    def erasure_lines(self) -> list[ErasureLine]:
        """Every line of the list: see :class:`~fishbowl.log.protocol.Log`."""
        with translated():
            lines = erasure_list.in_table(self._reader)
        in_file = [] if self.erasures is None else self.erasures.read()
        return list({line.id: line for line in (*lines, *in_file)}.values())

    def _list_erasures(self, listed: Iterable[ErasureLine]) -> None:
        """Write what was erased to the list apart from the database, after the commit.

        What the file does not take now is kept, and written later.
        """
        if self.erasures is not None:
            self.erasures.add(listed)

    # Reading: for the reader's thread alone

    def entries(self, stream: Stream) -> list[Any]:
        """Read a log, oldest entry first: see :class:`~fishbowl.log.protocol.Log`."""
        with translated():
            return read_entries(self._reader, self._kinds[stream.kind], stream.key)

    def folded(self, stream: Stream, until: int | None = None) -> Any | None:
        """Fold a log: see :class:`~fishbowl.log.protocol.Log`."""
        kind = self._kinds[stream.kind]
        if until is None:
            with translated():
                state = snapshots.folded(self._reader, kind, stream.key)
            if state is not None:
                return state
        return kind.fold(self.entries(stream)[:until])  # without a hole: entries count from 1

    def raw_entries(self, stream: Stream) -> list[RawEntry]:
        """Read a log as it is stored: see :class:`~fishbowl.log.protocol.Log`."""
        with translated():
            return [raw(row) for row in read_stored(self._reader, stream)]

    def check(self, stream: Stream) -> None:
        """Compare a log with its hash chain: see :class:`~fishbowl.log.protocol.Log`."""
        with translated(), self.moment():
            chain.check(self._reader, stream, self._kinds[stream.kind].erasable_fields)

    def faults(self) -> list[str]:
        """What is wrong with the pages of the file, in SQLite's words; empty if nothing is."""
        return quick_check(self._reader)

    def without_row(self) -> int:
        """How many entries belong to no stream that is listed: rows of the file are missing."""
        with translated():
            return chain.without_row(self._reader, self._kinds.values())

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Let everything that is read inside be of one moment, whatever is written meanwhile."""
        outermost = not self._reader.in_transaction
        if outermost:
            self._reader.execute("begin")
        try:
            yield
        finally:
            if outermost:
                self._reader.execute("rollback")

    def streams(self, kind: str) -> list[Listed]:
        """List the streams of a kind, the one that began last first."""
        declared = self._kinds[kind]
        with translated():
            rows = row_tables.read_rows(self._reader, declared)
        return [Listed(declared.stream(key), row) for key, row in rows]

    def stream_counts(self, kind: str, field: str) -> dict[Any, int]:
        """Count the streams of a kind by the values of a field of their rows."""
        with translated():
            return row_tables.count_rows(self._reader, self._kinds[kind], field)

    def deleted(self, kind: str) -> frozenset[str]:
        """The keys of all streams of a kind that were deleted."""
        query = "select key from deleted_streams where kind = ?"
        with translated():
            return frozenset(key for (key,) in self._reader.execute(query, (kind,)))

    def stale_codes(self) -> list[str]:
        """The codes of finished sessions that the archive does not hold as they are now."""
        with translated():
            return archived_sessions.stale_codes(self._reader)

    def sign_ins(self) -> list[SignIn]:
        """Every sign-in that is listed."""
        with translated():
            return sign_ins.load(self._reader)

    def numbers(self) -> dict[str, int]:
        """The numbers that this installation keeps by name."""
        with translated():
            return sign_ins.numbers(self._reader)

    def audit_lines(self, *, first: int = 0, most: int = AUDIT_LINES_MAX) -> list[AuditLine]:
        """Read the audit list, the latest line first: see :class:`~fishbowl.log.protocol.Log`."""
        with translated():
            return audit.read(self._reader, first=first, most=most)

    def audit_count(self) -> int:
        """How many lines the audit list has."""
        with translated():
            return audit.count(self._reader)

    def peers(self) -> Peers:
        """The other machines of this installation."""
        with translated():
            return peers.read(self._reader)

    def beside(self) -> "Store":
        """Open the same database once more, for reading only."""
        with translated():
            return Store(self.path, kinds=self._kinds.values(), readonly=True)

    def _tail(self, stream: Stream, after: int) -> list[Any]:
        return read_entries(self._writer, self._kinds[stream.kind], stream.key, after)

    def _listen(self) -> None:
        if self._others_have_committed():
            self.changes.others_committed()
            for callback in self._heard:
                callback()

    def _check_copy(self, copy: sqlite3.Connection) -> None:
        """Fold every log that was written to since the start: they are the ones in use."""
        for stream in self._appended:
            kind = self._kinds[stream.kind]
            kind.fold(read_entries(copy, kind, stream.key))
