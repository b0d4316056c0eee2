"""One task pings all connections, each when its own time has come."""

import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from engineio.packet import PING
from engineio.socket import Socket

from fishbowl.host.supervisor import Supervisor
from fishbowl.live.transport.heartbeat import Heartbeat

INTERVAL_S = 20.0


class Enough(BaseException):
    """The task has slept as often as a test lets it."""


class Engine:
    """As little of an Engine.IO server as a connection and the pings ask for."""

    ping_interval = INTERVAL_S
    ping_timeout = INTERVAL_S

    def __init__(self) -> None:
        self.started: list[Any] = []
        self.logger = SimpleNamespace(info=lambda *_: None)

    def create_queue(self) -> Any:
        return SimpleNamespace(put=self.started.append)

    def start_background_task(self, target: Callable[..., Any], *_: Any) -> None:
        self.started.append(target)


class Io:
    """A Socket.IO server whose sleep only counts, and stops the task in the end."""

    def __init__(self, sleeps: int) -> None:
        self.server = SimpleNamespace(eio=Engine())
        self.slept_s: list[float] = []
        self._sleeps = sleeps
        self.task: Callable[[], None] = lambda: None

    def start_background_task(self, target: Callable[[], None]) -> None:
        self.task = target

    def sleep(self, seconds: float) -> None:
        if len(self.slept_s) == self._sleeps:
            raise Enough
        self.slept_s.append(seconds)


def run(io: Io) -> None:
    try:
        io.task()
    except Enough:
        return
    raise AssertionError("the task ended")


def test_every_connection_is_pinged_after_the_interval_and_none_has_a_task_of_its_own() -> None:
    io = Io(sleeps=2)
    Heartbeat(io, Supervisor()).start()  # type: ignore[arg-type]
    phones = [Socket(io.server.eio, f"sid-{number}") for number in range(3)]
    for phone in phones:
        phone.schedule_ping()
    assert io.server.eio.started == []
    before_s = time.time()
    run(io)
    assert [packet.packet_type for packet in io.server.eio.started] == [PING, PING]
    assert all(INTERVAL_S - 1 < slept_s <= INTERVAL_S for slept_s in io.slept_s)
    assert phones[0].last_ping >= before_s
    assert phones[2].last_ping is None


def test_a_connection_that_is_gone_is_pinged_no_more() -> None:
    io = Io(sleeps=2)
    Heartbeat(io, Supervisor()).start()  # type: ignore[arg-type]
    gone, there = Socket(io.server.eio, "gone"), Socket(io.server.eio, "there")
    for phone in (gone, there, there):
        phone.last_ping = time.time()
        phone.schedule_ping()
    gone.closed = True
    run(io)
    assert len(io.server.eio.started) == 1
    assert there.last_ping is not None


def test_every_other_task_is_started_as_usual() -> None:
    io = Io(sleeps=0)
    Heartbeat(io, Supervisor()).start()  # type: ignore[arg-type]
    io.server.eio.start_background_task(print)
    assert io.server.eio.started == [print]
