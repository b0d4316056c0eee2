"""Migrations from 14 on: logs are of several kinds, and ``streams`` is the table of all logs."""

from sqlite_utils import Database

from fishbowl.log.migrations.registry import migrations


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
    for statement in (
        "create table contacts (owner text not null, kind text not null, sealed blob not null,"
        " digest blob not null, confirmed_at_ms integer, failed_at_ms integer,"
        " problem text not null default '', primary key (owner, kind))",
        "create index contacts_digest on contacts (digest)",
        "create table refused_addresses (digest blob primary key)",
        "create table passes (hash blob primary key, member integer not null,"
        " made_at_ms integer not null)",
        "create index passes_member on passes (member)",
        "create table letter_tokens (hash blob primary key, purpose text not null,"
        " owner text not null, about integer not null default 0,"
        " expires_at_ms integer not null, spent_at_ms integer)",
        "create index letter_tokens_owner on letter_tokens (owner)",
        "create table outbox (id text primary key, owner text not null, letter text not null,"
        " params text not null, created_at_ms integer not null, due_at_ms integer,"
        " claimed_until_ms integer not null default 0, tries integer not null default 0,"
        " sent_at_ms integer, problem text not null default '')",
        "create index outbox_due on outbox (due_at_ms) where due_at_ms is not null",
        "create index outbox_owner on outbox (owner)",
    ):
        db.execute(statement)


@migrations()
def m017_home(db: Database) -> None:
    """Make room for what is known of a home and of laptops, and for parts of bundles."""
    for statement in (
        "create table home_records (kind text not null, key text not null, value blob not null,"
        " primary key (kind, key))",
        "create table bundle_parts (bundle text not null, start integer not null,"
        " part blob not null, at_ms integer not null, primary key (bundle, start))",
    ):
        db.execute(statement)
