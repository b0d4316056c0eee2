"""The table of the audit list: who did what to this installation, kept apart from sessions.

It has codes of sessions, roles and times, and nothing about participants. It is bounded in age and
in length. Each function is the work of one transaction.
"""

import sqlite3
from collections.abc import Iterable

import msgspec

DAY_MS = 24 * 60 * 60 * 1000
KEPT_MS = 365 * DAY_MS
"""Older lines are deleted."""
LINES_MAX = 10_000
"""Beyond it the oldest lines are deleted."""
MERGED_MS = 60 * 60 * 1000
"""The same attempt again within this time is counted in the line that is there. Somebody who
guesses keys can therefore not push everything else out of the list."""


class AuditLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the list.

    :param at_ms: when, in milliseconds since 1970, UTC; of several attempts the first.
    :param last_at_ms: of several attempts the last.
    :param what: what was done, as a code; see :mod:`fishbowl.services.audit`.
    :param who: the role, ``owner``, ``reader``, ``command`` for the command line, or ``unknown``.
    :param generation: of the key or link by which they were in; 0 where it is not known.
    :param code: of the session; empty where it is about none.
    :param detail: what was renewed, tried or exported, as a code.
    :param count: how many attempts, people or sessions it is about.
    """

    at_ms: int
    last_at_ms: int
    what: str
    who: str
    generation: int = 0
    code: str = ""
    detail: str = ""
    count: int = 1


_FIELDS = AuditLine.__struct_fields__
_COLUMNS = ", ".join(_FIELDS)
_INSERT = f"insert into audit ({_COLUMNS}) values (?{', ?' * (len(_FIELDS) - 1)})"
_SAME = """
select id from audit where what = ? and who = ? and generation = ? and code = ? and detail = ?
and last_at_ms > ? order by id desc limit 1
"""


def put(
    connection: sqlite3.Connection, lines: Iterable[AuditLine], merged: frozenset[str], now_ms: int
) -> None:
    """Write lines, and delete what is too old or too much.

    :param merged: kinds of which several within :data:`MERGED_MS` are one line.
    """
    for line in lines:
        if line.what not in merged or not _counted(connection, line):
            connection.execute(_INSERT, msgspec.structs.astuple(line))
    connection.execute("delete from audit where last_at_ms <= ?", (now_ms - KEPT_MS,))
    connection.execute(
        "delete from audit where id <= (select max(id) from audit) - ?", (LINES_MAX,)
    )


def read(
    connection: sqlite3.Connection, *, first: int = 0, most: int = LINES_MAX
) -> list[AuditLine]:
    """Read lines, the latest first.

    :param first: skip so many.
    :param most: read so many at most.
    """
    rows = connection.execute(
        f"select {_COLUMNS} from audit order by id desc limit ? offset ?", (most, first)
    )
    return [AuditLine(**dict(zip(_FIELDS, row, strict=True))) for row in rows]


def count(connection: sqlite3.Connection) -> int:
    """How many lines there are."""
    (found,) = connection.execute("select count(*) from audit").fetchone()
    return int(found)


def _counted(connection: sqlite3.Connection, line: AuditLine) -> bool:
    """Count an attempt in the line of the same ones before it, if there is one."""
    found = connection.execute(
        _SAME,
        (line.what, line.who, line.generation, line.code, line.detail, line.at_ms - MERGED_MS),
    ).fetchone()
    if found is None:
        return False
    connection.execute(
        "update audit set count = count + ?, last_at_ms = max(last_at_ms, ?) where id = ?",
        (line.count, line.last_at_ms, found[0]),
    )
    return True
