"""The hash chain of a log, by which a changed, missing or moved entry is noticed.

The hash of an entry covers the hash of the entry before it and everything in the entry that is
never erased: not its sender, and not the fields that its kind of stream names as erasable. So
erasing changes no hash. The row of the stream keeps the hash of the last entry and how many there
are, so that a missing tail is noticed as well.

The chain is no signature: whoever can write to the file can make a new one.
"""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from fishbowl.domain.kernel.entries import StoredEntry
from fishbowl.domain.kernel.streams import Stream, StreamKind
from fishbowl.host.long_work import Report, ignored

START = b""
"""What the first entry of a log has as the hash before it."""

ENTRY_COLUMNS = "seq, sender, command_id, part, at_ms, actor, role, type, version, data"
"""The columns of a stored entry."""

Erasable = Callable[[str], frozenset[str]]
"""Gives the fields of a type of entries that can be erased."""


def link(before: bytes, entry: StoredEntry, erasable: Erasable) -> bytes:
    """Hash an entry onto the one before it.

    SHA-256 of a JSON array: the hash before in hexadecimal, ``seq``, ``command_id``, ``part``,
    ``at_ms``, ``actor``, ``role``, ``type``, ``version``, and ``data`` without its erasable fields.

    :param before: the hash of the entry before, or :data:`START`.
    """
    seq, _sender, *others, data = entry
    kept = never_erased(data, erasable(entry[7]))
    covered = msgspec.json.encode((before.hex(), seq, *others, kept))
    return hashlib.sha256(covered).digest()


def never_erased(data: str, fields: frozenset[str]) -> str:
    """The JSON of an entry without the fields that can be erased, the others byte by byte.

    Where there are none, and where the JSON is damaged, that is all of it.
    """
    if not fields:
        return data
    try:
        members = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeError):
        return data
    kept = (
        msgspec.json.encode(name) + b":" + bytes(raw)
        for name, raw in members.items()
        if name not in fields
    )
    return (b"{" + b",".join(kept) + b"}").decode()


def linked(
    before: bytes, entries: Iterable[StoredEntry], erasable: Erasable
) -> Iterator[tuple[StoredEntry, bytes]]:
    """Give each entry its hash.

    :param before: the hash of the entry before the first one.
    """
    for entry in entries:
        before = link(before, entry, erasable)
        yield entry, before


def fill(
    connection: sqlite3.Connection, kinds: Iterable[StreamKind[Any]], report: Report = ignored
) -> None:
    """Chain the logs that have no chain yet, inside the caller's transaction.

    A log of which an entry cannot be read stays without one, and :func:`check` finds it.

    :param report: is told how many logs have one.
    :raises sqlite3.Error: the file refused.
    """
    for kind in kinds:
        rows = connection.execute(
            "select id from streams where head is null and kind = ?", (kind.name,)
        ).fetchall()
        for done, (stream_id,) in enumerate(rows):
            report("Chaining logs by their hashes", done, len(rows))
            if chained := chain_of(connection, "stream_id", stream_id, kind.erasable_fields):
                connection.executemany(
                    "update entries set chain = ? where stream_id = ? and seq = ?", chained
                )
                connection.execute(
                    "update streams set entry_count = ?, head = ? where id = ?",
                    (len(chained), chained[-1][0], stream_id),
                )


def chain_of(
    connection: sqlite3.Connection, column: str, stream_id: int, erasable: Erasable
) -> list[tuple[bytes, int, int]]:
    """Work out the hashes of a log that has none; nothing if one of its entries cannot be read.

    :param column: what the entries of a stream are found by.
    :return: hash, stream and ``seq`` of each entry.
    :raises sqlite3.Error: the file refused.
    """
    try:
        entries: list[StoredEntry] = connection.execute(
            f"select {ENTRY_COLUMNS} from entries where {column} = ? order by seq", (stream_id,)
        ).fetchall()
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) is not None:
            raise
        return []  # a text that is no UTF-8, which SQLite itself does not mind
    return [(hash, stream_id, entry[0]) for entry, hash in linked(START, entries, erasable)]


def check(connection: sqlite3.Connection, stream: Stream, erasable: Erasable) -> None:
    """Compare a log with its chain; in a transaction, where somebody may be writing.

    :raises ValueError: they differ; says at which entry.
    :raises sqlite3.Error: the file refused.
    """
    query = "select id, entry_count, head from streams where kind = ? and key = ?"
    found = connection.execute(query, stream).fetchone()
    if found is None:
        raise ValueError("it has no row")
    stream_id, count, head = found
    last, there = START, 0
    for *entry, chain in connection.execute(
        f"select {ENTRY_COLUMNS}, chain from entries where stream_id = ? order by seq",
        (stream_id,),
    ):
        last = link(last, tuple(entry), erasable)
        if chain != last:
            raise ValueError(f"entry {entry[0]} does not match its hash")
        there += 1
    if there != count:
        raise ValueError(f"it has {there} entries, and its row counts {count}")
    if (START if head is None else head) != last:
        raise ValueError("its last entry does not match the hash in its row")


def without_row(connection: sqlite3.Connection, kinds: Iterable[StreamKind[Any]]) -> int:
    """How many entries belong to no stream in a list: a row of theirs is missing."""
    listed = " union all ".join(
        f"select streams.id from streams join {kind.table} using (id) where kind = '{kind.name}'"
        for kind in kinds
    )
    (count,) = connection.execute(
        f"select count(*) from entries where stream_id not in ({listed})"
    ).fetchone()
    return int(count)
