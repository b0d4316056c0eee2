"""Writes finished frames to the sockets under WebSockets: the fast path of the fan-out.

The libraries offer no way to hand a finished frame to a connection. Every packet goes through a
queue, a timer and a green thread, and is framed once for each client: five times the cost of the
write itself (docs/performance.md). So this module uses private attributes: Engine.IO's table of
drivers, the connection behind a WebSocket's handler, what is inside its queue, and the lock, the
socket and the unmasking function of Eventlet's WebSocket. Where one of them is missing no writer is
made, one line is logged, and everything goes through the libraries.
"""

import logging
from collections.abc import Callable, Sequence
from operator import attrgetter
from types import MethodType
from typing import Any

from flask_socketio import SocketIO

from fishbowl.live.transport.message import frame

log = logging.getLogger(__name__)

LOOKED_AT_IN_CONNECTIONS = attrgetter("sid", "queue.queue", "upgraded", "closed")
LOOKED_AT_IN_WEBSOCKETS = attrgetter(
    "socket.fd.send", "_sendlock.counter", "_sendlock._waiters", "_apply_mask"
)
"""What has to be there for a connection to get a writer."""


def unmasked(data: bytes, mask: Sequence[int], length: int | None = None, offset: int = 0) -> bytes:
    """Take the mask off what a client sent (RFC 6455, section 5.3), all bytes at once.

    :param mask: the four bytes of the frame's mask.
    :param offset: how many bytes of the frame came before these.
    """
    length = len(data) if length is None else length
    turn = offset % len(mask)
    key = bytes((*mask[turn:], *mask[:turn])) * (length // len(mask) + 1)
    return (int.from_bytes(data[:length]) ^ int.from_bytes(key[:length])).to_bytes(length)


class SocketWriter:
    """Writes to one open WebSocket: to its raw socket, under the lock that the library uses.

    :raises AttributeError: the libraries look otherwise than expected.
    """

    __slots__ = ("_engine", "_lock", "_queued", "_send", "_socket", "_spawn", "_wait_for_lock")

    def __init__(self, engine: Any, websocket: Any, spawn: Callable[..., Any]) -> None:
        LOOKED_AT_IN_CONNECTIONS(engine)
        LOOKED_AT_IN_WEBSOCKETS(websocket)
        self._engine = engine
        self._socket = websocket.socket
        self._lock = websocket._sendlock
        # Looked up once a connection, and not once a message.
        self._send = websocket.socket.fd.send
        self._queued = engine.queue.queue
        self._wait_for_lock = websocket._sendlock._waiters
        self._spawn = spawn

    def write(self, whole_frame: bytes) -> bool:
        """Write frames now, or not at all: ``False`` if other messages wait or the socket is full.

        If the kernel takes only a part, a task writes the rest and holds the lock meanwhile, so
        that nothing is written in between.
        """
        engine = self._engine
        # A lock that was released belongs to whoever waits for it, which ``locked`` does not tell:
        # to acquire it after a part was written would let the other frame in between.
        if (
            self._queued
            or self._wait_for_lock
            or self._lock.counter <= 0
            or not engine.upgraded
            or engine.closed
        ):
            return False
        try:
            sent = self._send(whole_frame)
        except BlockingIOError:
            return False
        except OSError:
            return True  # the line is gone, and whoever reads it notices
        if sent < len(whole_frame):
            self._lock.acquire()
            self._spawn(self._finish, whole_frame[sent:])
        return True

    def _finish(self, rest: bytes) -> None:
        try:
            self._socket.sendall(rest)
        except OSError as error:
            log.debug("a line broke in the middle of a message: %s", error)
        finally:
            self._lock.release()


class SocketWriters:
    """The writers of all open WebSockets, by Engine.IO id."""

    def __init__(self) -> None:
        self._writers: dict[str, SocketWriter] = {}
        self._warned = False
        # Asked for every message and connection, so no function of ours is called for it.
        self.get: Callable[[str], SocketWriter | None] = self._writers.get
        """The writer of a connection; ``None`` while it polls."""

    def attach(self, socketio: SocketIO) -> bool:
        """Make a writer for every WebSocket of a server from now on.

        :returns: whether the libraries look as expected; ``False`` is logged and costs speed only.
        """
        engine = socketio.server.eio
        drivers = getattr(engine, "_async", None)
        if not isinstance(drivers, dict) or not callable(drivers.get("websocket")):
            log.warning("Engine.IO keeps its drivers elsewhere, messages are slower.")
            return False
        with_writers = self._with_writers(drivers["websocket"], socketio.start_background_task)
        engine._async = {**drivers, "websocket": with_writers}
        engine.send_packet = self._sending(engine.send_packet)
        return True

    def _sending(self, usual: Callable[[str, Any], None]) -> Callable[[str, Any], None]:
        """Let acknowledgements and handshakes take the fast path too."""

        def send_packet(engine_id: str, packet: Any) -> None:
            writer = self._writers.get(engine_id)
            if writer is None or packet.binary or not writer.write(frame(packet.encode().encode())):
                usual(engine_id, packet)

        return send_packet

    def _with_writers(self, driver: Any, spawn: Callable[..., Any]) -> Any:
        """Wrap the driver, so that each handler's WebSocket has a writer while it runs."""

        def make(handler: Any, server: Any) -> Any:
            return driver(self._with_writer(handler, spawn), server)

        return make

    def _with_writer(self, handler: Any, spawn: Callable[..., Any]) -> Callable[[Any], Any]:
        engine = getattr(handler, "__self__", None)
        if engine is None:
            self._warn(AttributeError("a WebSocket's handler belongs to no connection"))
            return handler  # type: ignore[no-any-return]

        def handle(engine: Any, websocket: Any) -> Any:
            try:
                writer = SocketWriter(engine, websocket, spawn)
                websocket._apply_mask = unmasked
                self._writers[engine.sid] = writer
            except AttributeError as error:
                self._warn(error)
                return handler(websocket)
            try:
                return handler(websocket)
            finally:
                self._writers.pop(engine.sid, None)

        return MethodType(handle, engine)

    def _warn(self, error: AttributeError) -> None:
        if not self._warned:
            log.warning("WebSockets look otherwise than expected, messages are slower: %s", error)
        self._warned = True
