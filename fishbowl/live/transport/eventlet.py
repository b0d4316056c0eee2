"""The transport for eventlet: the plain transport with a fast path for what costs most.

The fast path has four parts. Socket writers hand a finished frame to the socket
(:mod:`~fishbowl.live.transport.socket_writer`). Acknowledgements take the same way. One task sends
the heartbeat of all connections (:mod:`~fishbowl.live.transport.heartbeat`). The request that opens
a WebSocket has its own parser (:mod:`~fishbowl.live.transport.handshake`). The first three need
private attributes of the libraries. Where one is missing, one line is logged, and the plain path
does that part.
"""

from eventlet import wsgi
from flask import Flask
from flask_socketio import SocketIO

from fishbowl.host.supervisor import Supervisor
from fishbowl.live.transport.connections import Connections
from fishbowl.live.transport.handshake import HandshakeProtocol
from fishbowl.live.transport.heartbeat import Heartbeat
from fishbowl.live.transport.listener import FairListener
from fishbowl.live.transport.plain import PlainTransport
from fishbowl.live.transport.requests import TimedRequests
from fishbowl.live.transport.socket_writer import SocketWriters

CONNECTIONS_MAX = 100_000
"""Eventlet's own limit. It is out of reach: the number of file descriptors is the limit."""
BUFFER_BYTES = 2_048
"""To read a request, and to write the head of an answer. A WebSocket keeps both buffers as long as
it is open, unused: Eventlet's would be 24 kB a phone."""


class EventletTransport(PlainTransport):
    """Writes to sockets directly where it can, and serves through Eventlet."""

    def __init__(self, socketio: SocketIO, supervisor: Supervisor) -> None:
        super().__init__(socketio, supervisor, has_hub=True)
        self._writers = SocketWriters()
        self._writers.attach(socketio)
        self.writer = self._writers.get  # type: ignore[method-assign, assignment]

    def start(self) -> None:
        """Start one heartbeat task for all connections."""
        Heartbeat(self._socketio, self._supervisor).start()

    def serve(self, app: Flask, listener: FairListener, connections: Connections) -> None:
        """Serve each connection in a green thread."""

        class Protocol(TimedRequests, HandshakeProtocol):
            """Eventlet's handler. It notes the phase of each request and logs none."""

            rbufsize = wbufsize = BUFFER_BYTES

        Protocol.connections = connections
        wsgi.server(
            listener,
            app,
            max_size=CONNECTIONS_MAX,
            log_output=False,
            protocol=Protocol,
            debug=False,  # else a client is sent the traceback of an error
        )
