"""What a log knows and the writer does not: what others appended, and which commands are there."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from fishbowl.domain.session.events import Entry
from fishbowl.log.rows import read_entries


class CommandKey(NamedTuple):
    """What makes a command the same one: the log, who sent it, and the id that the sender made.

    The role is compared only with entries of older programs, which have no sender.
    """

    code: str
    sender: str
    role: str
    command_id: str


class News(NamedTuple):
    """What a log knows and the asker does not.

    :param tails: entries that others have appended since, by session.
    :param answers: first and last ``seq`` of the commands that are in the log already.
    """

    tails: dict[str, list[Entry]]
    answers: dict[CommandKey, tuple[int, int]]


def read_news(
    connection: sqlite3.Connection, seen: Mapping[str, int], commands: Iterable[CommandKey]
) -> News:
    """Read what is new; both parts of it are of one moment.

    :param seen: session codes, and the last entry of each that the asker knows.
    :raises StoreError: a log cannot be read.
    :raises sqlite3.Error: the file refused.
    """
    answers = {}
    tails = {}
    connection.execute("begin")
    try:
        for key in commands:
            found = _find_command(connection, key)
            if found is not None:
                answers[key] = found
        for code, seq in seen.items():
            if _last_seq(connection, code) > seq:
                tails[code] = read_entries(connection, code, seq)
    finally:
        connection.execute("rollback")
    return News(tails, answers)


def _find_command(connection: sqlite3.Connection, key: CommandKey) -> tuple[int, int] | None:
    found: tuple[int, int] | None = connection.execute(
        "select min(seq), max(seq) from entries"
        " where session_id = (select id from sessions where code = ?) and command_id = ?"
        " and (sender = ? or (sender = '' and role = ?))"
        " group by sender order by sender = '' limit 1",
        (key.code, key.command_id, key.sender, key.role),
    ).fetchone()
    return found


def _last_seq(connection: sqlite3.Connection, code: str) -> int:
    (seq,) = connection.execute(
        "select max(seq) from entries where session_id = (select id from sessions where code = ?)",
        (code,),
    ).fetchone()
    return seq or 0
