"""The tables, as migrations that are applied once and never changed afterwards.

Table and column names are meant to be read, in Datasette or any other SQLite tool.
"""

import sqlite3
from contextlib import closing
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from sqlite_utils import Database, Migrations

from fishbowl.domain.kernel.streams import StreamKind
from fishbowl.domain.streams import KINDS
from fishbowl.host.long_work import Report, ignored
from fishbowl.log import chain, erasure_list, people
from fishbowl.log.errors import StoreError

migrations = Migrations("fishbowl")

_report: ContextVar[Report] = ContextVar("report", default=ignored)
"""Is told how far a long migration is; a migration is given nothing but the database."""


def migrate(db: Database, report: Report = ignored) -> None:
    """Apply the migrations that are missing. Each is applied whole or not at all.

    :param report: is told how many are applied, and how far a long one is.
    """
    pending = [migration.name for migration in migrations.pending(db)]
    before = _report.set(report)
    try:
        for done, following in enumerate([*pending[1:], None]):
            report("Updating the tables", done, len(pending))
            migrations.apply(db, stop_before=following)
    finally:
        _report.reset(before)


@migrations()
def m001_sessions_and_entries(db: Database) -> None:
    """Create the log, and one row a session that says what it is about."""
    db.table("sessions").create(
        {
            "id": int,
            "code": str,
            "question": str,
            "event": str,
            "state": str,
            "created_at_ms": int,
            "closed_at_ms": int,
            "people": int,
            "voices": int,
        },
        pk="id",
        not_null={"code", "question", "event", "state", "created_at_ms"},
    )
    db.table("sessions").create_index(["code"], unique=True)
    db.table("entries").create(
        {
            "session_id": int,
            "seq": int,
            "command_id": str,
            "part": int,
            "at_ms": int,
            "actor": int,
            "role": str,
            "type": str,
            "version": int,
            "data": str,
        },
        pk=("session_id", "seq"),
        foreign_keys=[("session_id", "sessions", "id")],
        not_null={"command_id", "part", "at_ms", "actor", "role", "type", "version", "data"},
    )
    db.table("entries").create_index(["session_id", "command_id", "part"], unique=True)


@migrations()
def m002_secrets(db: Database) -> None:
    """Keep the signing key in the file, so that the file is the whole installation."""
    db.table("secrets").create({"name": str, "value": bytes}, pk="name", not_null={"value"})


@migrations()
def m003_plans(db: Database) -> None:
    """Let the list of sessions say when one is planned, and until when its people are kept."""
    sessions = db.table("sessions")
    sessions.add_column("starts_at_ms", int, not_null_default=0)
    sessions.add_column("keep_until_ms", int, not_null_default=0)


@migrations()
def m004_finished_sessions(db: Database) -> None:
    """Make room for what can be found of finished sessions; the archivist fills it.

    Everything in these tables is made from the log, and can be made again. The columns for the
    words and their index are in :mod:`~fishbowl.log.archived_sessions`, because they follow the
    kinds of searchable text.
    """
    db.table("finished_sessions").create(
        {
            "session_id": int,
            "code": str,
            "began_on": str,
            "year": int,
            "ended_at_ms": int,
            "minutes": int,
            "people": int,
            "voices": int,
            "language": str,
            "attribution": str,
            "published": int,
            "edition": int,
            "seq": int,
            "portrait": str,
            "tokens": str,
        },
        pk="session_id",
        foreign_keys=[("session_id", "sessions", "id")],
    )
    db.table("finds").create(
        {
            "id": int,
            "session_id": int,
            "kind": str,
            "words": str,
            "topic": str,
            "anchor": str,
            "at_ms": int,
            "tokens": str,
        },
        pk="id",
        foreign_keys=[("session_id", "sessions", "id")],
        not_null={"kind", "words"},
    )
    db.table("finds").create_index(["session_id"])
    db.table("archive_state").create({"name": str, "value": str}, pk="name")


@migrations()
def m005_kinds_of_finds(db: Database) -> None:
    """Let sessions be listed by the kinds of their finds, and keep words only once."""
    db.table("finds").create_index(["kind", "session_id"])
    columns = db.table("finished_sessions").columns_dict
    if "tokens" in columns:  # the first edition of m004 made none
        db.execute("alter table finished_sessions drop column tokens")


@migrations()
def m006_senders_and_deadlines(db: Database) -> None:
    """Let command ids be those of one sender, and rows say when time acts next.

    Entries that are there have no sender: their ids were shared by everybody.
    """
    db.execute("alter table entries add column sender text not null default ''")
    for index in db.table("entries").indexes:
        if index.columns == ["session_id", "command_id", "part"]:
            db.execute(f'drop index "{index.name}"')
    db.table("entries").create_index(["session_id", "sender", "command_id", "part"], unique=True)
    sessions = db.table("sessions")
    sessions.add_column("next_deadline_ms", int)
    sessions.add_column("deadline_known", int, not_null_default=0)


@migrations()
def m007_deleted_sessions(db: Database) -> None:
    """Remember the codes of sessions that were deleted, so that old links say so."""
    db.table("deleted_sessions").create(
        {"code": str, "deleted_at_ms": int}, pk="code", not_null={"deleted_at_ms"}
    )


@migrations()
def m008_sign_ins(db: Database) -> None:
    """List who is signed in, by the hash of what their cookie holds, and the owner key's state."""
    db.table("sign_ins").create(
        {
            "token_hash": bytes,
            "opens": str,
            "code": str,
            "generation": int,
            "began_at_ms": int,
            "seen_at_ms": int,
            "expires_at_ms": int,
        },
        pk="token_hash",
        not_null={"opens", "code", "generation", "began_at_ms", "seen_at_ms", "expires_at_ms"},
    )
    db.table("access_state").create({"name": str, "value": int}, pk="name", not_null={"value"})


@migrations()
def m009_chain(db: Database) -> None:
    """Chain the entries of every log by their hashes: see :mod:`fishbowl.log.chain`.

    ``head`` is null until a log has a chain.
    """
    db.execute("alter table entries add column chain blob")
    db.execute("alter table sessions add column entry_count integer not null default 0")
    db.execute("alter table sessions add column head blob")
    _chain_sessions(db.conn, _report.get())


def _chain_sessions(connection: sqlite3.Connection, report: Report) -> None:
    """Chain every log; at this time all of them were those of sessions."""
    (kind,) = _sessions()
    rows = connection.execute("select id from sessions").fetchall()
    for done, (session_id,) in enumerate(rows):
        report("Chaining logs by their hashes", done, len(rows))
        chained = chain.chain_of(connection, "session_id", session_id, kind.erasable_fields)
        if not chained:
            continue
        connection.executemany(
            "update entries set chain = ? where session_id = ? and seq = ?", chained
        )
        connection.execute(
            "update sessions set entry_count = ?, head = ? where id = ?",
            (len(chained), chained[-1][0], session_id),
        )


def _sessions() -> list[StreamKind[Any]]:
    """The one kind of log that there was before m014."""
    return [kind for kind in KINDS if kind.name == "session"]


@migrations()
def m010_snapshots(db: Database) -> None:
    """Make room for folded states; they are a cache, and can be deleted at any time."""
    db.table("snapshots").create(
        {
            "session_id": int,
            "seq": int,
            "schema": str,
            "chain": bytes,
            "checksum": bytes,
            "state": bytes,
        },
        pk="session_id",
        foreign_keys=[("session_id", "sessions", "id")],
        not_null={"seq", "schema", "chain", "checksum", "state"},
    )


@migrations()
def m011_audit(db: Database) -> None:
    """List who did what to the installation: see :mod:`fishbowl.log.audit`."""
    db.table("audit").create(
        {
            "id": int,
            "at_ms": int,
            "last_at_ms": int,
            "what": str,
            "who": str,
            "generation": int,
            "code": str,
            "detail": str,
            "count": int,
        },
        pk="id",
        not_null={
            "at_ms", "last_at_ms", "what", "who", "generation", "code", "detail", "count",
        },
    )  # fmt: skip


@migrations()
def m012_erasures(db: Database) -> None:
    """List what was erased, for copies that were made before: see ``log/erasure_list.py``."""
    db.table("erasures").create({"id": str, "line": str}, pk="id", not_null={"line"})
    erasure_list.fill(db.conn, _sessions(), erasure_list.SESSIONS)


@migrations()
def m013_peers(db: Database) -> None:
    """Remember the machines that follow this one, or that this one has taken over from."""
    db.table("peers").create(
        {"url": str, "kind": str, "seen_ms": int}, pk="url", not_null={"kind", "seen_ms"}
    )


@migrations()
def m014_streams(db: Database) -> None:
    """Let logs be of several kinds: a table of all streams, and one of what sessions are about.

    Entries and their hashes stay as they are. The numbers of streams are those of the sessions, so
    every reference stays true; SQLite rewrites it to the new name of the table.
    """
    about = (
        "code, question, event, state, created_at_ms, closed_at_ms, people, voices,"
        " starts_at_ms, keep_until_ms, next_deadline_ms, deadline_known"
    )
    for index in db.table("sessions").indexes:
        if index.columns == ["code"]:
            db.execute(f'drop index "{index.name}"')
    db.execute("alter table sessions rename to streams")
    db.execute(
        "create table sessions (id integer primary key references streams (id),"
        " code text not null, question text not null, event text not null, state text not null,"
        " created_at_ms integer not null, closed_at_ms integer, people integer, voices integer,"
        " starts_at_ms integer not null default 0, keep_until_ms integer not null default 0,"
        " next_deadline_ms integer, deadline_known integer not null default 0)"
    )
    db.execute(f"insert into sessions (id, {about}) select id, {about} from streams")
    db.execute("create unique index sessions_code on sessions (code)")
    db.execute("alter table streams rename column code to key")
    db.execute("alter table streams add column kind text not null default 'session'")
    for column in about.split(", ")[1:]:
        db.execute(f"alter table streams drop column {column}")
    db.execute("create unique index streams_kind_key on streams (kind, key)")
    db.execute("alter table entries rename column session_id to stream_id")
    db.execute("alter table snapshots rename column session_id to stream_id")
    db.execute(
        "create table deleted_streams (kind text not null, key text not null,"
        " deleted_at_ms integer not null, primary key (kind, key))"
    )
    db.execute(
        "insert into deleted_streams select 'session', code, deleted_at_ms from deleted_sessions"
    )
    db.execute("drop table deleted_sessions")


@migrations()
def m015_numbers(db: Database) -> None:
    """Keep the generation of the readers' link beside that of the owner's key."""
    db.execute(
        "insert or ignore into access_state (name, value) select 'readers_generation',"
        " cast(value as integer) from archive_state where name = 'readers_link'"
    )
    db.execute("delete from archive_state where name = 'readers_link'")


@migrations()
def m016_people(db: Database) -> None:
    """Make room for contacts, passes, tokens of letters, and letters."""
    people.create_tables(db.conn)


def check_not_newer_file(path: Path) -> None:
    """Refuse a file that nobody writes to and a newer program has changed; see below.

    :raises StoreError: naming the first change that this program does not know.
    """
    target = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(target, uri=True, isolation_level=None)) as connection:
        check_not_newer(Database(connection))


def check_not_newer(db: Database) -> None:
    """Refuse a database that a newer program has changed.

    :raises StoreError: naming the first change that this program does not know.
    """
    known = {migration.name for migration in migrations.pending(Database(memory=True))}
    for applied in migrations.applied(db):
        if applied.name not in known:
            raise StoreError(
                f"This database was written by a newer Fishbowl ({applied.name}); "
                "update Fishbowl to open it. Nothing was changed."
            )
