"""A store in a real file, and logs to put into it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from fishbowl.domain.session.erasure import erasure
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.row import SessionRow
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import Store, open_store
from fishbowl.log.effects import DeleteStream, Erase, PutRow, deletion_effects
from tests.support.room import Room

STREAM = session_stream("WAVE47")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "fishbowl.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = open_store(path)
    yield store
    store.close()


def row(code: str = "WAVE47", *, created_at_ms: int = 0) -> SessionRow:
    """What a list would tell about a session."""
    return SessionRow(
        code=code, question="Why?", event="", state="running", created_at_ms=created_at_ms,
        closed_at_ms=None, people=0, voices=0,
    )  # fmt: skip


def put(store: Store, entries: Sequence[Entry], code: str = "WAVE47") -> None:
    """Append entries to one session's log."""
    stream = session_stream(code)
    what = erasure(entry.event for entry in entries)
    erases = [Erase(stream=stream, what=what)] if what else []
    store.append({stream: entries}, [PutRow(stream=stream, row=row(code)), *erases])


def delete(store: Store, code: str = "WAVE47", *, at_ms: int = 0) -> None:
    """Delete a session as its service does."""
    stream = session_stream(code)
    store.append({}, [*deletion_effects(stream), DeleteStream(stream=stream, at_ms=at_ms)])


def evening() -> Room:
    """A room in which a few things have happened."""
    room = Room()
    room.facilitator.starts()
    (rafael,) = room.asks("Rafael Ölmez-Quispe")
    rafael.suggests("Unmistakable suggestion")
    room.facilitator.calls(rafael.name, chair=1)
    rafael.is_on_the_chair()
    return room


def outspoken() -> Room:
    """Somebody joined, asked in words, suggested, sat, renamed themself, and was sent out once."""
    room = evening()
    rafael = room.phone_of("Rafael Ölmez-Quispe")
    rafael.leaves_chair()
    rafael.asks("unspeakable words")
    rafael.renames("Raffaello")
    room.facilitator.sends_out("Raffaello")
    room.facilitator.readmits("Raffaello")
    return room
