"""The Socket.IO server and its listener: everything that depends on the async mode.

Clients are ordinary Socket.IO clients. The listener is our own, because the library's default
backlog of 50 and limit of 1,024 connections lose phones when a whole hall scans at once.
"""

import logging
import socket
from collections.abc import Callable
from typing import Any

from flask import Flask
from flask_socketio import SocketIO

from fishbowl.live import wire_json
from fishbowl.live.protocol import CONSOLE_MESSAGE_MAX_BYTES

BACKLOG = 4096
"""Connections that may wait to be accepted: a hall scans the QR within seconds."""
CONNECTIONS_MAX = 20_000
SEND_BUFFER_BYTES = 64 * 1024
"""What the machine keeps for a phone that does not read; more would only grow stale."""
PING_INTERVAL_S = 20
PING_TIMEOUT_S = 20
"""A phone that was carried out of reach is noticed after at most the sum of the two."""
BUFFER_MAX_BYTES = 2 * CONSOLE_MESSAGE_MAX_BYTES
"""Above the limit for honest messages, so that those get an answer; beyond it, the line is cut."""

EVENTLET = "eventlet"
THREADING = "threading"


def make_socketio(app: Flask, async_mode: str) -> SocketIO:
    """Make the Socket.IO server of an app.

    :param async_mode: ``eventlet`` (the process must be patched) or ``threading``.
    """
    # That a phone went away in the middle of a request is no error of ours.
    logging.getLogger("engineio.server").setLevel(logging.CRITICAL)
    return SocketIO(
        app,
        async_mode=async_mode,
        json=wire_json,
        manage_session=False,
        max_http_buffer_size=BUFFER_MAX_BYTES,
        monitor_clients=False,  # it wakes up for each; live/broadcast.py looks at all at once
        ping_interval=PING_INTERVAL_S,
        ping_timeout=PING_TIMEOUT_S,
    )


def apart(async_mode: str) -> Callable[..., Any]:
    """Tell how to call what takes long, so that everybody else is served meanwhile.

    What is called shares nothing with the rest of the program, but what such calls keep for each
    other: under eventlet they run in real threads.
    """
    if async_mode == EVENTLET:
        from eventlet import tpool

        call: Callable[..., Any] = tpool.execute
        return call
    return lambda function, *arguments, **options: function(*arguments, **options)


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


def serve(app: Flask, socketio: SocketIO, listener: socket.socket) -> None:
    """Serve until the process is told to stop."""
    app.wsgi_app = _WithoutDeflate(app.wsgi_app)  # type: ignore[method-assign]
    if socketio.async_mode == EVENTLET:
        from eventlet import wsgi

        from fishbowl.live.handshake import HandshakeProtocol

        wsgi.server(
            listener,
            app,
            max_size=CONNECTIONS_MAX,
            log_output=False,
            debug=False,  # else a fault's traceback goes to whoever asked
            protocol=HandshakeProtocol,
        )
    else:
        from werkzeug.serving import WSGIRequestHandler, make_server

        class Quiet(WSGIRequestHandler):
            protocol_version = "HTTP/1.1"

            def log(self, type: str, message: str, *args: Any) -> None:
                """Say nothing about every request."""

        server = make_server("", 0, app, threaded=True, request_handler=Quiet, fd=listener.fileno())
        server.serve_forever()


class _WithoutDeflate:
    """Takes the offer of compression out of WebSocket handshakes.

    Per-message deflate costs a third more work and 100 kB a phone for messages this small.
    """

    def __init__(self, wsgi_app: Any) -> None:
        self._wsgi_app = wsgi_app

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        return self._wsgi_app(environ, start_response)
