"""Deleting a whole session: its log, its row, what can be found of it, and who is signed in to it.

Its code is kept, and nothing else: links say that it was deleted, and the code is given to no other
session, which would be met by whoever kept the old link.
"""

import sqlite3

from fishbowl.log import archived_sessions, sign_ins, snapshots


def delete_session(connection: sqlite3.Connection, code: str, at_ms: int) -> bool:
    """Delete a session; inside the caller's transaction.

    :param at_ms: session time, kept with the code.
    :return: whether there was one.
    """
    found = connection.execute("select id from sessions where code = ?", (code,)).fetchone()
    if found is None:
        return False
    (session_id,) = found
    archived_sessions.remove(connection, session_id, purge=True)
    snapshots.remove(connection, session_id)
    connection.execute("delete from entries where session_id = ?", (session_id,))
    connection.execute("delete from sessions where id = ?", (session_id,))
    sign_ins.remove_of_session(connection, code)
    connection.execute(
        "insert or replace into deleted_sessions (code, deleted_at_ms) values (?, ?)",
        (code, at_ms),
    )
    return True


def deleted_codes(connection: sqlite3.Connection) -> frozenset[str]:
    """The codes of all sessions that were deleted."""
    rows = connection.execute("select code from deleted_sessions")
    return frozenset(code for (code,) in rows)
