"""The open file of a database: its two connections, transactions, and going on in a copy.

One connection writes, another one reads what is committed.
"""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from fishbowl.host.file_lock import FileLock
from fishbowl.host.private_files import make_folder
from fishbowl.log.connection import BUSY_TIMEOUT_MS, connect, is_io_error
from fishbowl.log.errors import StoreError
from fishbowl.log.exclusive_lock import hold
from fishbowl.log.file_copy import copy_open, free_name
from fishbowl.log.file_guard import FileGuard
from fishbowl.log.moved_file import write_note
from fishbowl.log.records import Moved
from fishbowl.log.table_changes import TableChanges

T = TypeVar("T")

COPY_AGAIN_MS = 5_000
"""A copy that failed is not tried again for so long: it may have to write the whole database."""


class OpenFile(ABC):
    """A database that is open. It knows nothing of what is in its tables.

    :param path: the SQLite file, brought up to date.
    :param readonly: open for reading only, beside a server that writes.
    :param lock: the lock by which the database is held, if it is; released when it is closed.
    :param stamp: gives the time in milliseconds since 1970, to name copies by.
    """

    def __init__(
        self, path: Path, *, readonly: bool, lock: FileLock | None, stamp: Callable[[], int]
    ) -> None:
        self.path = path
        self.moved: Moved | None = None
        """Where this database went on while it was open, and why."""
        self.checks_files = False
        """Whether it would be noticed that the files were touched from outside."""
        self._stamp = stamp
        self._locks = [] if lock is None else [lock]
        self._replaced: list[sqlite3.Connection] = []
        self._distrusted = ""
        self._next_copy_ms = 0
        self._words_in_wal = True  # a crash may have left some that were to be forgotten
        self._reader = connect(path, readonly=True)
        self._writer = self._reader if readonly else connect(path)
        self._commits_of_others = self._data_version()
        self._guard: FileGuard | None = None
        self.changes = TableChanges()
        if not readonly:
            self.changes.watch(self._writer)
            self._watch_files()

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

    def _others_have_committed(self) -> bool:
        """Whether another connection has committed since this was asked last.

        SQLite counts the commits of other connections than the one that asks.
        """
        before, self._commits_of_others = self._commits_of_others, self._data_version()
        return before != self._commits_of_others

    def _data_version(self) -> int:
        (version,) = self._writer.execute("pragma data_version").fetchone()
        return int(version)

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
            self.changes.committed()
        except BaseException:
            if connection.in_transaction:
                with suppress(sqlite3.Error):  # the first error is the one to be told
                    connection.execute("rollback")
            raise
        return result

    def _empty_wal(self) -> bool:
        """Empty the write-ahead log if words are in it that were erased.

        Somebody who reads the file at this moment keeps it alive: then this does not wait.

        :return: whether no such words are left.
        """
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
        self._commits_of_others = self._data_version()
        self.changes.watch(self._writer)
        self._watch_files()

    @abstractmethod
    def _check_copy(self, copy: sqlite3.Connection) -> None:
        """Read what is in use from a copy, before it is used.

        :raises StoreError: something cannot be read.
        :raises ValueError: something is not whole.
        """
        ...
