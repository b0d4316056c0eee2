"""Expect that a room of :class:`tests.support.room.Room` refuses a command and stays as it was."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from fishbowl.domain.session.decide import AlreadyTrue, Rejected
from tests.support.room import Room


@contextmanager
def refused(room: Room, code: str, **params: Any) -> Iterator[None]:
    """Expect a refusal with this code and at least these parameters, and an untouched room."""
    yield from _stopped(room, Rejected, code, params)


@contextmanager
def already(room: Room, code: str = "already_so", **params: Any) -> Iterator[None]:
    """Expect to hear that it is so already, and an untouched room."""
    yield from _stopped(room, AlreadyTrue, code, params)


def _stopped(
    room: Room, kind: type[Exception], code: str, params: dict[str, Any]
) -> Iterator[None]:
    session, entries = room.session, len(room.log)
    with pytest.raises((Rejected, AlreadyTrue)) as stopped:
        yield
    assert (stopped.type, stopped.value.code) == (kind, code)
    assert stopped.value.params.items() >= params.items(), stopped.value.params
    assert room.session is session
    assert len(room.log) == entries
