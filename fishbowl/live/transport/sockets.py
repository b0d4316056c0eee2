"""What handlers do with connections, each named by its Socket.IO id.

Handlers know nothing of Engine.IO: this module translates to the ids and tables of the libraries.
"""

from collections.abc import Callable
from typing import Any

from flask_socketio import ConnectionRefusedError, SocketIO

from fishbowl.live.transport.inbound import STRANGER, InboundRateLimit, PacketRate
from fishbowl.live.transport.strangers import Strangers

ConnectionRefused = ConnectionRefusedError
"""Raised by the handler of ``connect``: its text is sent, and the connection is refused."""


class Sockets:
    """The connections of a Socket.IO server.

    :param inbound_limit: how fast each is read.
    :param strangers: those of whom nothing is known yet.
    """

    def __init__(
        self, socketio: SocketIO, inbound_limit: InboundRateLimit, strangers: Strangers
    ) -> None:
        self._server: Any = socketio.server
        self._inbound_limit = inbound_limit
        self._strangers = strangers

    @property
    def no_answer(self) -> Any:
        """What a handler returns so that no acknowledgement is sent."""
        return self._server.not_handled

    def on(self, event: str, handler: Callable[..., Any]) -> None:
        """Register the handler of an event.

        It is called by Socket.IO itself: a Flask request around every event costs a third more.
        """
        self._server.on(event, handler)

    def enter(self, sid: str, room: str) -> None:
        """Put a connection into a room."""
        self._server.enter_room(sid, room)

    def leave(self, sid: str, room: str) -> None:
        """Take a connection out of a room."""
        self._server.leave_room(sid, room)

    def members(self, room: str) -> list[str]:
        """The connections in a room."""
        return [sid for sid, _ in self._server.manager.get_participants("/", room)]

    def disconnect(self, sid: str) -> None:
        """End a connection."""
        self._server.disconnect(sid)

    def said_hello(self, sid: str) -> None:
        """Note that a connection was let in to look at a session."""
        self._strangers.said_hello(self._engine_id(sid))

    def known(self, sid: str, rate: PacketRate) -> None:
        """Note that a connection is somebody's who has joined, or who runs a session.

        :param rate: how fast it may send from now on.
        """
        engine_id = self._engine_id(sid)
        self._inbound_limit.trust(engine_id, rate)
        self._strangers.is_known(engine_id)

    def unknown(self, sid: str) -> None:
        """Note that nothing is known of a connection but the session it looks at."""
        self._inbound_limit.trust(self._engine_id(sid), STRANGER)

    def gone(self, sid: str, address: str) -> None:
        """Note that a client has left a session. Its connection may still be open.

        :param address: where it comes from, as the key of a limit.
        """
        engine_id = self._engine_id(sid)
        self._inbound_limit.forget(engine_id)
        self._strangers.is_silent(engine_id, address)

    def _engine_id(self, sid: str) -> str:
        return str(self._server.manager.eio_sid_from_sid(sid, "/"))
