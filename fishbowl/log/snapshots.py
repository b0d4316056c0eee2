"""Folded states beside their logs, so that a long log starts fast. They are a cache.

A snapshot is used if this program made it of this very log: the code that folds is the same, the
hash of the entry that it ends with is that in the log, and its checksum holds. Otherwise the log is
folded from its first entry. Words that are erased in a log go with its snapshot, in the same
transaction.
"""

import hashlib
import sqlite3

import msgspec

from fishbowl.domain.session.erasure import erasure
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.state import Session
from fishbowl.log.codec import UnknownEvent
from fishbowl.log.rows import read_entries
from fishbowl.log.snapshot_codec import decode, schema


def keep(connection: sqlite3.Connection, code: str, seq: int, state: bytes) -> bool:
    """Store the state of a session in place of an earlier one, inside the caller's transaction.

    :param seq: the last entry that was folded into it; the log may have gone on since.
    :param state: as :func:`~fishbowl.log.snapshot_codec.encode` wrote it.
    :return: whether it was stored; not if words were erased since, or the log is another one.
    :raises StoreError: the log cannot be read.
    """
    found = connection.execute(
        "select session_id, chain from entries where seq = ?"
        " and session_id = (select id from sessions where code = ?)",
        (seq, code),
    ).fetchone()
    if found is None or found[1] is None:
        return False
    if erasure(entry.event for entry in read_entries(connection, code, seq)):
        return False
    session_id, chain = found
    connection.execute(
        "insert or replace into snapshots (session_id, seq, schema, chain, checksum, state)"
        " values (?, ?, ?, ?, ?, ?)",
        (session_id, seq, schema(), chain, _checksum(code, seq, schema(), chain, state), state),
    )
    return True


def folded(connection: sqlite3.Connection, code: str) -> Session | None:
    """Fold a log from its snapshot; ``None`` if there is none that can be used.

    :raises StoreError: an entry after it cannot be read.
    :raises sqlite3.Error: the file refused.
    """
    found = _read(connection, code)
    if found is None:
        return None
    start, checksum = found
    tail = read_entries(connection, code, start.seq)
    if _checksum_of(connection, code) != checksum:
        return None  # words in it were erased meanwhile
    try:
        return fold(tail, start)
    except Exception:  # whatever rule stumbles: a cache must break no session, and the log tells
        return None


def _checksum_of(connection: sqlite3.Connection, code: str) -> bytes | None:
    found = connection.execute(
        "select cast(checksum as blob) from snapshots"
        " where session_id = (select id from sessions where code = ?)",
        (code,),
    ).fetchone()
    return None if found is None else found[0]


def _read(connection: sqlite3.Connection, code: str) -> tuple[Session, bytes] | None:
    """Read the snapshot of a session, and its checksum, if it can be used."""
    found = connection.execute(
        "select snapshots.seq, snapshots.chain, cast(checksum as blob),"
        " cast(snapshots.state as blob) from snapshots"
        " join sessions on sessions.id = snapshots.session_id"
        " join entries on entries.session_id = snapshots.session_id"
        " and entries.seq = snapshots.seq and entries.chain = snapshots.chain"
        " where sessions.code = ? and schema = ?",
        (code, schema()),
    ).fetchone()
    if found is None:
        return None
    seq, chain, checksum, state = found
    try:
        if checksum != _checksum(code, seq, schema(), chain, state):
            return None
        session = decode(state)
    except (msgspec.DecodeError, UnknownEvent, LookupError, ValueError, TypeError):
        return None
    return (session, checksum) if (session.code, session.seq) == (code, seq) else None


def remove(connection: sqlite3.Connection, session_id: int) -> None:
    """Remove the snapshot of a session, inside the caller's transaction."""
    connection.execute("delete from snapshots where session_id = ?", (session_id,))


def remove_outdated(connection: sqlite3.Connection) -> None:
    """Remove the snapshots that other programs made: nothing will read them again."""
    connection.execute("delete from snapshots where schema <> ?", (schema(),))


def _checksum(code: str, seq: int, schema: str, chain: bytes, state: bytes) -> bytes:
    covered = msgspec.json.encode((code, seq, schema, chain.hex())) + b"\n" + state
    return hashlib.sha256(covered).digest()
