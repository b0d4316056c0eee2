"""The Socket.IO server and its listener: what the rest of the program uses of the transport.

Clients are ordinary Socket.IO clients. The listener is our own: the library's backlog of 50 and its
limit of 1,024 connections lose phones when a whole hall scans the QR code at once.
"""

import logging
import socket
import time
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager
from functools import partial
from typing import Any

from flask import Flask
from flask_socketio import SocketIO

from fishbowl.access.proxies import Proxies, is_own_origin
from fishbowl.host.supervisor import Supervisor
from fishbowl.live.protocol import CONSOLE_MESSAGE_MAX_BYTES
from fishbowl.live.transport import goodbye, inbound, wire_json
from fishbowl.live.transport.admission import Admission
from fishbowl.live.transport.async_modes import transport_for
from fishbowl.live.transport.broadcast import Broadcast, Newest
from fishbowl.live.transport.connections import Connections
from fishbowl.live.transport.inbound import InboundRateLimit
from fishbowl.live.transport.listener import FairListener
from fishbowl.live.transport.packets import ClientPacket
from fishbowl.live.transport.room_manager import RoomManager
from fishbowl.live.transport.round_limit import RoundLimit
from fishbowl.live.transport.sockets import Sockets
from fishbowl.live.transport.strangers import Strangers

PING_INTERVAL_S = 20
PING_TIMEOUT_S = 20
"""The heartbeat: a phone out of reach is noticed after at most the sum of the two."""
BUFFER_MAX_BYTES = 2 * CONSOLE_MESSAGE_MAX_BYTES
"""Above the limit for honest messages, so that those get an answer; beyond it, the line is cut."""

AWHILE_S = 60


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
        # A phone that goes away in the middle of a request is no error of the server.
        logging.getLogger("engineio.server").setLevel(logging.CRITICAL)
        self._socketio = SocketIO(
            app,
            async_mode=async_mode,
            client_manager=RoomManager(),
            json=wire_json,
            serializer=ClientPacket,
            manage_session=False,
            max_http_buffer_size=BUFFER_MAX_BYTES,
            monitor_clients=False,  # it wakes up for each; Broadcast checks all in one task
            ping_interval=PING_INTERVAL_S,
            ping_timeout=PING_TIMEOUT_S,
            cors_allowed_origins=self._may_connect,
        )
        self.spawn: Callable[..., Any] = self._socketio.start_background_task
        """Starts a background task."""
        self.sleep: Callable[[float], Any] = self._socketio.sleep
        """Sleeps for so many seconds while other tasks run."""
        self._rounds = RoundLimit(self.spawn, self.sleep)
        self._inbound_limit = InboundRateLimit(self.sleep, begin=self._begin)
        self._strangers = Strangers(self._socketio, self._inbound_limit, supervisor)
        inbound.attach(self._socketio, self._inbound_limit)
        self._transport = transport_for(self._socketio, supervisor)
        self.sockets = Sockets(self._socketio, self._inbound_limit, self._strangers)

    def broadcast(self, newest: Newest, plain: AbstractSet[str]) -> Broadcast:
        """Make what sends to rooms; once for a server.

        :param newest: see :class:`Broadcast`, as ``plain``.
        """
        return Broadcast(
            self._socketio,
            self._transport,
            newest,
            plain,
            self._supervisor,
            PING_TIMEOUT_S / 2,
            self._rounds.breathe_if_due,
        )

    def breathe(self) -> None:
        """Let other tasks run in the middle of long work, unless they just did.

        Commands of consoles go first.
        """
        self._rounds.breathe_if_due()

    def ahead(self) -> AbstractContextManager[None]:
        """Hold back messages of phones while a command of a console is handled."""
        return self._rounds.ahead()

    def serve(
        self,
        listener: socket.socket,
        files_max: int | None,
        is_staff: Callable[[Mapping[str, Any]], bool],
        long_body_bytes: Callable[[Mapping[str, Any]], int],
    ) -> None:
        """Serve until the process ends.

        :param files_max: the highest descriptor that a connection may have, if there is a limit.
        :param is_staff: tells by a request's environment whether it comes from who runs a session.
        :param long_body_bytes: tells how long the body of a request may be beyond the usual.
        """
        connections = self._connections = Connections(files_max, self._supervisor)
        connections.give_way = self._strangers.give_way
        for watched in (connections, self._strangers):
            watch = partial(watched.watch, self.sleep)
            self.spawn(self._supervisor.supervised(watched.turns, watch))
        admission = Admission(
            self._app.wsgi_app,
            connections,
            self._inbound_limit,
            is_staff,
            self._socketio.server.eio.sockets.__contains__,
            BUFFER_MAX_BYTES,
            self._begin,
            long_body_bytes,
        )
        self._app.wsgi_app = self._proxies.wrapped(admission)  # type: ignore[assignment, method-assign]
        sleep = self.sleep if self._transport.has_hub else _wait
        self._listener = FairListener(listener, connections, sleep, self._supervisor)
        self._transport.serve(self._app, self._listener, connections)
        while True:  # the listener is closed; whoever closed it ends the process
            self.sleep(AWHILE_S)

    def say_goodbye(self) -> None:
        """Tell every client that the server stops, and close all connections and the listener."""
        goodbye.say_goodbye(self._socketio, self._stop_listening, self._is_answering)

    def _begin(self) -> None:
        """Wait for a turn in the hub; with a thread for each connection there is nothing to wait
        for."""
        if self._transport.has_hub:
            self._rounds.begin()

    def _stop_listening(self) -> None:
        """Take no more connections; those that are open stay open."""
        if self._listener is not None:
            self._listener.close()

    def _is_answering(self) -> bool:
        """Whether a request is being answered; a WebSocket is none."""
        return self._connections.count()["answer"] > 0

    def _may_connect(self, origin: str | None, environ: Mapping[str, Any]) -> bool:
        if not origin:
            return False  # a page of another address asked for the headers of an answer
        host = environ.get("HTTP_HOST", "")
        is_own = is_own_origin(origin, host, self._public_host)
        if not is_own:
            self._proxies.say_refused(origin, host)
        return is_own


def _wait(seconds: float) -> None:
    """Sleep in a thread; without anything to wait for it costs nothing."""
    if seconds:
        time.sleep(seconds)
