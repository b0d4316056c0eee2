"""Appending entries to logs, within a transaction of the store."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from fishbowl.domain.session.events import Entry
from fishbowl.log import archived_sessions, erasure, erasure_list, snapshots
from fishbowl.log.erasure_list import Listed
from fishbowl.log.errors import Conflict
from fishbowl.log.rows import SessionRow, insert_entries, insert_session, last_seq, stored


class Appended(NamedTuple):
    """What appending came to.

    :param listed: what belongs into the list of erasures.
    :param erased: whether words were overwritten.
    """

    listed: list[Listed]
    erased: bool


def append(
    connection: sqlite3.Connection,
    rows: Sequence[SessionRow],
    logs: Sequence[Sequence[Entry]],
) -> Appended:
    """Append entries to logs; what they erase is overwritten, and leaves snapshot and archive.

    :param rows: what each session is now, in the order of ``logs``.
    :param logs: new entries, one sequence a session.
    :raises Conflict: a log has other entries than the caller knows.
    """
    listed: list[Listed] = []
    any_erased = False
    try:
        for row, entries in zip(rows, logs, strict=True):
            session = insert_session(connection, row)
            if entries and entries[0].seq != last_seq(connection, session.id) + 1:
                raise Conflict(f"{row.code} has other entries than were known")
            insert_entries(connection, session, map(stored, entries))
            erased = erasure.erase(connection, session.id, entries)
            if erased:
                any_erased = True
                snapshots.remove(connection, session.id)
                listed += erasure_list.note(connection, row.code, session.id, entries)
            archived_sessions.remove(connection, session.id, purge=erased)
    except sqlite3.IntegrityError as error:
        raise Conflict(str(error)) from error
    return Appended(listed, any_erased)
