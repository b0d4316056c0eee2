"""The listening socket outlives a machine that has no room, and is fair to who is connected."""

import errno
import socket
import threading
from typing import Any

import pytest

from fishbowl.live.transport.connections import Connections
from fishbowl.live.transport.listener import REFUSED, FairListener, listen


class Machine:
    """A listening socket on a machine that now and then has no room for a connection."""

    def __init__(self, *troubles: int) -> None:
        self._troubles = list(troubles)
        self.near, self.far = socket.socketpair()

    def accept(self) -> tuple[socket.socket, Any]:
        if self._troubles:
            raise OSError(self._troubles.pop(0), "trouble")
        return self.near, ("192.0.2.7", 4711)

    def close(self) -> None:
        self.near.close()
        self.far.close()


def test_it_waits_until_there_is_room_again_and_says_so_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    machine, slept = Machine(errno.EMFILE, errno.ENFILE, errno.EMFILE, errno.ECONNABORTED), []
    listener = FairListener(machine, Connections(), slept.append)
    sock, _ = listener.accept()
    assert sock is machine.near
    assert [seconds for seconds in slept if seconds] == [0.25, 0.25, 0.25]
    assert len([text for text in caplog.messages if "no more connections" in text]) == 1
    assert "192.0.2.7" not in caplog.text
    machine.close()


def test_whoever_is_connected_has_a_turn_before_each_new_connection() -> None:
    machine, slept = Machine(), []
    listener = FairListener(machine, Connections(), slept.append)
    for _ in range(3):
        listener.accept()
    assert slept == [0, 0, 0]
    machine.close()


def test_who_has_no_room_is_told_to_come_again() -> None:
    machine = Machine()

    class Full(Connections):
        asked = 0

        def opened(self, sock: Any, address: str) -> bool:
            self.asked += 1
            if self.asked == 1:
                return False
            raise KeyboardInterrupt

    listener = FairListener(machine, Full(), lambda _: None)
    machine.near, near = machine.near.dup(), machine.near
    near.close()
    with pytest.raises(KeyboardInterrupt):
        listener.accept()
    assert machine.far.recv(1024) == REFUSED
    machine.close()


def test_another_trouble_is_not_swallowed() -> None:
    machine = Machine(errno.EBADF)
    with pytest.raises(OSError, match="trouble"):
        FairListener(machine, Connections(), lambda _: None).accept()
    machine.close()


def test_closing_it_wakes_up_who_waits_in_it() -> None:
    listener = FairListener(listen("127.0.0.1", 0), Connections(), lambda _: None)
    ended: list[int | None] = []

    def waits() -> None:
        try:
            listener.accept()
        except OSError as error:
            ended.append(error.errno)

    waiting = threading.Thread(target=waits)
    waiting.start()
    listener.close()
    waiting.join(30)
    assert ended == [errno.EPIPE]
