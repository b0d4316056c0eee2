"""Deleting a whole session: its log, its row, what can be found of it, and who is signed in to it.

Its code is kept, and nothing else: links say that it was deleted, and the code is given to no other
session, which would be met by whoever kept the old link.
"""

import sqlite3

from fishbowl.log import archived_sessions, erasure_list, sign_ins, snapshots
from fishbowl.log.erasure_list import Listed


def delete_session(connection: sqlite3.Connection, code: str, at_ms: int) -> list[Listed]:
    """Delete a session; inside the caller's transaction.

    :param at_ms: session time, kept with the code.
    :return: what is to be written to the list of erasures; empty if there was no such session.
    """
    found = connection.execute("select id from sessions where code = ?", (code,)).fetchone()
    if found is None:
        return []
    (session_id,) = found
    listed = erasure_list.note_deletion(connection, code, at_ms)
    archived_sessions.remove(connection, session_id, purge=True)
    snapshots.remove(connection, session_id)
    connection.execute("delete from entries where session_id = ?", (session_id,))
    connection.execute("delete from sessions where id = ?", (session_id,))
    sign_ins.remove_of_session(connection, code)
    connection.execute(
        "insert or replace into deleted_sessions (code, deleted_at_ms) values (?, ?)",
        (code, at_ms),
    )
    return listed


def deleted_codes(connection: sqlite3.Connection) -> frozenset[str]:
    """The codes of all sessions that were deleted."""
    rows = connection.execute("select code from deleted_sessions")
    return frozenset(code for (code,) in rows)
