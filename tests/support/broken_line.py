"""As little of a Socket.IO server as loops over connections look at, with a broken connection."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

BROKEN, WELL = "broken", "well"


class Enough(BaseException):
    """A loop has slept as often as a test lets it."""


class Fault(Exception):
    """What a connection raises."""


class Line:
    """As much of an Engine.IO connection as loops look at; a broken one fails at everything."""

    def __init__(self, sid: str) -> None:
        self.sid = sid
        self.closed = self.closing = False
        self.upgraded = True
        self.last_ping = 0.0
        self.queue = SimpleNamespace(qsize=self._waiting)
        self.done: list[str] = []

    def _waiting(self) -> int:
        self._note("looked at")
        return 0

    def _note(self, what: str) -> None:
        if self.sid == BROKEN:
            raise Fault
        self.done.append(what)

    def send(self, packet: Any) -> None:
        self._note("sent to")

    def check_ping_timeout(self) -> None:
        self._note("checked")

    def close(self, **_: Any) -> None:
        self.closed = True
        self._note("closed")


class Io:
    """A Socket.IO server with a broken connection before a good one; tasks are run by the test."""

    async_mode = "threading"

    def __init__(self, sleeps: int = 2) -> None:
        self.lines = {sid: Line(sid) for sid in (BROKEN, WELL)}
        self.cut: list[str] = []
        engine = SimpleNamespace(
            sockets=dict(self.lines),
            ping_interval=0.0,
            start_background_task=None,
            send_packet=lambda sid, packet: self.lines[sid].send(packet),
            handlers={"connect": None, "disconnect": None},
            on=lambda name, handler: None,
            reason=SimpleNamespace(SERVER_DISCONNECT=""),
        )
        self.server = SimpleNamespace(
            eio=engine,
            environ={},
            disconnect=self._cut,
            manager=SimpleNamespace(
                get_participants=lambda _, room: [(sid, sid) for sid in (BROKEN, WELL)
                                                  if sid not in self.cut],
                eio_sid_from_sid=lambda sid, _: sid,
            ),
        )  # fmt: skip
        self.tasks: list[Callable[..., Any]] = []
        self._sleeps = sleeps

    def _cut(self, sid: str) -> None:
        self.lines[sid]._note("cut")
        self.cut.append(sid)

    def start_background_task(self, task: Callable[..., Any], *args: Any) -> None:
        self.tasks.append(task)

    def sleep(self, seconds: float = 0) -> None:
        self._sleeps -= 1
        if self._sleeps < 0:
            raise Enough


def run(loop: Callable[[], None]) -> None:
    with pytest.raises(Enough):
        loop()
