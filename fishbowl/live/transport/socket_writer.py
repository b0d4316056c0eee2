"""The sockets under the connections, for writing one and the same frame to all of them.

The libraries offer no way to hand a finished frame to a connection: every packet goes through a
queue, a timer and a greenlet of its own and is framed once a phone, five times the cost of the
write itself (docs/performance.md). So this module, and no other, looks at what is not theirs to
promise: Engine.IO's table of drivers, the connection behind a WebSocket's handler, and the lock,
the socket and the unmasking of Eventlet's WebSocket. Where one of them is missing nothing is
noted, one line is logged, and everything goes through the libraries as before.
"""

import logging
import struct
from collections.abc import Callable, Sequence
from operator import attrgetter
from types import MethodType
from typing import Any

from flask_socketio import SocketIO

log = logging.getLogger(__name__)

LOOKED_AT_IN_CONNECTIONS = attrgetter("sid", "queue.qsize", "upgraded", "closed")
LOOKED_AT_IN_WEBSOCKETS = attrgetter("socket.fd.send", "_sendlock.locked", "_apply_mask")
"""What has to be there for a socket to be noted."""

TEXT_FRAME = 0x81
"""The first byte of an unfragmented text frame (RFC 6455, section 5.2)."""
SHORT_MAX = 125
MEDIUM_MAX = 0xFFFF


def frame(text: bytes) -> bytes:
    """Frame a text message from a server, as every client of RFC 6455 reads it."""
    length = len(text)
    if length <= SHORT_MAX:
        return struct.pack("!BB", TEXT_FRAME, length) + text
    if length <= MEDIUM_MAX:
        return struct.pack("!BBH", TEXT_FRAME, 126, length) + text
    return struct.pack("!BBQ", TEXT_FRAME, 127, length) + text


def unmasked(data: bytes, mask: Sequence[int], length: int | None = None, offset: int = 0) -> bytes:
    """Take the mask off what a client sent (RFC 6455, section 5.3), all bytes at once.

    :param mask: the four bytes of the frame's mask.
    :param offset: how many bytes of the frame came before these.
    """
    length = len(data) if length is None else length
    turn = offset % len(mask)
    key = bytes((*mask[turn:], *mask[:turn])) * (length // len(mask) + 1)
    return (int.from_bytes(data[:length]) ^ int.from_bytes(key[:length])).to_bytes(length)


class Wire:
    """One open WebSocket: the raw socket, and the order in which others write to it.

    :raises AttributeError: the libraries look otherwise than expected.
    """

    __slots__ = ("_engine", "_is_locked", "_lock", "_send", "_socket", "_spawn", "_waiting")

    def __init__(self, engine: Any, websocket: Any, spawn: Callable[..., Any]) -> None:
        LOOKED_AT_IN_CONNECTIONS(engine)
        LOOKED_AT_IN_WEBSOCKETS(websocket)
        self._engine = engine
        self._socket = websocket.socket
        self._lock = websocket._sendlock
        # Looked up once a connection, and not once a message.
        self._send = websocket.socket.fd.send
        self._is_locked = websocket._sendlock.locked
        self._waiting = engine.queue.qsize
        self._spawn = spawn

    def write(self, whole_frame: bytes) -> bool:
        """Write a frame at once, or not at all: ``False`` if something is in its way.

        What the kernel took only in part is finished by a task that holds the lock meanwhile, so
        nothing is written between.
        """
        engine = self._engine
        if self._waiting() or self._is_locked() or not engine.upgraded or engine.closed:
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


class Wires:
    """Every open WebSocket by its Engine.IO id; empty where the async mode has no such sockets."""

    def __init__(self) -> None:
        self._wires: dict[str, Wire] = {}
        self._warned = False

    def get(self, engine_id: str) -> Wire | None:
        """The wire of a connection; ``None`` while it polls."""
        return self._wires.get(engine_id)

    def attach(self, socketio: SocketIO) -> bool:
        """Note every WebSocket of a server from now on.

        :returns: whether the libraries look as expected; ``False`` is logged and costs speed only.
        """
        engine = socketio.server.eio
        drivers = getattr(engine, "_async", None)
        if not isinstance(drivers, dict) or not callable(drivers.get("websocket")):
            log.warning("Engine.IO keeps its drivers elsewhere, messages are slower.")
            return False
        noting = self._noting(drivers["websocket"], socketio.start_background_task)
        engine._async = {**drivers, "websocket": noting}
        engine.send_packet = self._sending(engine.send_packet)
        return True

    def _sending(self, usual: Callable[[str, Any], None]) -> Callable[[str, Any], None]:
        """Let acknowledgements and what opens a connection take the straight way too."""

        def send_packet(engine_id: str, packet: Any) -> None:
            wire = self._wires.get(engine_id)
            if wire is None or packet.binary or not wire.write(frame(packet.encode().encode())):
                usual(engine_id, packet)

        return send_packet

    def _noting(self, driver: Any, spawn: Callable[..., Any]) -> Any:
        """Wrap the driver, so that each handler's socket is known while it runs."""

        def make(handler: Any, server: Any) -> Any:
            return driver(self._noted(handler, spawn), server)

        return make

    def _noted(self, handler: Any, spawn: Callable[..., Any]) -> Callable[[Any], Any]:
        engine = getattr(handler, "__self__", None)
        if engine is None:
            self._warn(AttributeError("a WebSocket's handler belongs to no connection"))
            return handler  # type: ignore[no-any-return]

        def handle(engine: Any, websocket: Any) -> Any:
            try:
                wire = Wire(engine, websocket, spawn)
                websocket._apply_mask = unmasked
                self._wires[engine.sid] = wire
            except AttributeError as error:
                self._warn(error)
                return handler(websocket)
            try:
                return handler(websocket)
            finally:
                self._wires.pop(engine.sid, None)

        return MethodType(handle, engine)

    def _warn(self, error: AttributeError) -> None:
        if not self._warned:
            log.warning("WebSockets look otherwise than expected, messages are slower: %s", error)
        self._warned = True
