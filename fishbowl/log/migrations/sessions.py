"""Migrations 1 to 13: each log is that of a session, and ``sessions`` is the table of all logs."""

import sqlite3
from typing import Any

from sqlite_utils import Database

from fishbowl.domain.kernel.streams import StreamKind
from fishbowl.domain.streams import KINDS
from fishbowl.host.long_work import Report
from fishbowl.log import chain, erasure_list
from fishbowl.log.migrations.registry import migrations, reporting


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
    _chain_sessions(db.conn, reporting.get())


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
