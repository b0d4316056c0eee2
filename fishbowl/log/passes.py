"""The table of passes: by the hash of a verifier, whose pages it opens."""

import sqlite3

from fishbowl.log.errors import EffectRefused
from fishbowl.log.people_records import PassRow


def put(connection: sqlite3.Connection, one: PassRow) -> None:
    """Write a pass; one that is there stays as it is.

    :raises EffectRefused: ``pass_taken``: it is another member's.
    """
    found = find(connection, one.hash)
    if found is not None and found.member != one.member:
        raise EffectRefused("pass_taken")
    connection.execute(
        "insert or ignore into passes (hash, member, made_at_ms) values (?, ?, ?)", one
    )


def end(connection: sqlite3.Connection, member: int, keep: bytes) -> None:
    """Delete the passes of a member but one."""
    connection.execute("delete from passes where member = ? and hash <> ?", (member, keep))


def move(connection: sqlite3.Connection, goes: int, keeps: int) -> None:
    """Let the passes of one member be another's."""
    connection.execute("update passes set member = ? where member = ?", (keeps, goes))


def find(connection: sqlite3.Connection, hash: bytes) -> PassRow | None:
    """Find a pass; ``None`` if it opens nothing."""
    found = connection.execute(
        "select hash, member, made_at_ms from passes where hash = ?", (hash,)
    ).fetchone()
    return None if found is None else PassRow(*found)


def of_member(connection: sqlite3.Connection, member: int) -> list[PassRow]:
    """The passes of a member, the oldest first."""
    rows = connection.execute(
        "select hash, member, made_at_ms from passes where member = ? order by made_at_ms",
        (member,),
    )
    return [PassRow(*row) for row in rows]


def all_of_them(connection: sqlite3.Connection) -> list[PassRow]:
    """Every pass."""
    rows = connection.execute("select hash, member, made_at_ms from passes order by member")
    return [PassRow(*row) for row in rows]
