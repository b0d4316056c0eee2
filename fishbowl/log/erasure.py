"""Overwriting words in stored entries, in the transaction of the entry that asks for it."""

import sqlite3
from collections.abc import Sequence

import msgspec

from fishbowl.domain.session.erasure import Erasure, erasure
from fishbowl.domain.session.events import Entry
from fishbowl.log.erasing import erased_rows


def erase(connection: sqlite3.Connection, session_id: int, entries: Sequence[Entry]) -> bool:
    """Overwrite what new entries of a log forget or take back.

    The stored fields are blanked where they stand; a row is never encoded anew. What tells which
    device a forgotten person's commands came from is replaced by a word of the command's own.

    :return: whether there was something to overwrite.
    """
    what = erasure(entry.event for entry in entries)
    if not what:
        return False
    blank(connection, session_id, what)
    return True


def blank(connection: sqlite3.Connection, session_id: int, what: Erasure) -> None:
    """Overwrite words in a log whether or not its entries can be read as events.

    :raises msgspec.DecodeError: an entry is no JSON object.
    """
    rows = connection.execute(
        "select seq, part, type, version, data from entries where session_id = ?"
        " and type in (select value from json_each(?)) order by seq",
        (session_id, msgspec.json.encode(what.types()).decode()),
    ).fetchall()
    connection.executemany(
        "update entries set data = ? where session_id = ? and seq = ?",
        [(data, session_id, seq) for seq, data in erased_rows(what, rows)],
    )
    _forget_senders(connection, session_id, what)


def _forget_senders(connection: sqlite3.Connection, session_id: int, what: Erasure) -> None:
    """Replace what tells the devices apart that a forgotten person's commands came from."""
    connection.execute(
        "update entries set sender = 'gone-' || (seq - part)"
        " where session_id = :session and sender <> '' and case"
        "   when actor > 0 then :everybody or actor in (select value from json_each(:people))"
        "   when type = 'person.joined'"
        "     then :everybody or seq in (select value from json_each(:people))"
        "   when type = 'person.moved_device'"
        "     then :everybody or data ->> 'person' in (select value from json_each(:people))"
        "   else 0 end",
        {
            "session": session_id,
            "everybody": what.everybody,
            "people": msgspec.json.encode(tuple(what.people)).decode(),
        },
    )
