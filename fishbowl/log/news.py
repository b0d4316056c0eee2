"""What a log knows and the writer does not: what others appended, and which commands are there."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from fishbowl.domain.kernel.streams import Stream
from fishbowl.log.protocol import CommandKey, News
from fishbowl.log.rows import last_seq

_SPAN = """
select min(seq), max(seq) from entries
where stream_id = (select id from streams where kind = ? and key = ?) and command_id = ?
"""


def read_news(
    connection: sqlite3.Connection,
    seen: Mapping[Stream, int],
    commands: Iterable[CommandKey],
    tail: Callable[[Stream, int], list[Any]],
) -> News:
    """Read what is new; all of it is of one moment.

    :param tail: reads the entries of a stream after one.
    :raises StoreError: a log cannot be read.
    :raises sqlite3.Error: the file refused.
    """
    answers = {}
    tails = {}
    connection.execute("begin")
    try:
        for key in commands:
            found = find_command(connection, key)
            if found is not None:
                answers[key] = found
        for stream, seq in seen.items():
            if last_seq(connection, stream) > seq:
                tails[stream] = tail(stream, seq)
    finally:
        connection.execute("rollback")
    return News(tails, answers)


def find_command(connection: sqlite3.Connection, key: CommandKey) -> tuple[int, int] | None:
    """The first and the last entry of a command; ``None`` if it is not in its log.

    Entries of older programs have no sender; they are looked for by the role. Each query finds its
    entries by the index, however long the log is.
    """
    first, last = connection.execute(
        f"{_SPAN} and sender = ?", (*key.stream, key.command_id, key.sender)
    ).fetchone()
    if first is None and key.sender:
        first, last = connection.execute(
            f"{_SPAN} and sender = '' and role = ?", (*key.stream, key.command_id, key.role)
        ).fetchone()
    return None if first is None else (first, last)
