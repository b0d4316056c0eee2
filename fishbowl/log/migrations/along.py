"""The migration of what a laptop keeps of its home, and a home of wishes."""

from sqlite_utils import Database

from fishbowl.log.migrations.registry import migrations


@migrations()
def m018_along(db: Database) -> None:
    """Make room for members and sessions of a home, for wishes, and for what became of them.

    The archive finds sessions of the home as well, which are no streams here; so its tables refer
    to streams no more.
    """
    for table in ("finds", "finished_sessions"):
        if db.table(table).foreign_keys:
            db.table(table).transform(drop_foreign_keys=["session_id"])
    for statement in (
        "create table home_members (hash blob primary key, member integer not null,"
        " label text not null, language text not null, consents text not null default '',"
        " wish text not null default '')",
        "create table home_facts (name text primary key, content blob not null)",
        "create table home_sessions (id integer primary key, code text not null unique,"
        " seq integer not null, slug text not null)",
        "create table wishes (id text primary key, about text not null default '',"
        " sealed blob not null, made_at_ms integer not null,"
        " due_at_ms integer not null default 0, tries integer not null default 0)",
        "create table granted_wishes (subject text primary key, at_ms integer not null,"
        " member integer not null default 0)",
    ):
        db.execute(statement)
