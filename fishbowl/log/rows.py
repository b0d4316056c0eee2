"""Rows of the file and what they mean: streams and their entries, read and written."""

import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec

from fishbowl.domain.kernel.codec import UnknownEvent
from fishbowl.domain.kernel.entries import StoredEntry
from fishbowl.domain.kernel.streams import Stream, StreamKind
from fishbowl.log.chain import ENTRY_COLUMNS, START, Erasable, linked
from fishbowl.log.errors import StoreError

_INSERT_ENTRY = f"""
insert into entries (stream_id, {ENTRY_COLUMNS}, chain)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_SELECT_ENTRIES = f"""
select {ENTRY_COLUMNS} from entries join streams on streams.id = stream_id
where kind = ? and key = ? and seq > ? order by seq
"""


class Extent(NamedTuple):
    """How far the log of a stream goes, by its row in the table of streams.

    :param id: the number of the stream in this file.
    :param length: how many entries were ever appended.
    :param head: the hash of the last one.
    """

    id: int
    length: int
    head: bytes


def find_stream(connection: sqlite3.Connection, stream: Stream) -> Extent | None:
    """Find a stream; ``None`` if there is none of that name."""
    found = connection.execute(
        "select id, entry_count, head from streams where kind = ? and key = ?", stream
    ).fetchone()
    return None if found is None else Extent(found[0], found[1], found[2] or START)


def begin_stream(connection: sqlite3.Connection, stream: Stream) -> Extent:
    """Find a stream, or make one without entries."""
    found = find_stream(connection, stream)
    if found is not None:
        return found
    made = connection.execute("insert into streams (kind, key) values (?, ?) returning id", stream)
    (id,) = made.fetchone()
    return Extent(id, 0, START)


def insert_entries(
    connection: sqlite3.Connection,
    stream: Extent,
    entries: Iterable[StoredEntry],
    erasable: Erasable,
) -> None:
    """Write entries at the end of one log, chained to the head in its row.

    The head is that of the row, not of the last entry: where a tail was lost the chain stays
    broken, and the loss stays known.

    :raises sqlite3.IntegrityError: an entry of that number, or of that part of the sender's
        command, is there already.
    """
    chained = list(linked(stream.head, entries, erasable))
    if not chained:
        return
    connection.executemany(_INSERT_ENTRY, ((stream.id, *entry, chain) for entry, chain in chained))
    connection.execute(
        "update streams set entry_count = ?, head = ? where id = ?",
        (stream.length + len(chained), chained[-1][1], stream.id),
    )


def read_entries(
    connection: sqlite3.Connection, kind: StreamKind[Any], key: str, after: int = 0
) -> list[Any]:
    """Read a log, oldest entry first; entries of older programs are brought up to date.

    :param after: leave out the entries up to this one.
    :raises StoreError: the log holds something that this program does not know.
    """
    try:
        entries = _entries(connection, kind, key, after)
        if not any(map(kind.is_old, entries)):
            return entries
        log = _entries(connection, kind, key) if after else entries
        return [entry for entry in kind.upcast(log) if entry.seq > after]
    except (UnknownEvent, msgspec.DecodeError, ValueError, KeyError) as error:
        raise StoreError(f"The log of {key or kind.name} cannot be read: {error}.") from error


def _entries(
    connection: sqlite3.Connection, kind: StreamKind[Any], key: str, after: int = 0
) -> list[Any]:
    rows = connection.execute(_SELECT_ENTRIES, (kind.name, key, after)).fetchall()
    return [kind.codec.loaded(row) for row in rows]


def read_stored(connection: sqlite3.Connection, stream: Stream) -> list[StoredEntry]:
    """Read a log as it is stored, oldest entry first."""
    return connection.execute(_SELECT_ENTRIES, (*stream, 0)).fetchall()


def last_seq(connection: sqlite3.Connection, stream: Stream) -> int:
    """The number of a log's last entry; 0 if it has none."""
    (seq,) = connection.execute(
        "select max(seq) from entries"
        " where stream_id = (select id from streams where kind = ? and key = ?)",
        stream,
    ).fetchone()
    return seq or 0
