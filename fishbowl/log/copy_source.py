"""Reads from the file what a copy elsewhere is made of."""

import hashlib
import sqlite3
from collections.abc import Mapping
from typing import Any

import msgspec

from fishbowl.domain.kernel.entries import StoredEntry
from fishbowl.domain.kernel.streams import Stream, StreamKind
from fishbowl.log.chain import ENTRY_COLUMNS
from fishbowl.log.copies import COPIED_TABLES, Head, Piece, Table
from fishbowl.log.row_tables import read_rows

ENTRIES_MAX = 2_000
"""Entries of one stream in one piece."""


class FileCopySource:
    """A :class:`~fishbowl.log.copies.CopySource` on a connection, inside a transaction of it.

    :param kinds: the kinds of streams by name; others are left out.
    """

    def __init__(
        self, connection: sqlite3.Connection, kinds: Mapping[str, StreamKind[Any]]
    ) -> None:
        self._connection, self._kinds = connection, kinds

    def heads(self) -> list[Head]:
        """How far every stream goes; one whose hashes are missing is left out."""
        rows = self._connection.execute(
            "select kind, key, seq, chain from streams join entries on stream_id = streams.id"
            " and seq = entry_count and chain = head order by streams.id"
        )
        return [
            Head(kind, key, seq, bytes(chain))
            for kind, key, seq, chain in rows
            if kind in self._kinds
        ]

    def has(self, head: Head) -> bool:
        """Whether a stream has this entry with this hash."""
        return self._chain(head.stream, head.seq) == head.chain

    def piece(self, stream: Stream, after: int) -> Piece | None:
        """Read what follows an entry; ``None`` if nothing does, or there is no such stream."""
        kind = self._kinds.get(stream.kind)
        rows = [] if kind is None else read_rows(self._connection, kind, stream.key)
        if not rows:
            return None
        found = self._connection.execute(
            f"select {ENTRY_COLUMNS}, chain from entries"
            " where stream_id = (select id from streams where kind = ? and key = ?) and seq > ?"
            " order by seq limit ?",
            (*stream, after, ENTRIES_MAX + 1),
        ).fetchall()
        more = len(found) > ENTRIES_MAX
        found = found[:ENTRIES_MAX]
        if not found:
            return None
        entries: list[StoredEntry] = [tuple(one[:-1]) for one in found]
        return Piece(
            kind=stream.kind,
            key=stream.key,
            row=msgspec.msgpack.encode(rows[0][1]),
            after=after,
            before=self._chain(stream, after) if after else b"",
            entries=entries,
            head=bytes(found[-1][-1] or b""),
            more=more,
        )

    def tables(self, names: frozenset[str], known: dict[str, bytes]) -> list[tuple[Table, bytes]]:
        """Read those of the copied tables that are otherwise than they are known."""
        changed = []
        for name in existing_tables(self._connection):
            if name not in names:
                continue
            columns = [row[1] for row in self._connection.execute(f'pragma table_info("{name}")')]
            listed = ", ".join(f'"{column}"' for column in columns)
            query = f'select {listed} from "{name}" order by 1'
            rows = [list(row) for row in self._connection.execute(query)]
            table = Table(name=name, columns=columns, rows=rows)
            digest = hashlib.sha256(msgspec.msgpack.encode(table)).digest()
            if known.get(name) != digest:
                changed.append((table, digest))
        return changed

    def _chain(self, stream: Stream, seq: int) -> bytes:
        found = self._connection.execute(
            "select chain from entries where seq = ?"
            " and stream_id = (select id from streams where kind = ? and key = ?)",
            (seq, *stream),
        ).fetchone()
        return b"" if found is None or found[0] is None else bytes(found[0])


def existing_tables(connection: sqlite3.Connection) -> list[str]:
    """Those of the copied tables that a file has."""
    query = "select name from sqlite_master where type = 'table'"
    there = {name for (name,) in connection.execute(query)}
    return [name for name in COPIED_TABLES if name in there]
