"""Reading a finished session again and putting it on the shelf, beside a server that runs.

Every function opens the file for itself: it may run in another thread than the server, and must
not make the live writer wait for more than a few milliseconds.
"""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import msgspec

from fishbowl.domain.evolve import fold
from fishbowl.harvest.attribution import publishable
from fishbowl.harvest.finds import Find, finds
from fishbowl.harvest.geometry.portrait import portrait
from fishbowl.harvest.guessed_language import talk_language
from fishbowl.harvest.summary import summarise
from fishbowl.harvest.words import minutes
from fishbowl.storage import finished
from fishbowl.storage.store import connect, read_entries

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
    with closing(connect(path)) as connection:
        return [code for (code,) in connection.execute(_STALE)]


def shelve(path: Path, code: str) -> bool:
    """Read a session again, and put it on the shelf if it is finished.

    :return: whether that is settled; ``False`` if its log went on meanwhile.
    :raises StoreError: the log holds something this program does not know.
    :raises sqlite3.Error: the file refused.
    """
    with closing(connect(path)) as connection:
        found = connection.execute("select id from sessions where code = ?", (code,)).fetchone()
        made = None if found is None else _made(connection, code)
        if made is None:
            return True
        (session_id,) = found
        connection.execute("begin immediate")
        try:
            query = "select max(seq) from entries where session_id = ?"
            (seq,) = connection.execute(query, (session_id,)).fetchone()
            if seq == made[0].seq:
                finished.put(connection, session_id, *made)
            connection.execute("commit")
        except BaseException:
            if connection.in_transaction:
                connection.execute("rollback")
            raise
        return bool(seq == made[0].seq)


def purge(path: Path) -> bool:
    """Do a little of what it takes for forgotten words to leave the file.

    :return: whether there may be more to do.
    """
    with closing(connect(path)) as connection:
        if finished.purge_some(connection):
            connection.execute("pragma busy_timeout = 0")
            connection.execute("pragma wal_checkpoint(truncate)")
            return True
        return False


def _made(
    connection: sqlite3.Connection, code: str
) -> tuple[finished.Finished, tuple[Find, ...]] | None:
    entries = read_entries(connection, code)
    session = fold(entries)
    if session is None or session.clock.closed_at_ms is None:
        return None
    shown = publishable(summarise(entries))
    found = finds(shown)
    drawn = msgspec.structs.replace(portrait(shown), dots=())
    began_at_ms = shown.session.started_at_ms or shown.session.created_at_ms
    began = datetime.fromtimestamp(began_at_ms / 1000).astimezone()  # the room's own day
    about = finished.Finished(
        code=code,
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
