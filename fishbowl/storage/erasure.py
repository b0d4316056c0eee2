"""Blanking words in stored entries, in the transaction of the entry that asks for it."""

import sqlite3
from collections.abc import Sequence

import msgspec

from fishbowl.domain.events import EVENT_TYPES, Entry, PersonForgotten, overwrites, subject
from fishbowl.domain.ids import PersonId, Seq
from fishbowl.storage.rows import ENTRY_COLUMNS, loaded


def erase(connection: sqlite3.Connection, session_id: int, entries: Sequence[Entry]) -> bool:
    """Blank what new entries of a log forget or take back.

    The stored fields are blanked where they stand; a row is never encoded anew. What tells which
    device a forgotten person's commands came from is replaced by a word of the command's own.

    :return: whether there was something to blank.
    """
    people, seqs = _forgotten(entries), _taken_back(entries)
    if not people and not seqs:
        return False
    rows = connection.execute(
        f"select {ENTRY_COLUMNS} from entries where session_id = ?"
        " and (? or seq in (select value from json_each(?))) order by seq",
        (session_id, bool(people), msgspec.json.encode(tuple(seqs)).decode()),
    ).fetchall()
    for row in rows:
        entry, data = loaded(row), row[-1]
        if entry.seq in seqs or subject(entry) in people:
            connection.execute(
                "update entries set data = ? where session_id = ? and seq = ?",
                (blanked(entry.event.name, data), session_id, entry.seq),
            )
        if entry.sender and (entry.actor in people or subject(entry) in people):
            connection.execute(
                "update entries set sender = ? where session_id = ? and seq = ?",
                (f"gone-{entry.seq - entry.part}", session_id, entry.seq),
            )
    return True


def blanked(name: str, data: str) -> str:
    """Return an event's stored JSON with its erasable fields empty, and all else as it stands."""
    fields = msgspec.json.decode(data)
    for field in EVENT_TYPES[name].erasable:
        if field in fields:
            fields[field] = ""
    return msgspec.json.encode(fields).decode()


def _forgotten(entries: Sequence[Entry]) -> frozenset[PersonId]:
    """Whose words are to be blanked: all at once, a log is read only once for them."""
    events = (entry.event for entry in entries)
    return frozenset(event.person for event in events if isinstance(event, PersonForgotten))


def _taken_back(entries: Sequence[Entry]) -> frozenset[Seq]:
    """Which entries hold words that their authors have taken back."""
    return frozenset(seq for e in entries if (seq := overwrites(e.event)) is not None)
