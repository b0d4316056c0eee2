"""Stopping the writer: what goes on at that moment ends before the log is closed."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.services import saving
from fishbowl.services.batch import NOT_SAVED, Outcome
from tests.support.face import PATIENCE_S
from tests.support.served import NEW, ServedRoom

OVERTAKEN_S = 0.2
"""How long one of two tasks is held up, so that the other one would overtake it."""


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ServedRoom:
    """A room whose log is tidied all the time."""
    monkeypatch.setattr(saving, "SLOW_S", 0.002)
    monkeypatch.setattr(saving, "TIDY_S", 0.0)
    return ServedRoom(tmp_path / "talks.db")


def test_the_log_is_not_closed_before_it_has_been_tidied(room: ServedRoom) -> None:
    begun, closing, late, order = Event(), Event(), Event(), list[str]()
    tidy = room.service.log.tidy

    def tidied() -> bool:
        begun.set()
        closing.wait(OVERTAKEN_S)
        order.append("tidied")
        if closing.is_set():
            late.set()
        return tidy()

    def close() -> None:
        order.append("closed")
        closing.set()
        late.wait(OVERTAKEN_S)

    room.service.shared.saving._tidy = tidied
    room.service.on_closing(close)
    room.service.start()
    assert begun.wait(PATIENCE_S)
    room.service.stop()
    assert order[-1] == "closed"
    assert room.service._supervisor.failures() == {}


def test_a_command_that_comes_while_the_writer_stops_is_answered(room: ServedRoom) -> None:
    coming, stopped, outcomes = Event(), Event(), list[Outcome]()
    room.service.start()
    room.sends(NEW)
    room.service._waiting = Late(room.service._waiting, coming, stopped)  # type: ignore[assignment]
    task = Thread(target=lambda: outcomes.append(room.sends(c.StartSession())), daemon=True)
    task.start()
    assert coming.wait(PATIENCE_S)
    room.service.stop()
    stopped.set()
    task.join(PATIENCE_S)
    assert [outcome.ok or outcome == NOT_SAVED for outcome in outcomes] == [True]


class Late:
    """The queue of the writer, into which a command is put late: after a stop, if that can be."""

    def __init__(self, queue: Any, coming: Event, stopped: Event) -> None:
        self._queue, self._coming, self._stopped = queue, coming, stopped
        self.get: Callable[[], Any] = queue.get
        self.get_nowait: Callable[[], Any] = queue.get_nowait

    def put(self, waiting: Any) -> None:
        if not isinstance(waiting, str):
            self._coming.set()
            self._stopped.wait(OVERTAKEN_S)
        self._queue.put(waiting)
