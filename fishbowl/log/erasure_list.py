"""What was erased, listed apart from the database, so that older copies are erased as well.

A row of the table ``erasures`` is written in the transaction that erases. After the commit its line
is appended to a file of its own, which no restored backup replaces. Whoever brings an older copy of
the log into use applies the lines of that file first: :mod:`fishbowl.services.reapply_erasures`.

A line holds no words and no names. It names a session by its code and the hash of its first entry,
and entries by their number and their hash, so that it is never applied to another log.
"""

import logging
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from fishbowl.domain.session.erasure import erasure
from fishbowl.domain.session.events import Entry, Event
from fishbowl.host.private_files import FILE_MODE, tighten
from fishbowl.log.codec import UnknownEvent, decode, encode
from fishbowl.log.errors import StoreError

log = logging.getLogger(__name__)

SUFFIX = ".erasures"
_AGAIN = "erasure-"
ERASING = (
    "person.forgotten", "everybody.forgotten", "wifi.erased", "question.taken_back",
    "takeaway.withdrawn", "answer.taken_back", "point.withdrawn",
)  # fmt: skip
"""The stored names of events that erase; ``tests/log/test_erasure_list.py`` checks them."""


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that an erasure is about, by its number and its hash in hexadecimal."""

    seq: int
    chain: str


class Listed(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the list: an entry that erases, or a session that was deleted.

    :param id: the hash of the erasing entry; for a deletion ``deleted`` and the session's code.
    :param origin: the hash of the session's first entry; empty where it is not known any more.
    :param seq: the erasing entry, whose event ``type``, ``version`` and ``data`` are; 0 for a
        deletion.
    :param targets: the entries of the people or items that it names.
    """

    id: str
    code: str
    origin: str
    at_ms: int
    seq: int = 0
    role: str = ""
    type: str = ""
    version: int = 0
    data: msgspec.Raw = msgspec.Raw(b"null")
    targets: tuple[Target, ...] = ()

    @property
    def is_deletion(self) -> bool:
        """Whether the whole session was deleted."""
        return self.seq == 0

    def event(self) -> Event:
        """The event of the erasing entry.

        :raises UnknownEvent: this program does not know it.
        :raises msgspec.DecodeError: its fields are not those of the event.
        """
        return decode(self.type, self.version, bytes(self.data).decode())


def list_of(path: Path) -> Path:
    """Where the list of a database is unless told otherwise: beside it."""
    return path.with_name(path.name + SUFFIX)


def origin_of(connection: sqlite3.Connection, code: str) -> str:
    """The hash of a session's first entry; empty if there is no such session."""
    found = connection.execute(
        "select chain from entries where seq = 1"
        " and session_id = (select id from sessions where code = ?)",
        (code,),
    ).fetchone()
    return "" if found is None or found[0] is None else bytes(found[0]).hex()


def note(
    connection: sqlite3.Connection, code: str, session_id: int, entries: Iterable[Entry]
) -> list[Listed]:
    """List what new entries erase, inside the transaction that appends them.

    :return: what is to be written to the file after the commit.
    """
    listed = [
        _listed(
            connection, code, session_id, (entry.seq, entry.at_ms, entry.role.value), entry.event
        )
        for entry in entries
        if erasure([entry.event]) and not is_again(entry)
    ]
    keep(connection, listed)
    return listed


def again_id(one: Listed) -> str:
    """The id of the command by which a line is applied to an older copy of its log."""
    return f"{_AGAIN}{one.id[:48]}"


def is_again(entry: Entry) -> bool:
    """Whether an entry applies a line of the list; it needs no line of its own."""
    return not entry.sender and entry.command_id.startswith(_AGAIN)


def note_deletion(connection: sqlite3.Connection, code: str, at_ms: int) -> list[Listed]:
    """List that a session is deleted, before it is, inside the same transaction."""
    listed = [
        Listed(id=f"deleted {code}", code=code, origin=origin_of(connection, code), at_ms=at_ms)
    ]
    keep(connection, listed)
    return listed


def keep(connection: sqlite3.Connection, listed: Sequence[Listed]) -> None:
    """Write lines into the table; those that are there stay."""
    connection.executemany(
        "insert or ignore into erasures (id, line) values (?, ?)",
        [(one.id, msgspec.json.encode(one).decode()) for one in listed],
    )


def in_table(connection: sqlite3.Connection) -> list[Listed]:
    """Every line that the database holds, oldest first."""
    read = msgspec.json.Decoder(Listed).decode
    return [
        read(line) for (line,) in connection.execute("select line from erasures order by rowid")
    ]


def fill(connection: sqlite3.Connection) -> None:
    """List what was erased before there was a list, inside the caller's transaction."""
    placeholders = ", ".join("?" * len(ERASING))
    rows = connection.execute(
        "select sessions.id, code, seq, at_ms, role, type, version, data from entries"
        f" join sessions on sessions.id = session_id where type in ({placeholders})"
        " and chain is not null order by at_ms",
        ERASING,
    ).fetchall()
    keep(connection, [one for row in rows if (one := _from_row(connection, row)) is not None])
    deleted = connection.execute("select code, deleted_at_ms from deleted_sessions").fetchall()
    keep(
        connection,
        [Listed(id=f"deleted {code}", code=code, origin="", at_ms=at) for code, at in deleted],
    )


def _from_row(
    connection: sqlite3.Connection, row: tuple[int, str, int, int, str, str, int, str]
) -> Listed | None:
    session_id, code, seq, at_ms, role, type, version, data = row
    try:
        event = decode(type, version, data)
    except (UnknownEvent, msgspec.DecodeError):
        return None  # a damaged entry: fishbowl verify names it
    return _listed(connection, code, session_id, (seq, at_ms, role), event)


def _listed(
    connection: sqlite3.Connection,
    code: str,
    session_id: int,
    entry: tuple[int, int, str],
    event: Event,
) -> Listed:
    seq, at_ms, role = entry
    type, version, data = encode(event)
    what = erasure([event])
    return Listed(
        id=_chain(connection, session_id, seq),
        code=code,
        origin=_chain(connection, session_id, 1),
        at_ms=at_ms,
        seq=seq,
        role=role,
        type=type,
        version=version,
        data=msgspec.Raw(data.encode()),
        targets=tuple(
            Target(seq=each, chain=_chain(connection, session_id, each))
            for each in sorted({*what.people, *what.items})
        ),
    )


def _chain(connection: sqlite3.Connection, session_id: int, seq: int) -> str:
    found = connection.execute(
        "select chain from entries where session_id = ? and seq = ?", (session_id, seq)
    ).fetchone()
    return "" if found is None or found[0] is None else bytes(found[0]).hex()


class ErasureFile:
    """The list in its own file: a line of JSON for each erasure, appended and synced.

    :param path: the file; it is made by the first line.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._waiting: dict[str, Listed] = {}

    def read(self) -> list[Listed]:
        """Read every line, oldest first. A last line that was cut off is left out.

        :raises StoreError: the file cannot be read, or a line in the middle is damaged.
        """
        return list(_lines(self.path))

    def complete(self, connection: sqlite3.Connection) -> None:
        """Write what the file lacks of a database: the program ended before it could.

        :raises StoreError: the file cannot be read.
        """
        there = {one.id for one in self.read()}
        self.add(one for one in in_table(connection) if one.id not in there)

    def elsewhere(self, connection: sqlite3.Connection) -> list[Listed]:
        """What the file has and a database does not: it is a copy from before.

        :raises StoreError: the file cannot be read.
        """
        there = {one.id for one in in_table(connection)}
        return [one for one in self.read() if one.id not in there]

    def add(self, listed: Iterable[Listed]) -> bool:
        """Append lines durably. Those that cannot be written now are kept for the next call.

        :return: whether none is waiting.
        """
        self._waiting.update((one.id, one) for one in listed)
        if not self._waiting:
            return True
        lines = b"".join(msgspec.json.encode(one) + b"\n" for one in self._waiting.values())
        try:
            _append(self.path, lines)
        except OSError as error:
            log.warning("the list of erasures cannot be written: %s", error.strerror)
            return False
        self._waiting.clear()
        return True


def _lines(path: Path) -> Iterator[Listed]:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(f"The list of erasures {path} cannot be read: {error}.") from error
    read = msgspec.json.Decoder(Listed).decode
    seen: set[str] = set()
    lines = content.split(b"\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            one = read(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            if number == len(lines):  # the machine stopped while it was written
                return
            raise StoreError(
                f"The list of erasures {path} is damaged in line {number}. Bring the file back "
                "from a backup, or remove that line; nothing was changed."
            ) from error
        if one.id not in seen:
            seen.add(one.id)
            yield one


def _append(path: Path, lines: bytes) -> None:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, FILE_MODE)
    try:
        tighten(path)
        size = os.fstat(descriptor).st_size
        if size and os.pread(descriptor, 1, size - 1) != b"\n":
            lines = b"\n" + lines  # a line was cut off; it stays as it is
        os.write(descriptor, lines)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
