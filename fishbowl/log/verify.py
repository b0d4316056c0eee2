"""Verifying logs: each is compared with its hashes, and folded."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from fishbowl.domain.session.evolve import fold
from fishbowl.host.long_work import Report, ignored
from fishbowl.log import chain
from fishbowl.log.backup import open_alone
from fishbowl.log.rows import read_entries


class Verified(NamedTuple):
    """What a file holds.

    :param heads: the hash of the last entry of each session whose log is whole.
    :param broken: what is wrong with the others, by code.
    """

    sessions: int
    entries: int
    heads: dict[str, bytes]
    broken: dict[str, str]


def verify(
    path: Path, *, report: Report = ignored, known: Mapping[str, bytes] | None = None
) -> Verified:
    """Compare every log of a copy with its hashes, and fold it.

    :param path: a file that nobody writes to.
    :param known: heads of logs that were folded before; those are compared, and not folded again.
    :raises sqlite3.Error: it cannot be read at all.
    """
    known = known or {}
    heads: dict[str, bytes] = {}
    broken: dict[str, str] = {}
    total = 0
    with closing(open_alone(path)) as connection:
        rows = connection.execute(
            "select code, entry_count, head from sessions order by id"
        ).fetchall()
        for done, (code, count, head) in enumerate(rows):
            report("Verifying sessions", done, len(rows))
            total += count
            try:
                if known.get(code) == head:
                    chain.check(connection, code)
                else:
                    check_log(connection, code)
                heads[code] = head
            except Exception as error:  # whatever a damaged log makes the rules stumble over
                broken[code] = str(error) or type(error).__name__
        report("Verifying sessions", len(rows), len(rows))
        if lost := chain.without_session(connection):
            broken["?"] = f"{lost} entries belong to no session"
    return Verified(len(rows), total, heads, broken)


def check_log(connection: sqlite3.Connection, code: str) -> int:
    """Compare one log with its hashes, and fold it, as it is at one moment.

    :return: how many entries it has.
    :raises StoreError: an entry cannot be read.
    :raises ValueError: it differs from its hashes, or entries are missing, doubled or out of order.
    """
    connection.execute("begin")
    try:
        chain.check(connection, code)
        entries = read_entries(connection, code)
    finally:
        connection.execute("rollback")
    session = fold(entries)
    if session is None:
        raise ValueError("its log is empty")
    if session.code != code:
        raise ValueError(f"its log is that of {session.code}")
    for before, after in pairwise(entries):
        if after.at_ms < before.at_ms:
            raise ValueError(f"entry {after.seq} is earlier than the one before it")
    return len(entries)
