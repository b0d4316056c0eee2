"""Reading and appending logs.

One connection writes, another one reads what is committed. A store takes no locks: whoever uses it
from several threads hands each connection's work to one of them (see :mod:`fishbowl.host.threads`).
Nothing here logs or waits on anything but the disk, so it may run in an OS thread of its own.
"""

import secrets
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.state import Session
from fishbowl.host.file_lock import FileLock
from fishbowl.host.private_files import make_folder
from fishbowl.log import archived_sessions, snapshots
from fishbowl.log.appending import append
from fishbowl.log.connection import BUSY_TIMEOUT_MS, connect, is_io_error
from fishbowl.log.delete_session import delete_session, deleted_codes
from fishbowl.log.erasure_list import ErasureFile, Listed
from fishbowl.log.errors import StoreError
from fishbowl.log.exclusive_lock import hold
from fishbowl.log.file_copy import copy_open, free_name
from fishbowl.log.file_guard import FileGuard
from fishbowl.log.moved_file import Moved, write_note
from fishbowl.log.news import CommandKey, News, read_news
from fishbowl.log.rows import SessionRow, read_entries, read_sessions

T = TypeVar("T")

COPY_AGAIN_MS = 5_000
"""A copy that failed is not tried again for so long: it may have to write the whole database."""


class Store:
    """The database of one installation.

    :param path: the SQLite file, brought up to date.
    :param readonly: open for reading only, beside a server that writes.
    :param lock: the lock by which the database is held, if it is; released when it is closed.
    :param stamp: gives the time in milliseconds since 1970, to name copies by.
    :param erasures: the file that lists what is erased, apart from the database.
    """

    def __init__(
        self,
        path: Path,
        *,
        readonly: bool = False,
        lock: FileLock | None = None,
        stamp: Callable[[], int] = lambda: 0,
        erasures: ErasureFile | None = None,
    ) -> None:
        self.path = path
        self.erasures = erasures
        self.moved: Moved | None = None
        """Where this database went on while it was open, and why."""
        self.checks_files = False
        """Whether it would be noticed that the files were touched from outside."""
        self._stamp = stamp
        self._locks = [] if lock is None else [lock]
        self._appended: set[str] = set()
        self._replaced: list[sqlite3.Connection] = []
        self._distrusted = ""
        self._next_copy_ms = 0
        self._words_in_wal = True  # a crash may have left some that were to be forgotten
        self._reader = connect(path, readonly=True)
        self._writer = self._reader if readonly else connect(path)
        self._guard: FileGuard | None = None
        if not readonly:
            self._watch_files()
            try:
                self.complete_list()
            except BaseException:
                self.close()
                raise

    # Writing: for the writer's thread alone

    def news(self, seen: Mapping[str, int], commands: Iterable[CommandKey]) -> News:
        """Ask what is new in these logs, and which of these commands are in them already.

        Both are of one moment: a command that is in a tail is among the answers.

        :param seen: session codes, and the last entry of each that the asker knows.
        :raises StoreError: the log cannot be read, or its files are gone and cannot be saved.
        :raises sqlite3.Error: the file refused.
        """
        self._stay_in_the_file()
        return read_news(self._writer, seen, commands)

    def append(self, rows: Sequence[SessionRow], logs: Sequence[Sequence[Entry]]) -> None:
        """Append entries to logs, all or none; durable when this returns.

        Words that an entry takes back or forgets are blanked in the same transaction. What could
        be found of a finished session is no longer found when its log changes, until it has been
        indexed again. Where the disk fails to sync, or the files were touched from outside, the
        store goes on in a copy: see :attr:`moved`.

        :param rows: what each session is now, in the order of ``logs``.
        :param logs: new entries, one sequence a session.
        :raises Conflict: a log has other entries than the caller knows; nothing was appended.
        :raises StoreError: the files are gone and no copy could be made; nothing is promised.
        :raises sqlite3.Error: the file refused; nothing was appended.
        """
        done = self.transact(lambda connection: append(connection, rows, logs))
        self._words_in_wal |= done.erased
        self.list_erasures(done.listed)
        self._appended.update(row.code for row in rows)
        self.empty_wal()

    def transact(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run writing work in a transaction: all of it or nothing; durable when this returns.

        :param work: is given the connection that writes; it may be called a second time, on
            another file, where the first one could not be synced.
        :raises StoreError: the files are gone and no copy could be made; nothing is promised.
        :raises sqlite3.Error: the file refused; nothing was changed.
        """
        self._stay_in_the_file()
        try:
            result = self._transacted(work)
        except sqlite3.Error as error:
            if not is_io_error(error):
                raise
            self._distrusted = "io_error"
            self._stay_in_the_file()
            result = self._transacted(work)
        self._stay_in_the_file()
        return result

    def _transacted(self, work: Callable[[sqlite3.Connection], T]) -> T:
        connection = self._writer
        connection.execute("begin immediate")
        try:
            result = work(connection)
            connection.execute("commit")
        except BaseException:
            if connection.in_transaction:
                with suppress(sqlite3.Error):  # the first error is the one to be told
                    connection.execute("rollback")
            raise
        return result

    def empty_wal(self) -> bool:
        """Empty the write-ahead log, where words outlive their overwriting, if there are any.

        Somebody who reads the file at this moment, such as a backup, keeps it alive: then this
        does not wait, and has to be called again.

        :return: whether no such words are left.
        """
        self.list_erasures(())
        if self._words_in_wal:
            try:
                self._writer.execute("pragma busy_timeout = 0")
                (busy, _, _) = self._writer.execute("pragma wal_checkpoint(truncate)").fetchone()
                self._words_in_wal = bool(busy)
            except sqlite3.Error:
                pass  # what was appended is durable all the same
            finally:
                self._writer.execute(f"pragma busy_timeout = {BUSY_TIMEOUT_MS}")
        return not self._words_in_wal

    def delete_session(self, code: str, at_ms: int) -> bool:
        """Delete a session: its log, its row, and what can be found of it.

        :return: whether there was one.
        :raises StoreError: see :meth:`transact`.
        :raises sqlite3.Error: the file refused; nothing was deleted.
        """
        listed = self.transact(lambda connection: delete_session(connection, code, at_ms))
        self.list_erasures(listed)
        self._appended.discard(code)
        self._words_in_wal |= bool(listed)
        self.empty_wal()
        return bool(listed)

    def overwrite(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run work that overwrites words; they leave the write-ahead log as well."""
        result = self.transact(work)
        self._words_in_wal = True
        self.empty_wal()
        return result

    def complete_list(self) -> None:
        """Write to the list what the database has and it does not.

        :raises StoreError: the list cannot be read.
        """
        if self.erasures is not None:
            self.erasures.complete(self._writer)

    def list_erasures(self, listed: Iterable[Listed]) -> None:
        """Write what was erased to the list apart from the database, after the commit.

        What the file does not take now is kept, and written later.
        """
        if self.erasures is not None:
            self.erasures.add(listed)

    def purge_some(self) -> bool:
        """Do a little of what it takes for forgotten words to leave the archive's index.

        :return: whether there may be more to do.
        :raises StoreError: see :meth:`transact`.
        :raises sqlite3.Error: the file refused.
        """
        return self.overwrite(archived_sessions.purge_some)

    def keep_snapshot(self, code: str, seq: int, state: bytes) -> bool:
        """Store the folded state of a session: see :func:`~fishbowl.log.snapshots.keep`.

        :return: whether it was stored.
        :raises StoreError: see :meth:`transact`.
        :raises sqlite3.Error: the file refused.
        """
        return self.transact(lambda connection: snapshots.keep(connection, code, seq, state))

    def secret(self) -> bytes:
        """The signing key of this installation, made on first use."""
        self._writer.execute(
            "insert or ignore into secrets (name, value) values ('signing_key', ?)",
            (secrets.token_bytes(32),),
        )
        query = "select value from secrets where name = 'signing_key'"
        (value,) = self._writer.execute(query).fetchone()
        return bytes(value)

    # Reading: for the reader's thread alone

    def entries(self, code: str) -> list[Entry]:
        """Read a session's log, oldest entry first; empty if there is no such session.

        :raises StoreError: the log holds something this program does not know.
        """
        return read_entries(self._reader, code)

    def folded(self, code: str, until: int | None = None) -> Session | None:
        """Fold a session's log, from its snapshot if there is one; ``None`` if it has none.

        :param until: leave out the entries after this one, and fold from the first.
        :raises StoreError: the log holds something this program does not know.
        :raises ValueError: the log is not whole.
        """
        if until is None and (session := snapshots.folded(self._reader, code)) is not None:
            return session
        return fold(self.entries(code)[:until])  # without a hole: entries count from 1

    def sessions(self) -> list[SessionRow]:
        """List all sessions, newest first."""
        return read_sessions(self._reader)

    def session_counts(self) -> dict[str, int]:
        """Count the sessions by state."""
        return dict(self._reader.execute("select state, count(*) from sessions group by state"))

    def deleted_codes(self) -> frozenset[str]:
        """The codes of all sessions that were deleted."""
        return deleted_codes(self._reader)

    def close(self) -> None:
        """Close the file; everything in it is safe without that."""
        for connection in (self._reader, self._writer, *self._replaced):
            connection.close()
        for lock in self._locks:
            lock.release()

    def tell_others(self, about: dict[str, str]) -> None:
        """Change what others are told about the holder of this database."""
        for lock in self._locks:
            lock.tell(about)

    # The file

    def _watch_files(self) -> None:
        self._guard = FileGuard(self.path)
        self.checks_files = self._guard.reliable

    def _stay_in_the_file(self) -> None:
        """Go on in a copy if the open files are no longer those at the path, or failed to sync.

        :raises StoreError: that is not possible, also when it was tried a moment ago.
        """
        why = self._distrusted or ("" if self._guard is None else self._guard.touched())
        if not why:
            return
        self._distrusted = why
        now_ms = self._stamp()
        if now_ms < self._next_copy_ms:
            raise StoreError(f"The database could not go on in a copy ({why}).")
        self._next_copy_ms = now_ms + COPY_AGAIN_MS
        self._go_on_in_copy(why, now_ms)
        self._distrusted, self._next_copy_ms = "", 0

    def _go_on_in_copy(self, why: str, at_ms: int) -> None:
        """Copy everything through the open connection to a new file, and use that from now on.

        :raises StoreError: that is not possible; the store is as it was.
        """
        try:
            make_folder(self.path.parent)
            target = free_name(self.path, "continued", str(at_ms))
            copy_open(self._writer, target)
            if self._locks:
                self._locks.append(hold(target, self._locks[0].about))
            reader, writer = connect(target, readonly=True), connect(target)
            self._check_copy(reader)
            moved = Moved(target, why, at_ms)
            write_note(self.path, moved)
        except (OSError, sqlite3.Error, StoreError, ValueError, KeyError) as error:
            raise StoreError(f"The database could not go on in a copy ({why}): {error}.") from error
        self._replaced += (self._reader, self._writer)
        self._reader, self._writer, self.path, self.moved = reader, writer, target, moved
        self._watch_files()

    def _check_copy(self, copy: sqlite3.Connection) -> None:
        """Fold every log that was written to since the start: they are the ones in use.

        :raises StoreError: one of them cannot be read.
        :raises ValueError: one of them is not whole.
        """
        for code in self._appended:
            fold(read_entries(copy, code))
