"""The transport for threading and gevent: it uses the public API of the libraries only.

Werkzeug's server handles each connection in a thread; under gevent these threads are greenlets.
Messages go through the send queue of Engine.IO, which also sends the heartbeat.
"""

import contextlib
from typing import Any

from engineio.exceptions import SocketIsClosedError
from flask import Flask
from flask_socketio import SocketIO
from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

from fishbowl.host.supervisor import Supervisor
from fishbowl.live.transport.connections import Connections
from fishbowl.live.transport.interface import Writer
from fishbowl.live.transport.listener import FairListener
from fishbowl.live.transport.message import Message
from fishbowl.live.transport.requests import TimedRequests, WholeSends

BACKLOG_MAX = 4
"""Messages that may wait for one connection (backpressure). A greeting has three."""


class PlainTransport:
    """Writes through Engine.IO and serves through Werkzeug.

    :param has_hub: see :class:`~fishbowl.live.transport.interface.Transport`.
    """

    def __init__(self, socketio: SocketIO, supervisor: Supervisor, *, has_hub: bool) -> None:
        self.has_hub = has_hub
        self._socketio = socketio
        self._supervisor = supervisor
        self._engine: Any = socketio.server.eio

    def start(self) -> None:
        """Do nothing: Engine.IO starts a heartbeat task for each connection."""

    def writer(self, engine_id: str) -> Writer | None:
        """There is no direct way to a socket."""
        return None

    def queue(self, engine_id: str, message: Message) -> bool:
        """Put a message into the send queue of a connection; ``False`` if it is full."""
        connection = self._engine.sockets.get(engine_id)
        if connection is None or connection.closed:
            return True
        if connection.queue.qsize() >= BACKLOG_MAX:
            return False
        with contextlib.suppress(SocketIsClosedError):  # it has closed since the check above
            self._engine.send_packet(engine_id, message.packet)
        return True

    def serve(self, app: Flask, listener: FairListener, connections: Connections) -> None:
        """Serve each connection in a thread."""

        class Handler(TimedRequests, WSGIRequestHandler):
            """Werkzeug's handler. It notes the phase of each request and logs none."""

            protocol_version = "HTTP/1.1"

            def make_environ(self) -> dict[str, Any]:
                """The WSGI environment; WebSockets write to the socket in it."""
                return {**super().make_environ(), "werkzeug.socket": WholeSends(self.connection)}

            def log(self, type: str, message: str, *args: Any) -> None:
                """Log nothing: request lines name addresses."""

        Handler.connections = connections
        server = ThreadedWSGIServer("", 0, app, Handler, fd=listener.fileno())
        server.socket = listener  # type: ignore[assignment]  # it looks like one
        with contextlib.suppress(OSError, ValueError):  # the listener is closed
            server.serve_forever()
