"""Reading a finished session again and putting it on the shelf, beside a server that runs.

What takes long only reads, with a connection of its own, so it may run in any thread. What writes
is short, and is given the one connection that writes.
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
from fishbowl.harvest.searchable_text import Find, finds
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


def stale(path: Path) -> list[str]:
    """Which finished sessions are not on the shelf as they are now; the latest first."""
    with closing(connect(path, readonly=True)) as connection:
        return [code for (code,) in connection.execute(_STALE)]


class Shelved(NamedTuple):
    """What can be found of a finished session, made from its log."""

    session_id: int
    about: archived_sessions.Finished
    finds: tuple[Find, ...]


def made_from_log(path: Path, code: str) -> Shelved | None:
    """Read a session again; ``None`` if it is not finished.

    :raises StoreError: the log holds something this program does not know.
    :raises sqlite3.Error: the file refused.
    """
    with closing(connect(path, readonly=True)) as connection:
        found = connection.execute("select id from sessions where code = ?", (code,)).fetchone()
        made = None if found is None else _made(connection, code)
        return None if made is None else Shelved(int(found[0]), *made)


def shelve(store: Store, code: str) -> bool:
    """Read a session again, and put it on the shelf if it is finished.

    :return: whether that is settled; ``False`` if its log went on meanwhile.
    :raises StoreError: the log holds something this program does not know.
    :raises sqlite3.Error: the file refused.
    """
    made = made_from_log(store.path, code)
    return made is None or store.transact(partial(put_on_shelf, made=made))


def put_on_shelf(connection: sqlite3.Connection, made: Shelved) -> bool:
    """Put a session on the shelf, inside the caller's transaction.

    :return: whether that was done; ``False`` if its log went on meanwhile.
    :raises sqlite3.Error: the file refused.
    """
    if last_seq(connection, made.session_id) != made.about.seq:
        return False
    archived_sessions.put(connection, made.session_id, made.about, made.finds)
    return True


def _made(
    connection: sqlite3.Connection, code: str
) -> tuple[archived_sessions.Finished, tuple[Find, ...]] | None:
    entries = read_entries(connection, code)
    session = fold(entries)
    if session is None or session.clock.closed_at_ms is None:
        return None
    return made_of(session, publishable(summarise_folded(session, entries)))


def made_of(
    session: Session, shown: Summary
) -> tuple[archived_sessions.Finished, tuple[Find, ...]]:
    """Make what the shelf says about a finished session, and what can be found of it.

    :param session: the state; it has been closed.
    :param shown: its summary, as far as it may be published.
    """
    assert session.clock.closed_at_ms is not None
    found = finds(shown)
    drawn = msgspec.structs.replace(portrait(shown), dots=())
    began_at_ms = shown.session.started_at_ms or shown.session.created_at_ms
    began = datetime.fromtimestamp(began_at_ms / 1000).astimezone()  # the room's own day
    about = archived_sessions.Finished(
        code=session.code,
        began_on=began.date().isoformat(),
        year=began.year,
        ended_at_ms=session.clock.closed_at_ms,
        minutes=minutes(shown.session.actual_ms),
        people=shown.figures.people,
        voices=shown.figures.voices,
        language=talk_language(shown, found),
        attribution=shown.session.attribution,
        published=session.summary.published,
        edition=session.summary.edition,
        seq=session.seq,
        portrait=msgspec.json.encode(drawn).decode(),
    )
    return about, found
