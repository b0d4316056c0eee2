"""The shelf of finished sessions: what can be found of them, and the index over it.

Everything here is made from the logs. A session's row is true or absent: whoever appends to its
log removes it in the same transaction, and the archivist puts it back.

The index holds the tokens of :mod:`fishbowl.harvest.tokens`, a column a kind, so that a kind can
be looked for alone and weighs what it should.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from fishbowl.harvest.searchable_text import KINDS, SearchableText
from fishbowl.harvest.tokens import stream
from fishbowl.log.connection import connect, translated
from fishbowl.log.errors import StoreError
from fishbowl.log.records import ArchivedSession

EDITION = "1"
"""Counts on when texts are taken apart otherwise than before."""

_MADE_FOR = f"{EDITION} {' '.join(KINDS)}"
TOKENIZER = "unicode61 remove_diacritics 2 categories 'L* N* Co So M*'"
"""How the index reads token streams (:mod:`fishbowl.harvest.tokens`)."""
_CAN_PURGE_AT_ONCE = sqlite3.sqlite_version_info >= (3, 42)
_MERGE_PAGES = 200
"""How much of the index is written at once when it is cleaned: a few milliseconds of work."""


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file to be searched; whatever is read inside is of one moment.

    :raises StoreError: the index has to be made anew first, or the file refuses.
    """
    with translated(), closing(connect(path, readonly=True)) as connection:
        connection.execute("begin")
        if not is_current(connection):
            raise StoreError(
                "The archive was made by another Fishbowl; start the server once to renew it."
            )
        yield connection


def stale_codes(connection: sqlite3.Connection) -> list[str]:
    """The codes of finished sessions that are not here as they are now; the latest first."""
    rows = connection.execute(
        "select sessions.code from sessions"
        " left join finished_sessions on finished_sessions.session_id = sessions.id"
        " where sessions.state = 'closed' and (finished_sessions.seq is null"
        " or finished_sessions.seq <>"
        " (select max(seq) from entries where stream_id = sessions.id))"
        " order by sessions.closed_at_ms desc"
    )
    return [code for (code,) in rows]


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the index was made for the kinds of finds that this program knows."""
    query = "select value from archive_state where name = 'made_for'"
    found = connection.execute(query).fetchone()
    return found is not None and found[0] == _MADE_FOR


def state(connection: sqlite3.Connection) -> str:
    """What the shelf is as it stands: another text after each change, and in each file."""
    query = "select value from archive_state where name = 'state'"
    found = connection.execute(query).fetchone()
    return "" if found is None else str(found[0])


def words(connection: sqlite3.Connection) -> list[str]:
    """Every word that is in the index, once."""
    connection.execute(
        "create virtual table if not exists temp.words"
        " using fts5vocab(main, finished_sessions_fts, row)"
    )
    return [word for (word,) in connection.execute("select term from temp.words")]


def follow_kinds(connection: sqlite3.Connection) -> None:
    """Make the index anew, and empty, if it was made for other kinds of finds."""
    if is_current(connection):
        return
    connection.execute("begin immediate")
    connection.execute("drop table if exists finished_sessions_fts")
    connection.execute("delete from finds")
    connection.execute("delete from finished_sessions")
    there = {row[1] for row in connection.execute("pragma table_info(finished_sessions)")}
    for kind in KINDS:
        if kind not in there:
            connection.execute(f'alter table finished_sessions add column "{kind}" text')
    connection.execute(  # holds all that a filter needs, so a search reads no words for it
        "create index if not exists finished_sessions_filters on finished_sessions"
        " (event, year, ended_at_ms, language, published)"
    )
    columns = ", ".join(KINDS)
    connection.execute(
        f"create virtual table finished_sessions_fts using fts5({columns}, "
        f'content="finished_sessions", content_rowid="session_id", '
        f"tokenize=\"{TOKENIZER}\", prefix='2 3')"
    )
    if _CAN_PURGE_AT_ONCE:
        connection.execute(
            "insert into finished_sessions_fts (finished_sessions_fts, rank)"
            " values ('secure-delete', 1)"
        )
    connection.execute(
        "insert or replace into archive_state (name, value) values ('made_for', ?)", (_MADE_FOR,)
    )
    renew_state(connection)
    connection.execute("commit")


def put(
    connection: sqlite3.Connection,
    session_id: int,
    about: ArchivedSession,
    found: Sequence[SearchableText],
) -> None:
    """Put a session on the shelf, in place of what was there; inside the caller's transaction."""
    remove(connection, session_id)
    apart = [stream(find.words) for find in found]
    said, tokens = _by_kind(
        (find.kind, find.words, tokens) for find, tokens in zip(found, apart, strict=True)
    )
    facts = {
        **msgspec.structs.asdict(about),
        **{kind: said.get(kind, "") for kind in KINDS},
    }
    connection.execute(
        f"insert into finished_sessions (session_id, {', '.join(facts)})"
        f" values (?{', ?' * len(facts)})",
        (session_id, *facts.values()),
    )
    connection.executemany(
        "insert into finds (session_id, kind, words, topic, anchor, at_ms, tokens)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        [(session_id, one.kind, one.words, one.topic, one.anchor, one.at_ms, tokens_of)
         for one, tokens_of in zip(found, apart, strict=True)],
    )  # fmt: skip
    connection.execute(
        f"insert into finished_sessions_fts (rowid, {', '.join(KINDS)})"
        f" values (?{', ?' * len(KINDS)})",
        (session_id, *(tokens.get(kind, "") for kind in KINDS)),
    )
    renew_state(connection)


def remove(connection: sqlite3.Connection, session_id: int, *, purge: bool = False) -> None:
    """Take a session off the shelf, if it is there; inside the caller's transaction.

    :param purge: its words are to leave the file as well. Where this SQLite cannot do that at
        once, the file remembers it for :func:`purge_some`.
    """
    query = "select 1 from finished_sessions where session_id = ?"
    if connection.execute(query, (session_id,)).fetchone() is None:
        return
    rows = connection.execute(
        "select kind, words, tokens from finds where session_id = ? order by id", (session_id,)
    )
    _, tokens = _by_kind(rows)
    connection.execute(
        f"insert into finished_sessions_fts (finished_sessions_fts, rowid, {', '.join(KINDS)})"
        f" values ('delete', ?{', ?' * len(KINDS)})",
        (session_id, *(tokens.get(kind, "") for kind in KINDS)),
    )
    connection.execute("delete from finds where session_id = ?", (session_id,))
    connection.execute("delete from finished_sessions where session_id = ?", (session_id,))
    renew_state(connection)
    if purge:
        connection.execute(
            "insert or replace into archive_state (name, value) values ('to_purge', 'all')"
        )


def has_to_purge(connection: sqlite3.Connection) -> bool:
    """Whether words that were removed from the index are still in its file."""
    query = "select 1 from archive_state where name = 'to_purge'"
    return connection.execute(query).fetchone() is not None


def purge_some(connection: sqlite3.Connection) -> None:
    """Bring words nearer to leaving the file that were removed from the index.

    Runs inside the caller's transaction; the write-ahead log has to be emptied after it.
    """
    query = "select value from archive_state where name = 'to_purge'"
    found = connection.execute(query).fetchone()
    if found is None:
        return
    # A negative number takes all segments together first; the next ones go on with that.
    pages = -_MERGE_PAGES if found[0] == "all" else _MERGE_PAGES
    before = connection.total_changes
    connection.execute(
        "insert into finished_sessions_fts (finished_sessions_fts, rank) values ('merge', ?)",
        (pages,),
    )
    if connection.total_changes - before < 2:  # as SQLite's documentation tells that it is done
        connection.execute("delete from archive_state where name = 'to_purge'")
    else:
        connection.execute("update archive_state set value = 'rest' where name = 'to_purge'")


def renew_state(connection: sqlite3.Connection) -> None:
    """Give the shelf another text for how it stands: it has changed, or is in another file now."""
    connection.execute(
        "insert or replace into archive_state (name, value)"
        " values ('state', lower(hex(randomblob(8))))"
    )


def _by_kind(rows: Iterable[tuple[str, str, str]]) -> tuple[dict[str, str], dict[str, str]]:
    said, tokens = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for kind, words, apart in rows:
        said[kind].append(words)
        tokens[kind].append(apart)
    return (
        {kind: "\n".join(words) for kind, words in said.items()},
        {kind: " ".join(apart) for kind, apart in tokens.items()},
    )
