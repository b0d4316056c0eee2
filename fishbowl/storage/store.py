"""Reading and appending logs.

One connection writes and belongs to the writer alone, which never yields inside a transaction;
another one reads what is committed.
"""

import secrets
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import msgspec
from sqlite_utils import Database

from fishbowl.domain.erasure import Erasure, erasure
from fishbowl.domain.events import Entry
from fishbowl.domain.ids import Millis, PersonId, Seq
from fishbowl.domain.roles import Role
from fishbowl.storage import finished
from fishbowl.storage.codec import UnknownEvent, decode, encode
from fishbowl.storage.erasing import erased_rows
from fishbowl.storage.errors import Conflict, StoreError
from fishbowl.storage.schema import check_not_newer, migrations

BUSY_TIMEOUT_MS = 5_000
"""How long to wait for another process that holds the write lock, such as a backup."""

_INSERT = """
insert into entries
    (session_id, seq, command_id, part, at_ms, actor, role, type, version, data)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_UPSERT_SESSION = """
insert into sessions (code, question, event, state, created_at_ms, closed_at_ms, people, voices,
    starts_at_ms, keep_until_ms)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict (code) do update set question = excluded.question, event = excluded.event,
    state = excluded.state, closed_at_ms = excluded.closed_at_ms, people = excluded.people,
    voices = excluded.voices, starts_at_ms = excluded.starts_at_ms,
    keep_until_ms = excluded.keep_until_ms
returning id
"""
_SELECT = """
select seq, command_id, part, at_ms, actor, role, type, version, data
from entries join sessions on sessions.id = session_id where code = ? order by seq
"""


class SessionRow(msgspec.Struct, frozen=True, kw_only=True):
    """What a list of sessions tells about one."""

    code: str
    question: str
    event: str
    state: str
    created_at_ms: int
    closed_at_ms: int | None
    people: int
    voices: int
    starts_at_ms: int = 0
    keep_until_ms: int = 0


class Store:
    """The database of one installation.

    :param path: the SQLite file.
    :param readonly: open for reading only, beside a server that writes.
    """

    def __init__(self, path: Path, *, readonly: bool = False) -> None:
        self.path = path
        self._lock = Lock()
        self._reader = Database(connect(path, readonly=True) if readonly else connect(path))
        self._writer = self._reader if readonly else Database(connect(path))
        self._words_in_wal = True  # a crash may have left some that were to be forgotten

    # Writing: for the writer alone

    def append(self, rows: Sequence[SessionRow], logs: Sequence[Sequence[Entry]]) -> None:
        """Append entries to logs, all or none; durable when this returns.

        What the entries erase (:mod:`fishbowl.domain.erasure`) is overwritten in the same
        transaction. What could be found
        of a finished session is no longer found when its log changes, until it has been read again.

        :param rows: what each session is now, in the order of ``logs``.
        :param logs: new entries, one sequence a session.
        :raises Conflict: an entry of that number, or command, is there already.
        :raises sqlite3.Error: the file refused; nothing was appended.
        """
        connection = self._writer.conn
        connection.execute("begin immediate")
        try:
            for row, entries in zip(rows, logs, strict=True):
                session_id = insert_session(connection, row)
                for entry in entries:
                    connection.execute(_INSERT, _stored(session_id, entry))
                erases = erasure(entry.event for entry in entries)
                self._erase(session_id, erases)
                finished.remove(connection, session_id, purge=bool(erases))
            connection.execute("commit")
        except sqlite3.IntegrityError as error:
            connection.execute("rollback")
            raise Conflict(str(error)) from error
        except BaseException:
            if connection.in_transaction:
                connection.execute("rollback")
            raise
        if self._words_in_wal:
            self._words_in_wal = not self._emptied_wal()

    def _emptied_wal(self) -> bool:
        """Empty the write-ahead log, where words outlive their overwriting.

        Somebody who reads the file at this moment, such as a backup, keeps it alive: then this
        does not wait, and the next append tries again.
        """
        connection = self._writer.conn
        try:
            connection.execute("pragma busy_timeout = 0")
            (busy, _, _) = connection.execute("pragma wal_checkpoint(truncate)").fetchone()
        except sqlite3.Error:
            return False  # what was appended is durable all the same
        finally:
            connection.execute(f"pragma busy_timeout = {BUSY_TIMEOUT_MS}")
        return not busy

    def _erase(self, session_id: int, what: Erasure) -> None:
        """Overwrite in a session's entries what is to be erased, field by field."""
        if not what:
            return
        self._words_in_wal = True
        rows = self._writer.conn.execute(
            "select seq, type, version, data from entries where session_id = ?"
            " and type in (select value from json_each(?)) order by seq",
            (session_id, msgspec.json.encode(what.types()).decode()),
        ).fetchall()
        self._writer.conn.executemany(
            "update entries set data = ? where session_id = ? and seq = ?",
            ((data, session_id, seq) for seq, data in erased_rows(what, rows)),
        )

    def find_command(self, code: str, command_id: str) -> tuple[int, int] | None:
        """Find the entries that a command left: first and last ``seq``; ``None`` if none."""
        first, last = self._writer.conn.execute(
            "select min(seq), max(seq) from entries"
            " where session_id = (select id from sessions where code = ?) and command_id = ?",
            (code, command_id),
        ).fetchone()
        return None if first is None else (first, last)

    # Reading

    def entries(self, code: str) -> list[Entry]:
        """Read a session's log, oldest entry first; empty if there is no such session.

        :raises StoreError: the log holds something this program does not know.
        """
        with self._lock:
            return read_entries(self._reader.conn, code)

    def sessions(self) -> list[SessionRow]:
        """List all sessions, newest first."""
        with self._lock:
            rows = self._reader.conn.execute(
                "select code, question, event, state, created_at_ms, closed_at_ms, people, voices,"
                " starts_at_ms, keep_until_ms from sessions order by created_at_ms desc, id desc"
            ).fetchall()
        return [SessionRow(**dict(zip(SessionRow.__struct_fields__, row, strict=True)))
                for row in rows]  # fmt: skip

    def has_session(self, code: str) -> bool:
        """Tell whether there is a session of that code."""
        with self._lock:
            found = self._reader.conn.execute("select 1 from sessions where code = ?", (code,))
            return found.fetchone() is not None

    def secret(self) -> bytes:
        """The signing key of this installation, made on first use."""
        self._writer.conn.execute(
            "insert or ignore into secrets (name, value) values ('signing_key', ?)",
            (secrets.token_bytes(32),),
        )
        query = "select value from secrets where name = 'signing_key'"
        (value,) = self._writer.conn.execute(query).fetchone()
        return bytes(value)

    def bring_up_to_date(self, *, readonly: bool) -> None:
        """Apply what migrations are missing.

        :raises StoreError: the tables are newer than this program, or older and only to be read.
        """
        check_not_newer(self._writer)
        if not readonly:
            migrations.apply(self._writer)
            finished.follow_kinds(self._writer.conn)
        elif migrations.pending(self._writer):
            raise StoreError(
                f"The database at {self.path} is older; start the server once to update it."
            )

    def close(self) -> None:
        """Close the file; everything in it is safe without that."""
        self._reader.conn.close()
        self._writer.conn.close()


def open_store(path: Path, *, readonly: bool = False) -> Store:
    """Open a database, and bring its tables up to date unless it is only read.

    :raises StoreError: it cannot be opened, is not one of ours, or is newer than this program.
    """
    if readonly and not path.is_file():
        raise StoreError(f"There is no database at {path}.")
    store: Store | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        store = Store(path, readonly=readonly)
        store.bring_up_to_date(readonly=readonly)
    except (OSError, sqlite3.Error, StoreError) as error:
        if store is not None:
            store.close()
        if isinstance(error, StoreError):
            raise
        raise StoreError(f"The database at {path} cannot be opened: {error}.") from error
    return store


def insert_session(connection: sqlite3.Connection, row: SessionRow) -> int:
    """Write what a list tells about a session, new or not, and return its number in this file."""
    (session_id,) = connection.execute(_UPSERT_SESSION, msgspec.structs.astuple(row)).fetchone()
    return int(session_id)


def read_entries(connection: sqlite3.Connection, code: str) -> list[Entry]:
    """Read a session's log, oldest entry first.

    :raises StoreError: the log holds something this program does not know.
    """
    rows = connection.execute(_SELECT, (code,)).fetchall()
    try:
        return [_loaded(row) for row in rows]
    except (UnknownEvent, msgspec.DecodeError) as error:
        raise StoreError(f"The log of {code} cannot be read: {error}.") from error


def connect(path: Path, *, readonly: bool = False) -> sqlite3.Connection:
    """Open the file with everything that a connection to it needs."""
    target = f"{path.absolute().as_uri()}?mode=ro" if readonly else path.absolute().as_uri()
    connection = sqlite3.connect(target, uri=True, isolation_level=None, check_same_thread=False)
    connection.execute(f"pragma busy_timeout = {BUSY_TIMEOUT_MS}")
    if not readonly:
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = full")
        connection.execute("pragma secure_delete = on")
        connection.execute("pragma foreign_keys = on")
    return connection


def _stored(session_id: int, entry: Entry) -> tuple[object, ...]:
    return (
        session_id,
        entry.seq,
        entry.command_id,
        entry.part,
        entry.at_ms,
        entry.actor,
        entry.role.value,
        *encode(entry.event),
    )


def _loaded(row: tuple[int, str, int, int, int, str, str, int, str]) -> Entry:
    seq, command_id, part, at_ms, actor, role, name, version, data = row
    return Entry(
        seq=Seq(seq),
        command_id=command_id,
        part=part,
        at_ms=Millis(at_ms),
        actor=PersonId(actor),
        role=Role(role),
        event=decode(name, version, data),
    )
