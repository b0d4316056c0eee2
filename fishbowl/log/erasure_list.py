"""What was erased, listed apart from the database, so that older copies are erased as well.

A row of the table ``erasures`` is written in the transaction that erases. After the commit its line
is appended to a file of its own, which no restored backup replaces. Whoever brings an older copy of
the log into use applies the lines of that file first: :mod:`fishbowl.services.reapply_erasures`.

A line holds no words and no names. It names a stream by its kind, its key (of a session the code)
and the hash of its first entry, and entries by their number and their hash, so that it is never
applied to another log.
"""

import logging
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from fishbowl.domain.kernel.codec import UnknownEvent, encode
from fishbowl.domain.kernel.entries import Entry, Event
from fishbowl.domain.kernel.streams import Stream, StreamKind
from fishbowl.host.private_files import FILE_MODE, tighten
from fishbowl.log.erasure_lines import SESSION_KIND, ErasureLine, Target, again_id, is_again
from fishbowl.log.errors import StoreError

log = logging.getLogger(__name__)

SUFFIX = ".erasures"


class Layout(NamedTuple):
    """Where a schema keeps what the list is made of.

    :param column: what the entries of a stream are found by.
    :param streams: selects id, key, of the streams of a kind.
    :param deleted: selects key and instant of the deleted ones.
    """

    column: str
    streams: str
    deleted: str


SESSIONS = Layout(
    "session_id",
    "select id, code as key from sessions where 'session' = ?",
    "select code, deleted_at_ms from deleted_sessions where 'session' = ?",
)
"""As long as all logs were those of sessions."""
STREAMS = Layout(
    "stream_id",
    "select id, key from streams where kind = ?",
    "select key, deleted_at_ms from deleted_streams where kind = ?",
)


def list_of(path: Path) -> Path:
    """Where the list of a database is unless told otherwise: beside it."""
    return path.with_name(path.name + SUFFIX)


def note(
    connection: sqlite3.Connection,
    kind: StreamKind[Any],
    stream_id: int,
    key: str,
    entries: Iterable[Entry],
) -> list[ErasureLine]:
    """List what new entries erase, inside the transaction that appends them.

    :return: what is to be written to the file after the commit.
    """
    listed = [
        _listed(
            connection,
            STREAMS,
            kind,
            (stream_id, key),
            (entry.seq, entry.at_ms, entry.role.value),
            entry.event,
        )
        for entry in entries
        if kind.erasure([entry.event]) and not is_again(entry)
    ]
    keep(connection, listed)
    return listed


def note_deletion(
    connection: sqlite3.Connection, stream: Stream, stream_id: int, at_ms: int
) -> list[ErasureLine]:
    """List that a stream is deleted, before it is, inside the same transaction."""
    listed = [_deleted(stream, _chain(connection, STREAMS, stream_id, 1), at_ms)]
    keep(connection, listed)
    return listed


def _deleted(stream: Stream, origin: str, at_ms: int) -> ErasureLine:
    name = stream.key if stream.kind == SESSION_KIND else str(stream)
    return ErasureLine(
        id=f"deleted {name}", code=stream.key, kind=stream.kind, origin=origin, at_ms=at_ms
    )


def keep(connection: sqlite3.Connection, listed: Sequence[ErasureLine]) -> None:
    """Write lines into the table; those that are there stay."""
    connection.executemany(
        "insert or ignore into erasures (id, line) values (?, ?)",
        [(one.id, msgspec.json.encode(one).decode()) for one in listed],
    )


def in_table(connection: sqlite3.Connection) -> list[ErasureLine]:
    """Every line that the database holds, oldest first."""
    read = msgspec.json.Decoder(ErasureLine).decode
    return [
        read(line) for (line,) in connection.execute("select line from erasures order by rowid")
    ]


def fill(
    connection: sqlite3.Connection, kinds: Iterable[StreamKind[Any]], layout: Layout = STREAMS
) -> None:
    """List what the logs of a file have erased, inside the caller's transaction."""
    for kind in kinds:
        rows = connection.execute(
            "select streams.id, streams.key, seq, at_ms, role, type, version, data"
            f" from entries join ({layout.streams}) as streams"
            f" on streams.id = entries.{layout.column}"
            " where type in (select value from json_each(?)) and chain is not null order by at_ms",
            (kind.name, msgspec.json.encode(tuple(kind.erasing)).decode()),
        ).fetchall()
        found = (_from_row(connection, layout, kind, row) for row in rows)
        keep(connection, [one for one in found if one is not None])
        deleted = connection.execute(layout.deleted, (kind.name,)).fetchall()
        keep(connection, [_deleted(kind.stream(key), "", at_ms) for key, at_ms in deleted])


def is_due(connection: sqlite3.Connection, one: ErasureLine) -> bool:
    """Whether a file holds what a line erases: it is a copy from before."""
    found = connection.execute(
        "select id from streams where kind = ? and key = ?", one.stream
    ).fetchone()
    if found is None:
        return False
    (stream_id,) = found
    if one.origin and one.origin != _chain(connection, STREAMS, stream_id, 1):
        return False  # another stream of that key
    if one.is_deletion:
        return True
    done = connection.execute(
        "select 1 from entries where stream_id = :id and ((seq = :seq and chain = :chain)"
        " or (sender = '' and command_id = :command))",
        {
            "id": stream_id,
            "seq": one.seq,
            "chain": bytes.fromhex(one.id),
            "command": again_id(one),
        },
    ).fetchone()
    return done is None and (not one.targets or bool(present(connection, one)))


def present(connection: sqlite3.Connection, one: ErasureLine) -> frozenset[int]:
    """Which of the entries that a line names are in the log."""
    return frozenset(
        target.seq
        for target in one.targets
        if connection.execute(
            "select 1 from entries where stream_id ="
            " (select id from streams where kind = ? and key = ?) and seq = ? and chain = ?",
            (*one.stream, target.seq, bytes.fromhex(target.chain)),
        ).fetchone()
    )


def _from_row(
    connection: sqlite3.Connection,
    layout: Layout,
    kind: StreamKind[Any],
    row: tuple[int, str, int, int, str, str, int, str],
) -> ErasureLine | None:
    stream_id, key, seq, at_ms, role, type, version, data = row
    try:
        event = kind.codec.decode(type, version, data)
    except (UnknownEvent, msgspec.DecodeError):
        return None  # a damaged entry: fishbowl verify names it
    return _listed(connection, layout, kind, (stream_id, key), (seq, at_ms, role), event)


def _listed(
    connection: sqlite3.Connection,
    layout: Layout,
    kind: StreamKind[Any],
    stream: tuple[int, str],
    entry: tuple[int, int, str],
    event: Event,
) -> ErasureLine:
    stream_id, key = stream
    seq, at_ms, role = entry
    type, version, data = encode(event)
    what = kind.erasure([event])
    return ErasureLine(
        id=_chain(connection, layout, stream_id, seq),
        code=key,
        kind=kind.name,
        origin=_chain(connection, layout, stream_id, 1),
        at_ms=at_ms,
        seq=seq,
        role=role,
        type=type,
        version=version,
        data=msgspec.Raw(data.encode()),
        targets=tuple(
            Target(seq=each, chain=_chain(connection, layout, stream_id, each))
            for each in sorted({*what.people, *what.items})
        ),
    )


def _chain(connection: sqlite3.Connection, layout: Layout, stream_id: int, seq: int) -> str:
    found = connection.execute(
        f"select chain from entries where {layout.column} = ? and seq = ?", (stream_id, seq)
    ).fetchone()
    return "" if found is None or found[0] is None else bytes(found[0]).hex()


class ErasureFile:
    """The list in its own file: a line of JSON for each erasure, appended and synced.

    :param path: the file; it is made by the first line.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._waiting: dict[str, ErasureLine] = {}

    def read(self) -> list[ErasureLine]:
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

    def elsewhere(self, connection: sqlite3.Connection) -> list[ErasureLine]:
        """What the file has and a database does not: it is a copy from before.

        :raises StoreError: the file cannot be read.
        """
        there = {one.id for one in in_table(connection)}
        return [one for one in self.read() if one.id not in there]

    def add(self, listed: Iterable[ErasureLine]) -> bool:
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


def _lines(path: Path) -> Iterator[ErasureLine]:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(f"The list of erasures {path} cannot be read: {error}.") from error
    read = msgspec.json.Decoder(ErasureLine).decode
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
