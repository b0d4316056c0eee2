"""One connection that fails keeps no other from being taken up, or from being ended in time."""

import errno
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from fishbowl.host.supervisor import Supervisor
from fishbowl.live.transport.connections import DEADLINES_S, Connections
from fishbowl.live.transport.inbound import InboundRateLimit
from fishbowl.live.transport.listener import FairListener
from fishbowl.live.transport.requests import WholeSends
from fishbowl.live.transport.strangers import HELLO_S, Strangers
from tests.support.broken_line import BROKEN, WELL, Fault, Io, run
from tests.support.face import PATIENCE_S


@pytest.fixture
def supervisor() -> Supervisor:
    return Supervisor(lambda seconds: None)


def test_connections_without_a_hello_are_ended_after_one_that_fails(
    supervisor: Supervisor,
) -> None:
    io = Io(sleeps=1)
    strangers = Strangers(io, InboundRateLimit(lambda _: None), supervisor)  # type: ignore[arg-type]
    for sid in (BROKEN, WELL):
        strangers.is_silent(sid, "an address")
    strangers.end_silent(time.monotonic() + HELLO_S + 1)
    assert io.lines[WELL].done == ["closed"]
    run(lambda: strangers.watch(io.sleep))


def test_overdue_connections_are_ended_after_one_that_fails(
    supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Sock:
        def __init__(self, number: int) -> None:
            self.number, self.ended = number, False

        def fileno(self) -> int:
            return self.number

        def shutdown(self, how: int) -> None:
            if self.number == 1:
                raise Fault
            self.ended = True

    table, socks = Connections(None, supervisor), [Sock(1), Sock(2)]
    for sock in socks:
        table.opened(sock, "an address")
    table.cut_overdue(time.monotonic() + max(DEADLINES_S.values()) + 1)
    assert socks[1].ended
    monkeypatch.setattr(table, "cut_overdue", lambda now_s: 1 / 0)
    sleep = Io(sleeps=3).sleep
    run(lambda: table.watch(sleep))


def test_a_long_frame_is_sent_whole_to_a_client_that_reads_slowly() -> None:
    near, far = socket.socketpair()
    frame = bytes(range(256)) * 8_192
    near.settimeout(PATIENCE_S)  # so ``send`` takes no more than there is room for
    with ThreadPoolExecutor(1) as pool, near, far:
        sent = pool.submit(WholeSends(near).send, frame)
        got = b""
        while len(got) < len(frame):
            got += far.recv(4_096)
        assert got == frame
        assert sent.result(PATIENCE_S) == len(frame)


class Machine:
    """A listening socket whose first connections are troubles."""

    def __init__(self, *troubles: Exception) -> None:
        self.troubles = list(troubles)
        self.near, self.far = socket.socketpair()

    def accept(self) -> tuple[socket.socket, Any]:
        if self.troubles:
            raise self.troubles.pop(0)
        return self.near.dup(), ("192.0.2.7", 4711)


@pytest.fixture
def machine() -> Iterator[Machine]:
    machine = Machine(OSError(errno.ENETDOWN, "trouble"), OSError(errno.EHOSTUNREACH, "trouble"))
    yield machine
    machine.near.close()
    machine.far.close()


def test_the_listener_goes_on_after_connections_that_cannot_be_taken_up(
    machine: Machine, supervisor: Supervisor, caplog: pytest.LogCaptureFixture
) -> None:
    class Table(Connections):
        asked = 0

        def opened(self, sock: Any, address: str) -> bool:
            self.asked += 1
            if self.asked == 1:
                raise Fault
            return super().opened(sock, address)

    slept: list[float] = []
    sock, _ = FairListener(machine, Table(), slept.append, supervisor).accept()
    sock.close()
    assert len([seconds for seconds in slept if seconds]) == 3, (
        "no trouble is tried without a pause"
    )
    assert "taking a new connection up failed: Fault" in caplog.text
