"""The side of the standby: what is sent is checked against the hash chain and stored durably."""

import sqlite3
from collections.abc import Callable
from typing import NamedTuple

import msgspec

from fishbowl.domain.kernel.entries import StoredEntry
from fishbowl.domain.session.codec import UnknownEvent, decode
from fishbowl.domain.session.erasure import DEVICE_FIELDS, ERASING, erasable_fields, erasure
from fishbowl.domain.session.events import Event
from fishbowl.domain.session.stream import SESSION, session_stream
from fishbowl.log import Store, archived_sessions, snapshots
from fishbowl.log.applying import Writing
from fishbowl.log.chain import START, linked
from fishbowl.log.effects import DeleteStream
from fishbowl.log.erasing import erase
from fishbowl.log.row_tables import put_row, remove_row
from fishbowl.log.rows import begin_stream, insert_entries
from fishbowl.services.session_log import deletion_effects
from fishbowl.standby import reading
from fishbowl.standby.messages import TABLES, Batch, Head, Piece, Table


class Tampered(Exception):
    """Entries do not have the hashes that they were sent with; nothing of the batch was stored."""


class Stored(NamedTuple):
    """What became of a batch.

    :param wants: logs of which pieces did not fit, with how far they go here.
    :param entries: how many entries were stored.
    """

    wants: list[Head]
    entries: int


def missing(connection: sqlite3.Connection, heads: list[Head]) -> list[Head]:
    """Which logs of a server are otherwise here, with how far they go here."""
    here = {head.code: head for head in reading.heads(connection)}
    return [here.get(head.code, Head(head.code, 0, b"")) for head in heads
            if here.get(head.code) != head]  # fmt: skip


def apply(store: Store, batch: Batch, diverged: Callable[[], None] = lambda: None) -> Stored:
    """Store a batch, all of it or nothing; durable when this returns.

    :param diverged: is called before a log is replaced that has other entries here.
    :raises Tampered: the hashes do not hold.
    :raises StoreError: the database cannot be used.
    :raises sqlite3.Error: the file refused.
    """
    for piece in batch.pieces:
        _check(piece)
        if piece.after == 0 and _is_other(store, piece):
            diverged()
    erases = any(map(_erasing, batch.pieces)) or bool(
        batch.deletions or any(table.name == "deleted_streams" for table in batch.tables)
    )
    work: Callable[[sqlite3.Connection], Stored] = lambda connection: _stored(connection, batch)  # noqa: E731
    done = store.overwrite(work) if erases else store.transact(work)
    if erases or any(table.name == "erasures" for table in batch.tables):
        store.complete_list()
    return done


def _stored(connection: sqlite3.Connection, batch: Batch) -> Stored:
    wants: list[Head] = []
    count = 0
    for table in batch.tables:
        _replace(connection, table)
    for code, at_ms in [*_gone(connection), *map(msgspec.structs.astuple, batch.deletions)]:
        _delete(connection, code, at_ms)
    for piece in batch.pieces:
        want = _append(connection, piece)
        if want is None:
            count += len(piece.entries)
        else:
            wants.append(want)
    return Stored(wants, count)


def _gone(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Sessions that are still here, and were deleted there."""
    return connection.execute(
        "select key, deleted_at_ms from deleted_streams join streams using (kind, key)"
        " where kind = ?",
        (SESSION.name,),
    ).fetchall()


def _delete(connection: sqlite3.Connection, code: str, at_ms: int) -> None:
    """Delete a session as the server did, if it is here."""
    stream = session_stream(code)
    if connection.execute("select 1 from sessions where code = ?", (code,)).fetchone():
        deletion = DeleteStream(stream=stream, at_ms=at_ms)
        kinds = {SESSION.name: SESSION}
        Writing(kinds, {}, [*deletion_effects(stream), deletion]).apply(connection)


def _append(connection: sqlite3.Connection, piece: Piece) -> Head | None:
    """Append a piece to its log, or begin the log anew with it.

    :return: how far the log goes here, where the piece does not fit.
    """
    code = piece.row.code
    here = _head(connection, code)
    if piece.after == 0 and here.seq:
        _remove(connection, code)
    elif (piece.after, piece.before) != (here.seq, here.chain):
        return here
    session = begin_stream(connection, session_stream(code))
    put_row(connection, SESSION, session.id, piece.row)
    insert_entries(connection, session, piece.entries, erasable_fields)
    snapshots.remove(connection, session.id)
    events = _events(piece)
    what = erasure(event for _, event in events)
    archived_sessions.remove(connection, session.id, purge=bool(what))
    if what:
        erase(connection, session.id, what, DEVICE_FIELDS)
    return None


def _check(piece: Piece) -> None:
    """Compare entries with the hash that the last one is said to have.

    :raises Tampered: they differ.
    """
    before = piece.before if piece.after else START
    chains = [chain for _, chain in linked(before, piece.entries, erasable_fields)]
    numbers = [entry[0] for entry in piece.entries]
    first = piece.after + 1
    if chains[-1:] != [piece.head] or numbers != list(range(first, first + len(numbers))):
        raise Tampered(f"{piece.row.code} after entry {piece.after}")


def _is_other(store: Store, piece: Piece) -> bool:
    """Whether the log here has an entry that the piece has otherwise."""

    def work(connection: sqlite3.Connection) -> bool:
        here = _head(connection, piece.row.code)
        chains = [chain for _, chain in linked(START, piece.entries, erasable_fields)]
        if here.seq > len(chains):
            return here.seq > 0 and len(piece.entries) < reading.ENTRIES_MAX
        return here.seq > 0 and chains[here.seq - 1] != here.chain

    return store.transact(work)


def _events(piece: Piece) -> list[tuple[StoredEntry, Event]]:
    """The entries of a piece that erase, as events; what cannot be read erases nothing."""
    found = []
    for entry in piece.entries:
        if entry[7] in ERASING:
            try:
                found.append((entry, decode(entry[7], entry[8], entry[9])))
            except (UnknownEvent, msgspec.DecodeError):
                continue
    return found


def _erasing(piece: Piece) -> bool:
    return any(entry[7] in ERASING for entry in piece.entries)


def _head(connection: sqlite3.Connection, code: str) -> Head:
    """How far a log goes here; 0 where it has no entries, or no whole chain."""
    found = connection.execute(
        "select seq, chain from streams join entries on stream_id = streams.id"
        " and seq = entry_count and chain = head where kind = ? and key = ?",
        session_stream(code),
    ).fetchone()
    return Head(code, 0, b"") if found is None else Head(code, found[0], bytes(found[1]))


def _remove(connection: sqlite3.Connection, code: str) -> None:
    """Remove a log that begins anew; unlike a deletion nothing remembers it."""
    (session_id,) = connection.execute("select id from sessions where code = ?", (code,)).fetchone()
    archived_sessions.remove(connection, session_id, purge=True)
    snapshots.remove(connection, session_id)
    remove_row(connection, SESSION, session_id)
    connection.execute("delete from entries where stream_id = ?", (session_id,))
    connection.execute("delete from streams where id = ?", (session_id,))


def _replace(connection: sqlite3.Connection, table: Table) -> None:
    """Make a table as it is on the server, in the columns that both have."""
    if table.name not in TABLES:
        return
    here = {row[1] for row in connection.execute(f'pragma table_info("{table.name}")')}
    kept = [number for number, column in enumerate(table.columns) if column in here]
    if not kept:
        return  # a table that this program does not know
    names = ", ".join(f'"{table.columns[number]}"' for number in kept)
    connection.execute(f'delete from "{table.name}"')
    connection.executemany(
        f'insert into "{table.name}" ({names}) values (?{", ?" * (len(kept) - 1)})',
        ([row[number] for number in kept] for row in table.rows),
    )
