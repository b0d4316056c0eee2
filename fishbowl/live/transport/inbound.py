"""What clients send, read no faster than they may send it.

A connection that sends faster than its pace is not read for a moment: what it has sent waits in the
kernel, then at the sender. So a flood costs its sender more than the server, however it is refused.
Who somebody is decides the pace: a stranger's is slow, that of who has joined is more than thumbs
can do, and a console's is ten times that.
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


class Pace(NamedTuple):
    """How many packets may come at once, and how many a second after that."""

    burst: int
    per_s: float


STRANGER = Pace(16, 2.0)
"""Enough to say hello, to join, and to try another name."""
PERSON = Pace(60, 6.0)
STAFF = Pace(600, 60.0)


class InboundPacing:
    """Keeps the pace of every connection, by its Engine.IO id.

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
        self._paces: dict[str, Pace] = {}
        self._left: dict[str, tuple[float, float]] = {}

    def trust(self, engine_id: str, pace: Pace) -> None:
        """Give a connection another pace, with a full burst if it is a faster one."""
        before = self._paces.get(engine_id, STRANGER)
        if pace is before:
            return
        self._paces[engine_id] = pace
        if pace.burst > before.burst:
            self._left.pop(engine_id, None)

    def is_trusted(self, engine_id: str) -> bool:
        """Whether a connection is that of somebody who is known."""
        return self._paces.get(engine_id, STRANGER) is not STRANGER

    def forget(self, engine_id: str) -> None:
        """Let go of a connection that has ended."""
        self._paces.pop(engine_id, None)
        self._left.pop(engine_id, None)

    def kept(self) -> int:
        """How many connections have a pace that is kept."""
        return len(self._left)

    def take(self, engine_id: str, packets: int = 1) -> None:
        """Wait until a connection may send so many packets."""
        pace, now_s = self._paces.get(engine_id, STRANGER), self._now_s()
        left, at_s = self._left.get(engine_id, (float(pace.burst), now_s))
        left = min(float(pace.burst), left + (now_s - at_s) * pace.per_s) - packets
        self._left[engine_id] = (left, now_s)
        if left < 0:
            self._sleep(-left / pace.per_s)
        if pace is not STAFF:
            self._begin()


def attach(socketio: SocketIO, pacing: InboundPacing) -> bool:
    """Read every WebSocket of a server at its pace from now on.

    The library reads a WebSocket by calling its ``wait``; what is no packet of Engine.IO ends the
    connection here, since the library would raise an error about it.

    :returns: whether the library looks as expected; ``False`` is logged, and nothing is paced.
    """
    engine = socketio.server.eio
    drivers = getattr(engine, "_async", None)
    if not isinstance(drivers, dict) or not callable(drivers.get("websocket")):
        log.warning("Engine.IO keeps its drivers elsewhere, WebSockets are not paced.")
        return False
    driver = drivers["websocket"]
    warned = False

    def make(handler: Any, server: Any) -> Any:
        nonlocal warned
        if not hasattr(handler, "__self__"):
            if not warned:
                log.warning("A WebSocket's handler belongs to no connection, it is not paced.")
            warned = True
            return driver(handler, server)
        return driver(_paced(handler, pacing), server)

    engine._async = {**drivers, "websocket": make}
    return True


def _paced(handler: Any, pacing: InboundPacing) -> MethodType:
    def handle(connection: Any, websocket: Any) -> Any:
        usual = websocket.wait

        def wait() -> str | None:
            packet = usual()
            pacing.take(connection.sid)
            if not isinstance(packet, str) or not packet:
                return None  # the library takes it for the end of the connection
            is_upgrade = packet[0] == UPGRADE and getattr(connection, "upgrading", True)
            return packet if packet[0] in PACKET_KINDS or is_upgrade else None

        websocket.wait = wait
        try:
            return handler(websocket)
        finally:
            pacing.forget(connection.sid)
            _end_line(websocket)

    return MethodType(handle, handler.__self__)


def _end_line(websocket: Any) -> None:
    """End the connection of a WebSocket that is over, where its driver waits for the other side to
    do so: a client that never does would keep a descriptor. Eventlet's ends it itself."""
    sock = getattr(getattr(websocket, "ws", None), "sock", None)
    if sock is not None:
        with contextlib.suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)
