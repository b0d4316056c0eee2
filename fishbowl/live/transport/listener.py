"""The listening socket: it accepts as many connections as the process can hold.

It accepts one connection in each round of the hub, after all tasks that are ready. So a thousand
phones that arrive at once, or an attacker, delay no answer to somebody who is in the room. Others
wait in the kernel's backlog meanwhile.
"""

import contextlib
import errno
import os
import socket
from collections.abc import Callable
from typing import Any

from fishbowl.access.client_address import limit_key
from fishbowl.host.supervisor import Supervisor
from fishbowl.live.transport.connections import Connections

BACKLOG = 4096
"""Connections that may wait to be accepted: a hall scans the QR within seconds."""
SEND_BUFFER_BYTES = 64 * 1024
"""What the machine keeps for a phone that does not read; more would only grow stale."""
NO_ROOM = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM}
NOT_THERE_ANY_MORE = {errno.ECONNABORTED, errno.EPROTO, errno.EINTR, errno.EAGAIN, errno.EPERM}
NO_LISTENER = {errno.EBADF, errno.EINVAL, errno.ENOTSOCK}
"""The listening socket itself is gone. Any other error is that of one connection (accept(2))."""
FULL_PAUSE_S = 0.25
"""After the machine had no room for a connection, so long until it is tried again."""
REFUSED = (
    b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\n"
    b"Content-Length: 0\r\n\r\n"
)


def listen(host: str, port: int) -> socket.socket:
    """Open the listening socket.

    :raises OSError: the port is taken, or not ours to open.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)
    listener.bind((host, port))
    listener.listen(BACKLOG)
    return listener


def adopted(descriptor: int) -> socket.socket:
    """Take over a listening socket that the program before this one has left open.

    Whoever has connected since waits in its backlog.

    :raises OSError: it is none.
    """
    listener = socket.socket(fileno=descriptor)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)
    listener.listen(BACKLOG)
    os.set_inheritable(descriptor, False)
    return listener


class FairListener:
    """A listening socket as servers use it, whose ``accept`` fails only when it is closed.

    :param listener: the socket that listens.
    :param sleep: lets others have a turn for so many seconds.
    """

    def __init__(
        self,
        listener: Any,
        connections: Connections,
        sleep: Callable[[float], Any],
        supervisor: Supervisor | None = None,
    ) -> None:
        self._supervisor = supervisor or Supervisor()
        self._listener = listener
        self._connections = connections
        self._sleep = sleep
        self._is_closed = False

    def accept(self) -> tuple[Any, Any]:
        """Wait for the next connection that there is room for.

        :raises OSError: the socket has been closed.
        """
        while True:
            self._sleep(0)
            try:
                sock, address = self._listener.accept()
            except OSError as error:
                self._go_on_after(error)
                continue
            is_open = False
            with self._supervisor.isolated("taking a new connection up"):
                is_open = self._connections.opened(sock, limit_key(address[0]))
            if is_open:
                return sock, address
            _refuse(sock)
            self._sleep(FULL_PAUSE_S)

    def _go_on_after(self, error: OSError) -> None:
        """Wait until it may be tried again.

        :raises OSError: it never will be.
        """
        if self._is_closed:
            raise OSError(errno.EPIPE, "the listening socket is closed") from error
        if error.errno in NO_ROOM:
            self._connections.say_full(None)
            self._sleep(FULL_PAUSE_S)
        elif error.errno in NO_LISTENER:
            raise error
        elif error.errno not in NOT_THERE_ANY_MORE:
            self._supervisor.failed("accepting a connection", error)
            self._sleep(FULL_PAUSE_S)

    def close(self) -> None:
        """Take no more connections."""
        self._is_closed = True
        with contextlib.suppress(OSError):  # wakes up whoever waits in accept
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._listener, name)


def _refuse(sock: Any) -> None:
    """Say that there is no room, as far as that can be said at once."""
    with contextlib.suppress(OSError):
        sock.setblocking(False)
        sock.send(REFUSED)
    sock.close()
