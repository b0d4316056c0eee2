"""Logs as they are stored, entry by entry: what an owner's backup holds."""

import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from fishbowl.domain.kernel.ids import Millis, PersonId, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.events import Entry
from fishbowl.log.chain import ENTRY_COLUMNS, StoredEntry
from fishbowl.log.codec import decode_entry
from fishbowl.log.errors import Conflict
from fishbowl.log.rows import SessionRow, insert_entries, insert_session


class RawEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An entry as it is stored; ``data`` is the event's own JSON, of the version named."""

    seq: int
    sender: str = ""
    command_id: str
    part: int
    at_ms: int
    actor: int
    role: str
    type: str
    version: int
    data: msgspec.Raw


_OF_A_SESSION = "from entries where session_id = (select id from sessions where code = ?)"


def decoded(raw: RawEntry) -> Entry:
    """Read an entry; a whole log is brought up to date by ``upcast``.

    :raises UnknownEvent: this program does not know it.
    :raises msgspec.DecodeError: its fields are not those of the event.
    :raises ValueError: nobody can have the role.
    """
    return Entry(
        seq=Seq(raw.seq),
        sender=raw.sender,
        command_id=raw.command_id,
        part=raw.part,
        at_ms=Millis(raw.at_ms),
        actor=PersonId(raw.actor),
        role=Role(raw.role),
        event=decode_entry(raw.seq, raw.type, raw.version, bytes(raw.data).decode()),
    )


def raw_entries(connection: sqlite3.Connection, code: str) -> Iterator[RawEntry]:
    """Read a log as it is stored, entry by entry."""
    for row in connection.execute(f"select {ENTRY_COLUMNS} {_OF_A_SESSION} order by seq", (code,)):
        fields = dict(zip(RawEntry.__struct_fields__, row, strict=True))
        yield RawEntry(**{**fields, "data": msgspec.Raw(fields["data"].encode())})


def has_log(connection: sqlite3.Connection, code: str) -> bool:
    """Whether there is a session of that code."""
    return (
        connection.execute("select 1 from sessions where code = ?", (code,)).fetchone() is not None
    )


def put_log(connection: sqlite3.Connection, row: SessionRow, entries: Iterable[RawEntry]) -> int:
    """Write the whole log of a session that is not there yet, inside the caller's transaction.

    :return: the number of the session in this file.
    :raises Conflict: there is a session of that code.
    :raises sqlite3.Error: the file refused.
    """
    if has_log(connection, row.code):
        raise Conflict(f"There is a session {row.code}.")
    session = insert_session(connection, row)
    insert_entries(connection, session, map(_stored, entries))
    return session.id


def _stored(raw: RawEntry) -> StoredEntry:
    return (
        raw.seq,
        raw.sender,
        raw.command_id,
        raw.part,
        raw.at_ms,
        raw.actor,
        raw.role,
        raw.type,
        raw.version,
        bytes(raw.data).decode(),
    )
