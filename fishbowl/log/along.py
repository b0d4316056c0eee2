"""The tables of what a laptop keeps of its home, and of wishes that a home has taken in."""

import sqlite3
from collections.abc import Iterable

from fishbowl.harvest.searchable_text import SearchableText
from fishbowl.log import along_effects as effects
from fishbowl.log import archived_sessions
from fishbowl.log.along_records import Granted, KnownMember, SharedHead, SharedSession, WishRow
from fishbowl.log.records import ArchivedSession

_MEMBER = ", ".join(KnownMember._fields)
_WISH = ", ".join(WishRow._fields)
_ABOUT = ArchivedSession.__struct_fields__


def apply(connection: sqlite3.Connection, effect: effects.AnyAlongEffect) -> None:
    """Apply an effect, inside the caller's transaction."""
    match effect:
        case effects.KeepWish(wish=wish, known=known):
            _keep_wish(connection, wish, known)
        case effects.SettleWish():
            _settle(connection, effect)
        case effects.DropWishes(about=about):
            connection.execute("delete from wishes where about = ?", (about,))
        case effects.PutKnownMembers(members=members):
            connection.execute("delete from home_members where wish = ''")
            _put_members(connection, members)
        case effects.PutAlongFact(name=name, content=content):
            connection.execute(
                "insert or replace into home_facts (name, content) values (?, ?)", (name, content)
            )
        case effects.PutShared(sessions=sessions, gone=gone):
            for code in gone:
                _drop_shared(connection, code)
            for one in sessions:
                _put_shared(connection, one)
        case effects.DropAlong():
            for code in [one.code for one in shared_heads(connection)]:
                _drop_shared(connection, code)
            for table in ("home_members", "home_facts", "home_sessions", "wishes"):
                connection.execute(f"delete from {table}")
        case effects.NoteGranted(granted=granted):
            connection.execute(
                "insert into granted_wishes (subject, at_ms, member) values (?, ?, ?)"
                " on conflict (subject) do update set at_ms = max(at_ms, excluded.at_ms)",
                granted,
            )


def find_member(connection: sqlite3.Connection, hash: bytes) -> KnownMember | None:
    """Whom a laptop greets who shows the verifier of this hash."""
    found = connection.execute(
        f"select {_MEMBER} from home_members where hash = ?", (hash,)
    ).fetchone()
    return None if found is None else KnownMember(*found)


def member_count(connection: sqlite3.Connection) -> int:
    """How many members a laptop greets."""
    ((n,),) = connection.execute("select count(*) from home_members")
    return int(n)


def wishes(connection: sqlite3.Connection) -> list[WishRow]:
    """The wishes that wait, in the order in which they were made."""
    rows = connection.execute(f"select {_WISH} from wishes order by made_at_ms, rowid")
    return [WishRow(*row) for row in rows]


def facts(connection: sqlite3.Connection) -> dict[str, bytes]:
    """What the home told, by name."""
    return dict(connection.execute("select name, content from home_facts").fetchall())


def granted(connection: sqlite3.Connection, subject: str) -> Granted | None:
    """The latest wish about something that this home has taken in."""
    found = connection.execute(
        "select subject, at_ms, member from granted_wishes where subject = ?", (subject,)
    ).fetchone()
    return None if found is None else Granted(*found)


def shared_heads(connection: sqlite3.Connection) -> list[SharedHead]:
    """The published sessions of the home that can be found here."""
    rows = connection.execute(  # the index may have been made anew, and empty
        "select home_sessions.code, home_sessions.seq, home_sessions.slug from home_sessions"
        " join finished_sessions on finished_sessions.session_id = home_sessions.id"
        " order by home_sessions.code"
    )
    return [SharedHead(*row) for row in rows]


def published(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """The codes of own sessions that are published, with the entry as of which they are found."""
    rows = connection.execute(
        "select code, seq from finished_sessions"
        " where published = 1 and session_id > 0 order by code"
    )
    return [(code, seq) for code, seq in rows]


def published_session(
    connection: sqlite3.Connection, code: str
) -> tuple[ArchivedSession, tuple[SearchableText, ...]] | None:
    """What is found of an own session; ``None`` if it is not published."""
    row = connection.execute(
        f"select session_id, {', '.join(_ABOUT)} from finished_sessions"
        " where code = ? and published = 1 and session_id > 0",
        (code,),
    ).fetchone()
    if row is None:
        return None
    about = dict(zip(_ABOUT, row[1:], strict=True))
    about["published"] = True
    texts = connection.execute(
        "select kind, words, topic, anchor, at_ms from finds where session_id = ? order by id",
        (row[0],),
    )
    return ArchivedSession(**about), tuple(
        SearchableText(kind=kind, words=words, topic=topic, anchor=anchor, at_ms=at_ms)
        for kind, words, topic, anchor, at_ms in texts
    )


def _put_members(connection: sqlite3.Connection, members: Iterable[KnownMember]) -> None:
    connection.executemany(
        f"insert or replace into home_members ({_MEMBER}) values (?, ?, ?, ?, ?, ?)", members
    )


def _keep_wish(connection: sqlite3.Connection, wish: WishRow, known: KnownMember | None) -> None:
    there = connection.execute("select 1 from wishes where id = ?", (wish.id,)).fetchone()
    if there is not None:
        return
    connection.execute(f"insert into wishes ({_WISH}) values (?, ?, ?, ?, ?, ?)", wish)
    if known is not None:
        _put_members(connection, (known,))


def _settle(connection: sqlite3.Connection, effect: effects.SettleWish) -> None:
    if effect.again_at_ms is not None:
        connection.execute(
            "update wishes set due_at_ms = ?, tries = tries + 1 where id = ?",
            (effect.again_at_ms, effect.id),
        )
        return
    connection.execute("delete from wishes where id = ?", (effect.id,))
    if effect.refused:
        connection.execute("delete from home_members where wish = ?", (effect.id,))
    else:
        connection.execute("update home_members set wish = '' where wish = ?", (effect.id,))


def _put_shared(connection: sqlite3.Connection, one: SharedSession) -> None:
    """Put a session of the home into the archive; its numbers there are below zero."""
    _drop_shared(connection, one.about.code)
    own = connection.execute(
        "select 1 from streams where kind = 'session' and key = ?", (one.about.code,)
    ).fetchone()
    if own is not None:
        return  # it was held here, and is found as it is here
    ((lowest,),) = connection.execute("select coalesce(min(id), 0) from home_sessions")
    id = min(lowest, 0) - 1
    connection.execute(
        "insert into home_sessions (id, code, seq, slug) values (?, ?, ?, ?)",
        (id, one.about.code, one.about.seq, one.slug),
    )
    archived_sessions.put(connection, id, one.about, one.texts)


def _drop_shared(connection: sqlite3.Connection, code: str) -> None:
    found = connection.execute("select id from home_sessions where code = ?", (code,)).fetchone()
    if found is not None:
        archived_sessions.remove(connection, found[0], purge=True)
        connection.execute("delete from home_sessions where id = ?", found)
