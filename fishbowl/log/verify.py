"""Verifying logs: each is compared with its hashes, and folded."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from fishbowl.domain.kernel.streams import Stream, StreamKind
from fishbowl.domain.streams import KINDS
from fishbowl.host.long_work import Report, ignored
from fishbowl.log import chain
from fishbowl.log.backup import open_alone
from fishbowl.log.erasure_lines import SESSION_KIND
from fishbowl.log.rows import read_entries


class Verified(NamedTuple):
    """What a file holds.

    :param sessions: how many sessions there are; ``entries`` are those of every kind of stream.
    :param heads: the hash of the last entry of each log that is whole, by the name of its stream.
    :param broken: what is wrong with the others, by key, or by kind where there is one of a kind.
    """

    sessions: int
    entries: int
    heads: dict[str, bytes]
    broken: dict[str, str]


def verify(
    path: Path,
    *,
    report: Report = ignored,
    known: Mapping[str, bytes] | None = None,
    kinds: Iterable[StreamKind[Any]] = KINDS,
) -> Verified:
    """Compare every log of a copy with its hashes, and fold it.

    :param path: a file that nobody writes to.
    :param known: heads of logs that were folded before; those are compared, and not folded again.
    :param kinds: the kinds of streams that it may hold; every one that there is, if left out.
    :raises sqlite3.Error: it cannot be read at all.
    """
    known = known or {}
    declared_kinds = {kind.name: kind for kind in kinds}
    heads: dict[str, bytes] = {}
    broken: dict[str, str] = {}
    total = 0
    with closing(open_alone(path)) as connection:
        rows = connection.execute(
            "select kind, key, entry_count, head from streams order by id"
        ).fetchall()
        for done, (kind, key, count, head) in enumerate(rows):
            report("Verifying sessions", done, len(rows))
            total += count
            name = str(Stream(kind, key))
            try:
                declared = declared_kinds[kind]
                chain.check(connection, Stream(kind, key), declared.erasable_fields)
                if known.get(name) != head:
                    check_fold(declared, key, read_entries(connection, declared, key))
                heads[name] = head
            except Exception as error:  # whatever a damaged log makes the rules stumble over
                broken[key or kind] = str(error) or type(error).__name__
        report("Verifying sessions", len(rows), len(rows))
        if lost := chain.without_row(connection, declared_kinds.values()):
            broken["?"] = f"{lost} entries belong to no session"
    sessions = sum(kind == SESSION_KIND for kind, *_ in rows)
    return Verified(sessions, total, heads, broken)


def check_fold(kind: StreamKind[Any], key: str, entries: Sequence[Any]) -> int:
    """Fold one log.

    :return: how many entries it has.
    :raises ValueError: entries are missing, doubled or out of order, or it is another stream's log.
    """
    state = kind.fold(entries)
    if state is None:
        raise ValueError("its log is empty")
    if kind.key_of(state) != key:
        raise ValueError(f"its log is that of {kind.key_of(state)}")
    for before, after in pairwise(entries):
        if after.at_ms < before.at_ms:
            raise ValueError(f"entry {after.seq} is earlier than the one before it")
    return len(entries)
