"""The Socket.IO server and its listener: everything that depends on the async mode.

Clients are ordinary Socket.IO clients. The listener is our own, because the library's default
backlog of 50 and limit of 1,024 connections lose phones when a whole hall scans at once.
"""

import contextlib
import logging
import socket
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from flask import Flask
from flask_socketio import SocketIO

from fishbowl.access.proxies import Proxies, is_own_origin
from fishbowl.host.supervisor import Supervisor
from fishbowl.live.protocol import CONSOLE_MESSAGE_MAX_BYTES
from fishbowl.live.transport import inbound, wire_json
from fishbowl.live.transport.admission import Admission
from fishbowl.live.transport.connections import Connections
from fishbowl.live.transport.inbound import InboundPacing
from fishbowl.live.transport.listener import FairListener
from fishbowl.live.transport.packets import ClientPacket
from fishbowl.live.transport.requests import TimedRequests, WholeSends
from fishbowl.live.transport.room_manager import RoomManager
from fishbowl.live.transport.round_limit import RoundLimit
from fishbowl.live.transport.strangers import Strangers

CONNECTIONS_MAX = 100_000
"""More than descriptors: what is connected is counted by those."""
PING_INTERVAL_S = 20
PING_TIMEOUT_S = 20
"""A phone that was carried out of reach is noticed after at most the sum of the two."""
BUFFER_MAX_BYTES = 2 * CONSOLE_MESSAGE_MAX_BYTES
"""Above the limit for honest messages, so that those get an answer; beyond it, the line is cut."""

AWHILE_S = 60

EVENTLET = "eventlet"
GEVENT = "gevent"


class LiveServer:
    """The Socket.IO server of an app, and the listener under it.

    :param async_mode: ``eventlet`` or ``gevent`` (the process must be patched), or ``threading``.
    :param public_host: of the address in the settings; empty if there is none.
    """

    def __init__(
        self,
        app: Flask,
        async_mode: str,
        proxies: Proxies,
        public_host: str,
        supervisor: Supervisor,
    ) -> None:
        self._app = app
        self._supervisor = supervisor
        self._proxies = proxies
        self._public_host = public_host
        self._listener: FairListener | None = None
        self._connections = Connections()
        # That a phone went away in the middle of a request is no error of ours.
        logging.getLogger("engineio.server").setLevel(logging.CRITICAL)
        self.socketio = SocketIO(
            app,
            async_mode=async_mode,
            client_manager=RoomManager(),
            json=wire_json,
            serializer=ClientPacket,
            manage_session=False,
            max_http_buffer_size=BUFFER_MAX_BYTES,
            monitor_clients=False,  # it wakes up for each; live/broadcast.py looks at all at once
            ping_interval=PING_INTERVAL_S,
            ping_timeout=PING_TIMEOUT_S,
            cors_allowed_origins=self._may_connect,
        )
        has_hub = self.socketio.async_mode in (EVENTLET, GEVENT)
        self.rounds = RoundLimit(self.socketio.start_background_task, self.socketio.sleep)
        self._begin = self.rounds.begin if has_hub else lambda: None
        self.pacing = InboundPacing(self.socketio.sleep, begin=self._begin)
        self.strangers = Strangers(self.socketio, self.pacing, supervisor)
        inbound.attach(self.socketio, self.pacing)

    def serve(
        self,
        listener: socket.socket,
        files_max: int | None,
        is_staff: Callable[[Mapping[str, Any]], bool],
    ) -> None:
        """Serve until the process ends.

        :param files_max: the highest descriptor that a connection may have, if there is a limit.
        :param is_staff: tells by a request's environment whether it comes from who runs a session.
        """
        connections = self._connections = Connections(files_max, self._supervisor)
        connections.give_way = self.strangers.give_way
        for name, watch in (
            ("end overdue connections", connections.watch),
            ("end connections without a hello", self.strangers.watch),
        ):
            loop = partial(watch, self.socketio.sleep)
            self.socketio.start_background_task(self._supervisor.supervised(name, loop))
        admission = Admission(
            self._app.wsgi_app,
            connections,
            self.pacing,
            is_staff,
            self.socketio.server.eio.sockets.__contains__,
            BUFFER_MAX_BYTES,
            self._begin,
        )
        self._app.wsgi_app = self._proxies.wrapped(admission)  # type: ignore[assignment, method-assign]
        has_hub = self.socketio.async_mode in (EVENTLET, GEVENT)
        sleep = self.socketio.sleep if has_hub else _wait
        self._listener = FairListener(listener, connections, sleep, self._supervisor)
        serve = _serve_eventlet if self.socketio.async_mode == EVENTLET else _serve_threads
        serve(self._app, self._listener, connections)
        while True:  # it takes no more connections; whoever has told it so ends the process
            self.socketio.sleep(AWHILE_S)

    def stop_listening(self) -> None:
        """Take no more connections; those that are open stay open."""
        if self._listener is not None:
            self._listener.close()

    def is_answering(self) -> bool:
        """Whether a request is being answered; a WebSocket is none."""
        return self._connections.count()["answer"] > 0

    def _may_connect(self, origin: str | None, environ: Mapping[str, Any]) -> bool:
        if not origin:
            return False  # asked for the headers of an answer to no page of another address
        host = environ.get("HTTP_HOST", "")
        is_own = is_own_origin(origin, host, self._public_host)
        if not is_own:
            self._proxies.say_refused(origin, host)
        return is_own


def run_in_thread(async_mode: str) -> Callable[..., Any]:
    """Tell how to call what takes long, so that everybody else is served meanwhile.

    What is called shares nothing with the rest of the program, but what such calls keep for each
    other: under eventlet and gevent they run in real threads.
    """
    if async_mode == EVENTLET:
        from eventlet import tpool

        call: Callable[..., Any] = tpool.execute
        return call
    if async_mode == GEVENT:
        import gevent

        pool = gevent.get_hub().threadpool
        return lambda function, *arguments, **options: pool.apply(function, arguments, options)
    return lambda function, *arguments, **options: function(*arguments, **options)


def _serve_eventlet(app: Flask, listener: FairListener, connections: Connections) -> None:
    from eventlet import wsgi

    from fishbowl.live.transport.handshake import HandshakeProtocol

    class Protocol(TimedRequests, HandshakeProtocol):
        """Eventlet's handler, watched."""

    Protocol.connections = connections
    wsgi.server(
        listener,
        app,
        max_size=CONNECTIONS_MAX,
        log_output=False,
        protocol=Protocol,
        debug=False,  # else a client is sent the traceback of what went wrong
    )


def _serve_threads(app: Flask, listener: FairListener, connections: Connections) -> None:
    """Serve each connection in a thread; gevent makes greenlets of them."""
    from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

    class Handler(TimedRequests, WSGIRequestHandler):
        """Werkzeug's handler, watched, and quiet about every request."""

        protocol_version = "HTTP/1.1"

        def make_environ(self) -> dict[str, Any]:
            """What the application is told of a request; WebSockets write to the socket in it."""
            return {**super().make_environ(), "werkzeug.socket": WholeSends(self.connection)}

        def log(self, type: str, message: str, *args: Any) -> None:
            """Say nothing: lines of requests name addresses."""

    Handler.connections = connections
    server = ThreadedWSGIServer("", 0, app, Handler, fd=listener.fileno())
    server.socket = listener  # type: ignore[assignment]  # it looks like one
    with contextlib.suppress(OSError, ValueError):  # the listener is closed
        server.serve_forever()


def _wait(seconds: float) -> None:
    """Sleep, where sleeping for no time would only cost some."""
    if seconds:
        import time

        time.sleep(seconds)
