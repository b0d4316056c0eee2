"""The hash chain of a log, by which a changed, missing or moved entry is noticed.

The hash of an entry covers the hash of the entry before it and everything in the entry that is
never erased: not its sender, and not the fields that :func:`erasable_fields` names. So erasing
changes no hash. The row of the session keeps the hash of the last entry and how many there are, so
that a missing tail is noticed as well.

The chain is no signature: whoever can write to the file can make a new one.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from fishbowl.domain.session.erasure import erasable_fields
from fishbowl.host.long_work import Report, ignored

START = b""
"""What the first entry of a log has as the hash before it."""

StoredEntry = tuple[int, str, str, int, int, int, str, str, int, str]
"""An entry as it is in the table, with the columns :data:`ENTRY_COLUMNS`."""

ENTRY_COLUMNS = "seq, sender, command_id, part, at_ms, actor, role, type, version, data"


def link(before: bytes, entry: StoredEntry) -> bytes:
    """Hash an entry onto the one before it.

    SHA-256 of a JSON array: the hash before in hexadecimal, ``seq``, ``command_id``, ``part``,
    ``at_ms``, ``actor``, ``role``, ``type``, ``version``, and ``data`` without its erasable fields.

    :param before: the hash of the entry before, or :data:`START`.
    """
    seq, _sender, *others, data = entry
    type = entry[7]
    covered = msgspec.json.encode((before.hex(), seq, *others, never_erased(type, data)))
    return hashlib.sha256(covered).digest()


def never_erased(type: str, data: str) -> str:
    """The JSON of an entry without the fields that can be erased, the others byte by byte.

    Where there are none, and where the JSON is damaged, that is all of it.
    """
    fields = erasable_fields(type)
    if not fields:
        return data
    try:
        members = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeError):
        return data
    kept = (
        msgspec.json.encode(name) + b":" + bytes(raw)
        for name, raw in members.items()
        if name not in fields
    )
    return (b"{" + b",".join(kept) + b"}").decode()


def linked(before: bytes, entries: Iterable[StoredEntry]) -> Iterator[tuple[StoredEntry, bytes]]:
    """Give each entry its hash.

    :param before: the hash of the entry before the first one.
    """
    for entry in entries:
        before = link(before, entry)
        yield entry, before


def fill(connection: sqlite3.Connection, report: Report = ignored) -> None:
    """Chain the logs that have no chain yet, inside the caller's transaction.

    A log of which an entry cannot be read stays without one, and :func:`check` finds it.

    :param report: is told how many logs have one.
    :raises sqlite3.Error: the file refused.
    """
    rows = connection.execute("select id from sessions where head is null").fetchall()
    for done, (session_id,) in enumerate(rows):
        report("Chaining logs by their hashes", done, len(rows))
        try:
            _fill(connection, session_id)
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", None) is not None:
                raise  # else it is a text that is no UTF-8, which SQLite itself does not mind


def _fill(connection: sqlite3.Connection, session_id: int) -> None:
    entries: list[StoredEntry] = connection.execute(
        f"select {ENTRY_COLUMNS} from entries where session_id = ? order by seq", (session_id,)
    ).fetchall()
    head = START
    hashes: list[tuple[bytes, int, int]] = []
    for entry, head in linked(START, entries):
        hashes.append((head, session_id, entry[0]))
    connection.executemany("update entries set chain = ? where session_id = ? and seq = ?", hashes)
    connection.execute(
        "update sessions set entry_count = ?, head = ? where id = ?",
        (len(entries), head, session_id),
    )


def check(connection: sqlite3.Connection, code: str) -> None:
    """Compare a log with its chain; in a transaction, where somebody may be writing.

    :raises ValueError: they differ; says at which entry.
    :raises sqlite3.Error: the file refused.
    """
    query = "select id, entry_count, head from sessions where code = ?"
    found = connection.execute(query, (code,)).fetchone()
    if found is None:
        raise ValueError("it has no row")
    session_id, count, head = found
    last, there = START, 0
    for *entry, chain in connection.execute(
        f"select {ENTRY_COLUMNS}, chain from entries where session_id = ? order by seq",
        (session_id,),
    ):
        last = link(last, tuple(entry))
        if chain != last:
            raise ValueError(f"entry {entry[0]} does not match its hash")
        there += 1
    if there != count:
        raise ValueError(f"it has {there} entries, and its row counts {count}")
    if (START if head is None else head) != last:
        raise ValueError("its last entry does not match the hash in its row")


def without_session(connection: sqlite3.Connection) -> int:
    """How many entries belong to no session: its row is missing."""
    (count,) = connection.execute(
        "select count(*) from entries where session_id not in (select id from sessions)"
    ).fetchone()
    return int(count)
