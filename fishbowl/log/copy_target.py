"""Stores pieces of streams and tables that come from another file, checked by their hashes."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from fishbowl.domain.kernel.streams import Stream, StreamKind
from fishbowl.log import archived_sessions, snapshots
from fishbowl.log.applying import Writing
from fishbowl.log.chain import START, linked
from fishbowl.log.copies import Deletion, Head, Piece, Table, Taken, Tampered
from fishbowl.log.copy_source import existing_tables
from fishbowl.log.effects import DeleteStream, deletion_effects
from fishbowl.log.erasing import erase
from fishbowl.log.errors import StoreError
from fishbowl.log.extending import erasing_entries
from fishbowl.log.row_tables import put_row, remove_row
from fishbowl.log.rows import begin_stream, find_stream, insert_entries

Kinds = Mapping[str, StreamKind[Any]]


class CopyTarget:
    """The work of taking in one batch; it can be done again, where the first file failed.

    :param kinds: the kinds of streams by name.
    """

    def __init__(
        self,
        kinds: Kinds,
        pieces: Sequence[Piece],
        deletions: Sequence[Deletion],
        tables: Sequence[Table],
    ) -> None:
        self._kinds = kinds
        self._pieces, self._deletions, self._tables = pieces, deletions, tables
        self.erases = bool(deletions) or self.brings("deleted_streams")
        """Whether words are overwritten or deleted."""
        for piece in pieces:
            self.erases |= any(entry[7] in self._kind(piece).erasing for entry in piece.entries)

    def brings(self, table: str) -> bool:
        """Whether a table is in the batch."""
        return any(one.name == table for one in self._tables)

    def check(self, connection: sqlite3.Connection, diverged: Callable[[], None]) -> None:
        """Check the hashes of all pieces, and say if one replaces a stream that differs here.

        :raises Tampered: the hashes do not hold.
        :raises StoreError: there is a kind of streams that this program does not know.
        """
        for piece in self._pieces:
            self._check(piece)
            if piece.after == 0 and self._is_other(connection, piece):
                diverged()

    def apply(self, connection: sqlite3.Connection) -> Taken:
        """Store it, inside the caller's transaction."""
        for table in self._tables:
            _replace(connection, table)
        gone = connection.execute(
            "select kind, key, deleted_at_ms from deleted_streams join streams using (kind, key)"
        ).fetchall()
        for kind, key, at_ms in [*gone, *map(msgspec.structs.astuple, self._deletions)]:
            self._delete(connection, Stream(kind, key), at_ms)
        wants: list[Head] = []
        count = 0
        for piece in self._pieces:
            want = self._append(connection, piece)
            if want is None:
                count += len(piece.entries)
            else:
                wants.append(want)
        return Taken(wants=wants, entries=count)

    def _kind(self, piece: Piece) -> StreamKind[Any]:
        kind = self._kinds.get(piece.kind)
        if kind is None:
            raise StoreError(
                f"This program does not know streams of the kind {piece.kind}. Install the same "
                "version of Fishbowl on both machines."
            )
        return kind

    def _check(self, piece: Piece) -> None:
        before = piece.before if piece.after else START
        erasable = self._kind(piece).erasable_fields
        chains = [chain for _, chain in linked(before, piece.entries, erasable)]
        numbers = [entry[0] for entry in piece.entries]
        first = piece.after + 1
        if chains[-1:] != [piece.head] or numbers != list(range(first, first + len(numbers))):
            raise Tampered(f"{piece.stream} after entry {piece.after}")

    def _is_other(self, connection: sqlite3.Connection, piece: Piece) -> bool:
        """Whether the stream here has an entry that the piece has otherwise."""
        here = _head(connection, piece.stream)
        erasable = self._kind(piece).erasable_fields
        chains = [chain for _, chain in linked(START, piece.entries, erasable)]
        if here.seq > len(chains):
            return not piece.more
        return here.seq > 0 and chains[here.seq - 1] != here.chain

    def _append(self, connection: sqlite3.Connection, piece: Piece) -> Head | None:
        """Append a piece to its stream, or begin the stream anew with it.

        :return: how far the stream goes here, where the piece does not fit.
        """
        kind, stream = self._kind(piece), piece.stream
        here = _head(connection, stream)
        if piece.after == 0 and here.seq:
            _remove(connection, kind, stream)
        elif (piece.after, piece.before) != (here.seq, here.chain):
            return here
        extent = begin_stream(connection, stream)
        row = msgspec.msgpack.decode(piece.row, type=kind.row_type)
        put_row(connection, kind, extent.id, row)
        insert_entries(connection, extent, piece.entries, kind.erasable_fields)
        snapshots.remove(connection, extent.id)
        what = kind.erasure(entry.event for entry in erasing_entries(kind, piece.entries))
        archived_sessions.remove(connection, extent.id, purge=bool(what))
        if what:
            erase(connection, extent.id, what, kind.device_fields)
        return None

    def _delete(self, connection: sqlite3.Connection, stream: Stream, at_ms: int) -> None:
        """Delete a stream as the other file did, if it is here."""
        if stream.kind in self._kinds and find_stream(connection, stream) is not None:
            deletion = DeleteStream(stream=stream, at_ms=at_ms)
            Writing(self._kinds, {}, [*deletion_effects(stream), deletion]).apply(connection)


def _head(connection: sqlite3.Connection, stream: Stream) -> Head:
    """How far a stream goes here; 0 where it has no entries, or no whole chain."""
    found = connection.execute(
        "select seq, chain from streams join entries on stream_id = streams.id"
        " and seq = entry_count and chain = head where kind = ? and key = ?",
        stream,
    ).fetchone()
    return Head(*stream, 0, b"") if found is None else Head(*stream, found[0], bytes(found[1]))


def _remove(connection: sqlite3.Connection, kind: StreamKind[Any], stream: Stream) -> None:
    """Remove a stream that begins anew; unlike a deletion nothing remembers it."""
    found = find_stream(connection, stream)
    assert found is not None
    archived_sessions.remove(connection, found.id, purge=True)
    snapshots.remove(connection, found.id)
    remove_row(connection, kind, found.id)
    connection.execute("delete from entries where stream_id = ?", (found.id,))
    connection.execute("delete from streams where id = ?", (found.id,))


def _replace(connection: sqlite3.Connection, table: Table) -> None:
    """Make a table as it is in the other file, in the columns that both have."""
    if table.name not in existing_tables(connection):
        return
    here = {row[1] for row in connection.execute(f'pragma table_info("{table.name}")')}
    kept = [number for number, column in enumerate(table.columns) if column in here]
    if not kept:
        return
    names = ", ".join(f'"{table.columns[number]}"' for number in kept)
    connection.execute(f'delete from "{table.name}"')
    connection.executemany(
        f'insert into "{table.name}" ({names}) values (?{", ?" * (len(kept) - 1)})',
        ([row[number] for number in kept] for row in table.rows),
    )
