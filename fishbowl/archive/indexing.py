"""Indexing of a closed session: folds its log, extracts the searchable text, writes the index.

:func:`build_from_log` takes long and only reads, with its own connection, so it may run in any
thread. :func:`write_to_index` is short and uses the caller's writing connection.
"""

import sqlite3
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.state import Session
from fishbowl.harvest.attribution import publishable
from fishbowl.harvest.geometry.portrait import portrait
from fishbowl.harvest.guessed_language import talk_language
from fishbowl.harvest.model import Summary
from fishbowl.harvest.searchable_text import SearchableText, searchable_texts
from fishbowl.harvest.summary import summarise_folded
from fishbowl.harvest.words import minutes
from fishbowl.log import archived_sessions
from fishbowl.log.connection import connect
from fishbowl.log.rows import last_seq, read_entries
from fishbowl.log.store import Store

_STALE = """
select sessions.code from sessions
left join finished_sessions on finished_sessions.session_id = sessions.id
where sessions.state = 'closed' and (
    finished_sessions.seq is null
    or finished_sessions.seq <> (select max(seq) from entries where session_id = sessions.id)
) order by sessions.closed_at_ms desc
"""


def stale_codes(path: Path) -> list[str]:
    """The codes of closed sessions whose index is missing or older than their log, latest first."""
    with closing(connect(path, readonly=True)) as connection:
        return [code for (code,) in connection.execute(_STALE)]


class IndexedSession(NamedTuple):
    """What the index stores about one closed session."""

    session_id: int
    about: archived_sessions.ArchivedSession
    texts: tuple[SearchableText, ...]


def build_from_log(path: Path, code: str) -> IndexedSession | None:
    """Read a session's log and extract what the index stores; ``None`` if it is not closed.

    :raises StoreError: the log contains an event or field that this version does not know.
    :raises sqlite3.Error: the file cannot be read.
    """
    with closing(connect(path, readonly=True)) as connection:
        found = connection.execute("select id from sessions where code = ?", (code,)).fetchone()
        built = None if found is None else _build(connection, code)
        return None if built is None else IndexedSession(int(found[0]), *built)


def index_session(store: Store, code: str) -> bool:
    """Index a session if it is closed.

    :return: ``False`` if its log was appended to meanwhile, so that it has to be indexed again.
    :raises StoreError: the log contains an event or field that this version does not know.
    :raises sqlite3.Error: the file cannot be read or written.
    """
    built = build_from_log(store.path, code)
    return built is None or store.transact(partial(write_to_index, built=built))


def write_to_index(connection: sqlite3.Connection, built: IndexedSession) -> bool:
    """Write a session to the index, inside the caller's transaction.

    :return: ``False`` if nothing was written, because the log was appended to meanwhile.
    :raises sqlite3.Error: the file cannot be written.
    """
    if last_seq(connection, built.session_id) != built.about.seq:
        return False
    archived_sessions.put(connection, built.session_id, built.about, built.texts)
    return True


def _build(
    connection: sqlite3.Connection, code: str
) -> tuple[archived_sessions.ArchivedSession, tuple[SearchableText, ...]] | None:
    entries = read_entries(connection, code)
    session = fold(entries)
    if session is None or session.clock.closed_at_ms is None:
        return None
    return archived(session, publishable(summarise_folded(session, entries)))


def archived(
    session: Session, shown: Summary
) -> tuple[archived_sessions.ArchivedSession, tuple[SearchableText, ...]]:
    """Make the archived session and its searchable texts.

    :param session: the state; it has been closed.
    :param shown: its summary, as far as it may be published.
    """
    assert session.clock.closed_at_ms is not None
    texts = searchable_texts(shown)
    drawn = msgspec.structs.replace(portrait(shown), dots=())
    began_at_ms = shown.session.started_at_ms or shown.session.created_at_ms
    began = datetime.fromtimestamp(began_at_ms / 1000).astimezone()  # the room's own day
    about = archived_sessions.ArchivedSession(
        code=session.code,
        began_on=began.date().isoformat(),
        year=began.year,
        ended_at_ms=session.clock.closed_at_ms,
        minutes=minutes(shown.session.actual_ms),
        people=shown.figures.people,
        voices=shown.figures.voices,
        language=talk_language(shown, texts),
        attribution=shown.session.attribution,
        published=session.summary.published,
        edition=session.summary.edition,
        seq=session.seq,
        portrait=msgspec.json.encode(drawn).decode(),
    )
    return about, texts
