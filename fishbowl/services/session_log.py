"""Sessions in the log: how they are listed, and what commits with their entries."""

from collections.abc import Iterator, Sequence
from typing import cast

from fishbowl.domain.kernel.streams import Stream
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.row import SessionRow
from fishbowl.domain.session.state import Session
from fishbowl.domain.session.stream import SESSION, session_stream
from fishbowl.log import Log
from fishbowl.log.effects import AnyEffect, DropArchived, Erase
from fishbowl.services.effects import kind_effects

_of_any_kind = kind_effects(SESSION)


def session_effects(
    stream: Stream, session: Session, entries: Sequence[Entry]
) -> Iterator[AnyEffect]:
    """Say what commits with new entries of a session.

    Its row; what they erase; and nothing of it is found in the archive until it was read again.

    :param session: its state after the entries.
    """
    purge = False
    for effect in _of_any_kind(stream, session, entries):
        purge |= isinstance(effect, Erase)
        yield effect
    yield DropArchived(stream=stream, purge=purge)


def list_sessions(log: Log) -> list[SessionRow]:
    """The rows of all sessions, newest first.

    :raises StoreError: the database cannot be read.
    """
    rows = [cast(SessionRow, listed.row) for listed in log.streams(SESSION.name)]
    return sorted(rows, key=lambda row: row.created_at_ms, reverse=True)


def append_session(log: Log, session: Session, entries: Sequence[Entry]) -> None:
    """Append to one session's log, with what commits with the entries.

    :param session: its state after the entries.
    :raises Conflict: the log has other entries than are known.
    :raises StoreError: the database cannot be used.
    """
    stream = session_stream(session.code)
    log.append({stream: entries}, list(session_effects(stream, session, entries)))
