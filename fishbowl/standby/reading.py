"""What a standby is sent, read from the file as it is stored, with a connection of its own."""

import hashlib
import sqlite3
from collections.abc import Iterable
from typing import cast

import msgspec

from fishbowl.domain.kernel.entries import StoredEntry
from fishbowl.domain.session.row import SessionRow
from fishbowl.domain.session.stream import SESSION
from fishbowl.log.chain import ENTRY_COLUMNS
from fishbowl.log.row_tables import read_rows
from fishbowl.standby.messages import TABLES, Head, Piece, Table

ENTRIES_MAX = 2_000
"""Entries of one log in one piece."""


def heads(connection: sqlite3.Connection) -> list[Head]:
    """How far every log goes; one whose hashes are missing is left out."""
    rows = connection.execute(
        "select key, seq, chain from streams join entries on stream_id = streams.id"
        " and seq = entry_count and chain = head where kind = ? order by streams.id",
        (SESSION.name,),
    )
    return [Head(code, seq, bytes(chain)) for code, seq, chain in rows]


def has(connection: sqlite3.Connection, head: Head) -> bool:
    """Whether a log has this entry with this hash; so it is the same log up to there."""
    return _chain(connection, head.code, head.seq) == head.chain


def piece(connection: sqlite3.Connection, code: str, after: int) -> Piece | None:
    """Read what follows an entry in a log; ``None`` if nothing does, or there is no such log."""
    rows = read_rows(connection, SESSION, code)
    if not rows:
        return None
    row = cast(SessionRow, rows[0][1])
    found = connection.execute(
        f"select {ENTRY_COLUMNS}, chain from entries"
        " where stream_id = (select id from sessions where code = ?) and seq > ?"
        " order by seq limit ?",
        (code, after, ENTRIES_MAX),
    ).fetchall()
    if not found:
        return None
    entries: list[StoredEntry] = [tuple(one[:-1]) for one in found]
    before = _chain(connection, code, after) if after else b""
    return Piece(
        row=row, after=after, before=before, entries=entries, head=bytes(found[-1][-1] or b"")
    )


def tables(connection: sqlite3.Connection, known: dict[str, bytes]) -> list[tuple[Table, bytes]]:
    """Read the tables that are otherwise than the standby knows them.

    :param known: a digest of each as it was sent.
    :return: the tables, each with its digest.
    """
    changed = []
    for name in _existing(connection, TABLES):
        columns = [row[1] for row in connection.execute(f'pragma table_info("{name}")')]
        names = ", ".join(f'"{column}"' for column in columns)
        rows = [list(row) for row in connection.execute(f'select {names} from "{name}" order by 1')]
        table = Table(name=name, columns=columns, rows=rows)
        digest = hashlib.sha256(msgspec.msgpack.encode(table)).digest()
        if known.get(name) != digest:
            changed.append((table, digest))
    return changed


def _existing(connection: sqlite3.Connection, names: Iterable[str]) -> list[str]:
    query = "select name from sqlite_master where type = 'table'"
    there = {name for (name,) in connection.execute(query)}
    return [name for name in names if name in there]


def _chain(connection: sqlite3.Connection, code: str, seq: int) -> bytes:
    found = connection.execute(
        "select chain from entries where seq = ?"
        " and stream_id = (select id from sessions where code = ?)",
        (seq, code),
    ).fetchone()
    return b"" if found is None or found[0] is None else bytes(found[0])
