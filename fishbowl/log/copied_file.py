"""An open database that is copied elsewhere, or takes in what comes from another file."""

import sqlite3
from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import Any, TypeVar

from fishbowl.domain.kernel.streams import StreamKind
from fishbowl.log.connection import connect, translated
from fishbowl.log.copies import CopySource, Deletion, Piece, Table, Taken
from fishbowl.log.copy_source import FileCopySource
from fishbowl.log.copy_target import CopyTarget
from fishbowl.log.open_file import OpenFile

T = TypeVar("T")


class CopiedFile(OpenFile):
    """The part of a store that copies elsewhere are made with."""

    _kinds: Mapping[str, StreamKind[Any]]

    def take_copy(
        self,
        pieces: Sequence[Piece],
        deletions: Sequence[Deletion],
        tables: Sequence[Table],
        diverged: Callable[[], None] = lambda: None,
    ) -> Taken:
        """Store what comes from another file, all of it or nothing; durable when this returns.

        :param diverged: is called before a stream is replaced that has other entries here.
        :raises Tampered: the hashes do not hold.
        """
        target = CopyTarget(self._kinds, pieces, deletions, tables)
        with translated():
            target.check(self._writer, diverged)
            taken = self.overwrite(target.apply) if target.erases else self.transact(target.apply)
        if target.erases or target.brings("erasures"):
            self.complete_list()
        return taken

    @contextmanager
    def copy_source(self) -> Iterator[CopySource]:
        """Read what a copy is made of: see :class:`~fishbowl.log.protocol.Log`."""
        with translated(), closing(connect(self.path, readonly=True)) as connection:
            connection.execute("begin")
            yield FileCopySource(connection, self._kinds)

    def table_changes(self) -> Mapping[str, int]:
        """How often each copied table was changed: see :class:`~fishbowl.log.protocol.Log`."""
        return self.changes.counts

    def overwrite(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run work as :meth:`transact` that overwrites words; they leave the journal as well."""
        result = self.transact(work)
        self._words_in_wal = True
        self._empty_wal()
        return result

    @abstractmethod
    def complete_list(self) -> None:
        """Write to the list of erasures what the database has and it does not."""
        ...
