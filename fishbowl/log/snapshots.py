"""Folded states beside their logs, so that a long log starts fast. They are a cache.

A snapshot is used if this program made it of this very log: the code that folds is the same, the
hash of the entry that it ends with is that in the log, and its checksum holds. Otherwise the log is
folded from its first entry. Words that are erased in a log go with its snapshot, in the same
transaction.
"""

import hashlib
import sqlite3
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

import fishbowl
from fishbowl import domain
from fishbowl.domain.kernel.codec import UnknownEvent
from fishbowl.domain.kernel.streams import Stream, StreamKind
from fishbowl.log.errors import Conflict
from fishbowl.log.rows import read_entries


@cache
def schema() -> str:
    """Name the shape and the meaning of a state: a digest of all code that makes one of a log.

    It covers the structs of the state, and also how events are read and folded: a mended rule must
    not leave states as they were before it.
    """
    digest = hashlib.sha256(fishbowl.__version__.encode())
    for path in sorted(Path(domain.__path__[0]).rglob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def keep(
    connection: sqlite3.Connection, kind: StreamKind[Any], key: str, seq: int, state: bytes
) -> None:
    """Store the state of a stream in place of an earlier one, inside the caller's transaction.

    :param seq: the last entry that was folded into it; the log may have gone on since.
    :param state: as the kind has packed it.
    :raises Conflict: words were erased since, or the log is another one.
    :raises StoreError: the log cannot be read.
    """
    found = connection.execute(
        "select stream_id, chain from entries where seq = ?"
        " and stream_id = (select id from streams where kind = ? and key = ?)",
        (seq, kind.name, key),
    ).fetchone()
    if found is None or found[1] is None:
        raise Conflict(f"{kind.stream(key)} has no entry {seq}")
    if kind.erasure(entry.event for entry in read_entries(connection, kind, key, seq)):
        raise Conflict(f"words of {kind.stream(key)} were erased since entry {seq}")
    stream_id, chain = found
    checksum = _checksum(kind.stream(key), seq, schema(), chain, state)
    connection.execute(
        "insert or replace into snapshots (stream_id, seq, schema, chain, checksum, state)"
        " values (?, ?, ?, ?, ?, ?)",
        (stream_id, seq, schema(), chain, checksum, state),
    )


def folded(connection: sqlite3.Connection, kind: StreamKind[Any], key: str) -> Any | None:
    """Fold a log from its snapshot; ``None`` if there is none that can be used.

    :raises StoreError: an entry after it cannot be read.
    :raises sqlite3.Error: the file refused.
    """
    found = _read(connection, kind, key)
    if found is None:
        return None
    start, checksum = found
    tail = read_entries(connection, kind, key, start.seq)
    if _checksum_of(connection, kind.stream(key)) != checksum:
        return None  # words in it were erased meanwhile
    try:
        return kind.fold(tail, start)
    except Exception:  # whatever rule stumbles: a cache must break no stream, and the log tells
        return None


def _checksum_of(connection: sqlite3.Connection, stream: Stream) -> bytes | None:
    found = connection.execute(
        "select cast(checksum as blob) from snapshots"
        " where stream_id = (select id from streams where kind = ? and key = ?)",
        stream,
    ).fetchone()
    return None if found is None else found[0]


def _read(
    connection: sqlite3.Connection, kind: StreamKind[Any], key: str
) -> tuple[Any, bytes] | None:
    """Read the snapshot of a stream, and its checksum, if it can be used."""
    found = connection.execute(
        "select snapshots.seq, snapshots.chain, cast(checksum as blob),"
        " cast(snapshots.state as blob) from snapshots"
        " join streams on streams.id = snapshots.stream_id"
        " join entries on entries.stream_id = snapshots.stream_id"
        " and entries.seq = snapshots.seq and entries.chain = snapshots.chain"
        " where streams.kind = ? and streams.key = ? and schema = ?",
        (kind.name, key, schema()),
    ).fetchone()
    if found is None:
        return None
    seq, chain, checksum, packed = found
    try:
        if checksum != _checksum(kind.stream(key), seq, schema(), chain, packed):
            return None
        state = kind.unpack(packed)
    except (msgspec.DecodeError, UnknownEvent, LookupError, ValueError, TypeError):
        return None
    return (state, checksum) if (kind.key_of(state), state.seq) == (key, seq) else None


def remove(connection: sqlite3.Connection, stream_id: int) -> None:
    """Remove the snapshot of a stream, inside the caller's transaction."""
    connection.execute("delete from snapshots where stream_id = ?", (stream_id,))


def remove_outdated(connection: sqlite3.Connection) -> None:
    """Remove the snapshots that other programs made: nothing will read them again."""
    connection.execute("delete from snapshots where schema <> ?", (schema(),))


def _checksum(stream: Stream, seq: int, schema: str, chain: bytes, state: bytes) -> bytes:
    covered = msgspec.json.encode((str(stream), seq, schema, chain.hex())) + b"\n" + state
    return hashlib.sha256(covered).digest()
