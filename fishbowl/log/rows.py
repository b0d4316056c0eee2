"""Rows of the file and what they mean: sessions and entries, read and written."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from fishbowl.domain.kernel.ids import Millis, PersonId, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.upcast import is_old, upcast
from fishbowl.log.chain import ENTRY_COLUMNS, START, StoredEntry, linked
from fishbowl.log.codec import UnknownEvent, decode_entry, encode
from fishbowl.log.errors import StoreError

_INSERT_ENTRY = f"""
insert into entries (session_id, {ENTRY_COLUMNS}, chain)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_SELECT_ENTRIES = f"""
select {ENTRY_COLUMNS} from entries join sessions on sessions.id = session_id
where code = ? and seq > ? order by seq
"""


class SessionRow(msgspec.Struct, frozen=True, kw_only=True):
    """What a list of sessions tells about one.

    ``next_deadline_ms`` is when time acts next in the session, if nothing happens until then;
    ``None`` if never. ``deadline_known`` is false in rows of older programs, which did not say it.
    """

    code: str
    question: str
    event: str
    state: str
    created_at_ms: int
    closed_at_ms: int | None
    people: int
    voices: int
    starts_at_ms: int = 0
    keep_until_ms: int = 0
    next_deadline_ms: int | None = None
    deadline_known: bool = True


_ROW_FIELDS = SessionRow.__struct_fields__
_ROW_COLUMNS = ", ".join(_ROW_FIELDS)
_KEPT_FOR_EVER = ("code", "created_at_ms")
_UPSERT_SESSION = f"""
insert into sessions ({_ROW_COLUMNS}) values (?{", ?" * (len(_ROW_FIELDS) - 1)})
on conflict (code) do update set
    {", ".join(f"{name} = excluded.{name}" for name in _ROW_FIELDS if name not in _KEPT_FOR_EVER)}
returning id, entry_count, head
"""


class Extent(NamedTuple):
    """How far the log of a session goes, by its row.

    :param id: the number of the session in this file.
    :param length: how many entries were ever appended.
    :param head: the hash of the last one.
    """

    id: int
    length: int
    head: bytes


def insert_session(connection: sqlite3.Connection, row: SessionRow) -> Extent:
    """Write what a list tells about a session, new or not."""
    values = msgspec.structs.astuple(row)
    (session_id, count, head) = connection.execute(_UPSERT_SESSION, values).fetchone()
    return Extent(session_id, count, START if head is None else head)


def read_sessions(connection: sqlite3.Connection) -> list[SessionRow]:
    """Read what a list tells about every session, newest first."""
    rows = connection.execute(
        f"select {_ROW_COLUMNS} from sessions order by created_at_ms desc, id desc"
    ).fetchall()
    return [_session_row(row) for row in rows]


def read_session_row(connection: sqlite3.Connection, code: str) -> SessionRow | None:
    """Read what a list tells about one session; ``None`` if there is none of that code."""
    query = f"select {_ROW_COLUMNS} from sessions where code = ?"
    found = connection.execute(query, (code,)).fetchone()
    return None if found is None else _session_row(found)


def _session_row(values: tuple[object, ...]) -> SessionRow:
    fields = dict(zip(_ROW_FIELDS, values, strict=True))
    return SessionRow(**{**fields, "deadline_known": bool(fields["deadline_known"])})  # type: ignore[arg-type]  # as stored


def insert_entries(
    connection: sqlite3.Connection, session: Extent, entries: Iterable[StoredEntry]
) -> None:
    """Write entries at the end of one log, chained to the head in its row.

    The head is that of the row, not of the last entry: where a tail was lost the chain stays
    broken, and the loss stays known.

    :raises sqlite3.IntegrityError: an entry of that number, or of that part of the sender's
        command, is there already.
    """
    chained = list(linked(session.head, entries))
    if not chained:
        return
    connection.executemany(_INSERT_ENTRY, ((session.id, *entry, chain) for entry, chain in chained))
    connection.execute(
        "update sessions set entry_count = ?, head = ? where id = ?",
        (session.length + len(chained), chained[-1][1], session.id),
    )


def read_entries(connection: sqlite3.Connection, code: str, after: int = 0) -> list[Entry]:
    """Read a session's log, oldest entry first; entries of older programs are brought up to date.

    :param after: leave out the entries up to this one.
    :raises StoreError: the log holds something that this program does not know.
    """
    try:
        entries = _entries(connection, code, after)
        if not any(map(is_old, entries)):
            return entries
        log = _entries(connection, code) if after else entries
        return [entry for entry in upcast(log) if entry.seq > after]
    except (UnknownEvent, msgspec.DecodeError, ValueError, KeyError) as error:
        raise StoreError(f"The log of {code} cannot be read: {error}.") from error


def _entries(connection: sqlite3.Connection, code: str, after: int = 0) -> list[Entry]:
    rows = connection.execute(_SELECT_ENTRIES, (code, after)).fetchall()
    return [loaded(row) for row in rows]


def last_seq(connection: sqlite3.Connection, session_id: int) -> int:
    """The number of a log's last entry; 0 if it has none."""
    query = "select max(seq) from entries where session_id = ?"
    (seq,) = connection.execute(query, (session_id,)).fetchone()
    return seq or 0


def loaded(row: StoredEntry) -> Entry:
    """Make an entry of a row with the columns :data:`ENTRY_COLUMNS`.

    :raises UnknownEvent: this program does not know the event.
    :raises ValueError: the row is damaged.
    """
    seq, sender, command_id, part, at_ms, actor, role, name, version, data = row
    return Entry(
        seq=Seq(seq),
        sender=sender,
        command_id=command_id,
        part=part,
        at_ms=Millis(at_ms),
        actor=PersonId(actor),
        role=Role(role),
        event=decode_entry(seq, name, version, data),
    )


def stored(entry: Entry) -> StoredEntry:
    """Make the row of an entry, with the columns :data:`ENTRY_COLUMNS`."""
    return (
        entry.seq,
        entry.sender,
        entry.command_id,
        entry.part,
        entry.at_ms,
        entry.actor,
        entry.role.value,
        *encode(entry.event),
    )
