"""Indexing of a closed session: folds its log, extracts the searchable text, writes the index.

:func:`build_from_log` takes long and only reads, with a log opened for it alone, so it may run in
any thread. :func:`write_to_index` is short.
"""

from collections.abc import Sequence
from contextlib import closing
from datetime import datetime

import msgspec

from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.state import Session
from fishbowl.domain.session.stream import session_stream
from fishbowl.harvest.attribution import publishable
from fishbowl.harvest.geometry.portrait import portrait
from fishbowl.harvest.guessed_language import talk_language
from fishbowl.harvest.model import Summary
from fishbowl.harvest.searchable_text import SearchableText, searchable_texts
from fishbowl.harvest.summary import summarise_folded
from fishbowl.harvest.words import minutes
from fishbowl.log import Conflict, Log
from fishbowl.log.effects import PutArchived
from fishbowl.log.records import ArchivedSession


def stale_codes(log: Log) -> list[str]:
    """The codes of closed sessions whose index is missing or older than their log, latest first.

    :raises StoreError: the database cannot be read.
    """
    with closing(log.beside()) as reading:
        return reading.stale_codes()


def build_from_log(log: Log, code: str) -> PutArchived | None:
    """Read a session's log and extract what the index stores; ``None`` if it is not closed.

    :raises StoreError: the log contains an event or field that this version does not know, or
        cannot be read.
    """
    stream = session_stream(code)
    with closing(log.beside()) as reading:
        built = _build(reading.entries(stream))
    return None if built is None else PutArchived(stream=stream, about=built[0], texts=built[1])


def index_session(log: Log, code: str) -> bool:
    """Index a session if it is closed.

    :return: ``False`` if its log was appended to meanwhile, so that it has to be indexed again.
    :raises StoreError: the log contains an event or field that this version does not know, or the
        database cannot be used.
    """
    built = build_from_log(log, code)
    return built is None or write_to_index(log, built)


def write_to_index(log: Log, built: PutArchived) -> bool:
    """Write a session to the index.

    :return: ``False`` if nothing was written, because the log was appended to meanwhile.
    :raises StoreError: the database cannot be used.
    """
    try:
        log.append({}, [built])
    except Conflict:
        return False
    return True


def _build(
    entries: Sequence[Entry],
) -> tuple[ArchivedSession, tuple[SearchableText, ...]] | None:
    session = fold(entries)
    if session is None or session.clock.closed_at_ms is None:
        return None
    return archived(session, publishable(summarise_folded(session, entries)))


def archived(
    session: Session, shown: Summary
) -> tuple[ArchivedSession, tuple[SearchableText, ...]]:
    """Make the archived session and its searchable texts.

    :param session: the state; it has been closed.
    :param shown: its summary, as far as it may be published.
    """
    assert session.clock.closed_at_ms is not None
    texts = searchable_texts(shown)
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
        language=talk_language(shown, texts),
        attribution=shown.session.attribution,
        published=session.summary.published,
        edition=session.summary.edition,
        seq=session.seq,
        portrait=msgspec.json.encode(drawn).decode(),
    )
    return about, texts
