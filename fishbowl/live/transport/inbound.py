"""The inbound rate limit: each connection is read no faster than it may send.

A connection that sends faster is not read for a moment (backpressure): what it has sent waits in
the kernel, then at the sender. So a flood costs its sender more than the server. The limit depends
on who it is: low for a stranger, more than thumbs can do for who has joined, and ten times that for
a console. It works in every async mode. It needs one private attribute, Engine.IO's table of
drivers; without it one line is logged, and nothing is limited here.
"""

import contextlib
import logging
import socket
import time
from collections.abc import Callable
from types import MethodType
from typing import Any, NamedTuple

from flask_socketio import SocketIO

log = logging.getLogger(__name__)

PACKET_KINDS = "1234"
"""What a client may send over an open WebSocket: close, ping, pong, message (Engine.IO)."""
UPGRADE = "5"


class PacketRate(NamedTuple):
    """How many packets may come at once, and how many a second after that."""

    burst: int
    per_s: float


STRANGER = PacketRate(16, 2.0)
"""Enough to say hello, to join, and to try another name."""
PERSON = PacketRate(60, 6.0)
STAFF = PacketRate(600, 60.0)


class InboundRateLimit:
    """Keeps the rate of every connection, by its Engine.IO id.

    :param sleep: lets others have a turn for so many seconds.
    :param now_s: tells monotonic seconds.
    :param begin: waits for a round of the hub that has room for a message of the crowd.
    """

    def __init__(
        self,
        sleep: Callable[[float], Any],
        now_s: Callable[[], float] = time.monotonic,
        begin: Callable[[], None] = lambda: None,
    ) -> None:
        self._sleep = sleep
        self._begin = begin
        self._now_s = now_s
        self._rates: dict[str, PacketRate] = {}
        self._left: dict[str, tuple[float, float]] = {}

    def trust(self, engine_id: str, rate: PacketRate) -> None:
        """Give a connection another rate, with a full burst if it is a higher one."""
        before = self._rates.get(engine_id, STRANGER)
        if rate is before:
            return
        self._rates[engine_id] = rate
        if rate.burst > before.burst:
            self._left.pop(engine_id, None)

    def is_trusted(self, engine_id: str) -> bool:
        """Whether a connection is that of somebody who is known."""
        return self._rates.get(engine_id, STRANGER) is not STRANGER

    def forget(self, engine_id: str) -> None:
        """Let go of a connection that has ended."""
        self._rates.pop(engine_id, None)
        self._left.pop(engine_id, None)

    def kept(self) -> int:
        """How many connections have a rate that is kept."""
        return len(self._left)

    def take(self, engine_id: str, packets: int = 1) -> None:
        """Wait until a connection may send so many packets."""
        rate, now_s = self._rates.get(engine_id, STRANGER), self._now_s()
        left, at_s = self._left.get(engine_id, (float(rate.burst), now_s))
        left = min(float(rate.burst), left + (now_s - at_s) * rate.per_s) - packets
        self._left[engine_id] = (left, now_s)
        if left < 0:
            self._sleep(-left / rate.per_s)
        if rate is not STAFF:
            self._begin()


def attach(socketio: SocketIO, inbound_limit: InboundRateLimit) -> bool:
    """Limit how fast every WebSocket of a server is read from now on.

    The library reads a WebSocket by calling its ``wait``; what is no packet of Engine.IO ends the
    connection here, since the library would raise an error about it.

    :returns: whether the library looks as expected; ``False`` is logged, and nothing is limited.
    """
    engine = socketio.server.eio
    drivers = getattr(engine, "_async", None)
    if not isinstance(drivers, dict) or not callable(drivers.get("websocket")):
        log.warning("Engine.IO keeps its drivers elsewhere, WebSockets have no rate limit.")
        return False
    driver = drivers["websocket"]
    warned = False

    def make(handler: Any, server: Any) -> Any:
        nonlocal warned
        if not hasattr(handler, "__self__"):
            if not warned:
                log.warning("A WebSocket's handler belongs to no connection, it has no rate limit.")
            warned = True
            return driver(handler, server)
        return driver(_limited(handler, inbound_limit), server)

    engine._async = {**drivers, "websocket": make}
    return True


def _limited(handler: Any, inbound_limit: InboundRateLimit) -> MethodType:
    def handle(connection: Any, websocket: Any) -> Any:
        usual = websocket.wait

        def wait() -> str | None:
            packet = usual()
            inbound_limit.take(connection.sid)
            if not isinstance(packet, str) or not packet:
                return None  # the library takes it for the end of the connection
            is_upgrade = packet[0] == UPGRADE and getattr(connection, "upgrading", True)
            return packet if packet[0] in PACKET_KINDS or is_upgrade else None

        websocket.wait = wait
        try:
            return handler(websocket)
        finally:
            inbound_limit.forget(connection.sid)
            _end_line(websocket)

    return MethodType(handle, handler.__self__)


def _end_line(websocket: Any) -> None:
    """End the connection of a WebSocket that is over, where its driver waits for the other side to
    do so: a client that never does would keep a descriptor. Eventlet's ends it itself."""
    sock = getattr(getattr(websocket, "ws", None), "sock", None)
    if sock is not None:
        with contextlib.suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)
