"""The table of the audit list is bounded, and repeated attempts are one line."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from fishbowl.log import audit, open_store
from fishbowl.log.audit import DAY_MS, KEPT_MS, LINES_MAX, MERGED_MS, AuditLine
from fishbowl.log.connection import connect

NOW_MS = 1_790_000_000_000
WRONG = AuditLine(at_ms=NOW_MS, last_at_ms=NOW_MS, what="wrong_key", who="unknown", detail="owner")
MERGED = frozenset({"wrong_key"})


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "fishbowl.db"
    open_store(path).close()
    with closing(connect(path)) as connection:
        yield connection


def at(line: AuditLine, at_ms: int, **other: str) -> AuditLine:
    return msgspec.structs.replace(line, at_ms=at_ms, last_at_ms=at_ms, **other)


def test_lines_are_read_back_the_latest_first(connection: sqlite3.Connection):
    first = AuditLine(at_ms=NOW_MS, last_at_ms=NOW_MS, what="signed_in", who="owner", generation=2)
    second = at(first, NOW_MS + 1, what="deleted", code="WAVE47")
    audit.put(connection, [first, second], MERGED, NOW_MS)
    assert audit.read(connection) == [second, first]
    assert audit.read(connection, first=1, most=1) == [first]
    assert audit.count(connection) == 2


def test_attempts_within_an_hour_are_one_line_that_counts_them(connection: sqlite3.Connection):
    for number in range(5):
        audit.put(connection, [at(WRONG, NOW_MS + number)], MERGED, NOW_MS)
    audit.put(connection, [at(WRONG, NOW_MS, detail="session")], MERGED, NOW_MS)
    later = NOW_MS + 4 + MERGED_MS
    audit.put(connection, [at(WRONG, later)], MERGED, later)
    assert [(line.detail, line.count, line.last_at_ms) for line in audit.read(connection)] == [
        ("owner", 1, later),
        ("session", 1, NOW_MS),
        ("owner", 5, NOW_MS + 4),
    ]


def test_what_is_no_attempt_is_never_merged(connection: sqlite3.Connection):
    line = at(WRONG, NOW_MS, what="exported")
    audit.put(connection, [line, line], MERGED, NOW_MS)
    assert audit.count(connection) == 2


def test_old_lines_go_and_the_list_has_a_greatest_length(connection: sqlite3.Connection):
    old = at(WRONG, NOW_MS - KEPT_MS, what="signed_in")
    young = at(old, NOW_MS - KEPT_MS + DAY_MS)
    audit.put(connection, [old, young], MERGED, NOW_MS)
    assert audit.read(connection) == [young]
    audit.put(connection, [at(old, NOW_MS)] * (LINES_MAX + 5), MERGED, NOW_MS)
    assert audit.count(connection) == LINES_MAX
    assert {line.at_ms for line in audit.read(connection)} == {NOW_MS}
