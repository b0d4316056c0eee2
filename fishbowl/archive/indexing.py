"""Reading a finished session again, and putting what can be found of it into the archive.

What takes long only reads, so it may run in any thread, with a log opened for that thread.
"""

from collections.abc import Sequence
from contextlib import closing
from datetime import datetime

import msgspec

from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.stream import session_stream
from fishbowl.harvest.attribution import publishable
from fishbowl.harvest.geometry.portrait import portrait
from fishbowl.harvest.guessed_language import talk_language
from fishbowl.harvest.searchable_text import Find, finds
from fishbowl.harvest.summary import summarise
from fishbowl.harvest.words import minutes
from fishbowl.log import Conflict, Log
from fishbowl.log.effects import PutArchived
from fishbowl.log.records import ArchivedSession


def stale_codes(log: Log) -> list[str]:
    """Which finished sessions the archive does not hold as they are now; the latest first.

    :raises StoreError: the database cannot be read.
    """
    with closing(log.beside()) as reading:
        return reading.stale_codes()


def build_from_log(log: Log, code: str) -> PutArchived | None:
    """Read a session again; ``None`` if it is not finished.

    :raises StoreError: the log holds something this program does not know, or cannot be read.
    """
    stream = session_stream(code)
    with closing(log.beside()) as reading:
        made = _made(reading.entries(stream))
    return None if made is None else PutArchived(stream=stream, about=made[0], finds=made[1])


def write_to_index(log: Log, made: PutArchived) -> bool:
    """Let a session be found as it was read.

    :return: whether that was done; ``False`` if its log went on meanwhile.
    :raises StoreError: the database cannot be used.
    """
    try:
        log.append({}, [made])
    except Conflict:
        return False
    return True


def index_session(log: Log, code: str) -> bool:
    """Read a session again, and put it into the archive if it is finished.

    :return: whether that is settled; ``False`` if its log went on meanwhile.
    :raises StoreError: the log holds something this program does not know, or cannot be used.
    """
    made = build_from_log(log, code)
    return made is None or write_to_index(log, made)


def _made(entries: Sequence[Entry]) -> tuple[ArchivedSession, tuple[Find, ...]] | None:
    session = fold(entries)
    if session is None or session.clock.closed_at_ms is None:
        return None
    shown = publishable(summarise(entries))
    found = finds(shown)
    drawn = msgspec.structs.replace(portrait(shown), dots=())
    began_at_ms = shown.session.started_at_ms or shown.session.created_at_ms
    began = datetime.fromtimestamp(began_at_ms / 1000).astimezone()  # the room's own day
    about = ArchivedSession(
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
