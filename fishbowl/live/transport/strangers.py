"""Connections of unknown clients: they have a deadline for their hello, and are evicted first.

An Engine.IO connection costs a socket before the client has said which session it wants. A client
that looks on without having joined connects again by itself. So where a machine can hold no more
connections, the oldest of these are ended for new ones.
"""

import contextlib
import logging
import socket
import time
from collections.abc import Callable
from threading import Lock
from typing import Any

from flask_socketio import SocketIO

from fishbowl.access.client_address import limit_key
from fishbowl.host.supervisor import Supervisor
from fishbowl.live.transport.inbound import InboundRateLimit
from fishbowl.live.transport.requests import socket_of

log = logging.getLogger(__name__)

HELLO_S = 10.0
"""After connecting, a client has so long to say which session it wants."""
SILENT_MAX = 4_096
"""Connections of one address that have not said hello; beyond it the first of them is ended."""
LOOK_S = 1.0
TURN_MAX_S = 60.0
"""To look at all connections takes less, or the loop hangs."""
TOLD_OF = ("connect", "disconnect")
LAST_WORD_S = 0.1
"""A line that is ended has so long to be told so."""


class Strangers:
    """The connections of a Socket.IO server that are neither a person's nor a facilitator's.

    :param inbound_limit: forgets connections that have ended.
    """

    def __init__(
        self, socketio: SocketIO, inbound_limit: InboundRateLimit, supervisor: Supervisor
    ) -> None:
        self._socketio = socketio
        self._supervisor = supervisor
        self.turns = supervisor.turns("end connections without a hello", TURN_MAX_S)
        self._engine = socketio.server.eio
        self._inbound_limit = inbound_limit
        self._lock = Lock()
        self._silent: dict[str, tuple[str, float]] = {}
        self._silent_of: dict[str, dict[str, None]] = {}
        self._looking: dict[str, str] = {}
        self._looking_of: dict[str, dict[str, None]] = {}
        handlers = getattr(self._engine, "handlers", {})
        self._usual = {name: handlers[name] for name in TOLD_OF if name in handlers}
        if len(self._usual) < len(TOLD_OF):
            log.warning("Engine.IO keeps its handlers elsewhere, silent connections are not ended.")
            return
        self._engine.on("connect", self._opened)
        self._engine.on("disconnect", self._closed)

    def said_hello(self, engine_id: str) -> None:
        """Note that a connection is let in to look at a session."""
        with self._lock:
            address = self._no_longer_silent(engine_id)
            if address is not None:
                self._looking[engine_id] = address
                self._looking_of.setdefault(address, {})[engine_id] = None

    def is_known(self, engine_id: str) -> None:
        """Note that a connection is somebody's who has joined, or who runs a session."""
        with self._lock:
            self._drop(engine_id)

    def is_silent(self, engine_id: str, address: str) -> None:
        """Note that a connection has not said hello, or has taken its leave and stayed open.

        :param address: where it comes from, as a limit's key.
        """
        with self._lock:
            self._drop(engine_id)
            own = self._silent_of.setdefault(address, {})
            own[engine_id] = None
            self._silent[engine_id] = (address, time.monotonic())
            first = next(iter(own)) if len(own) > SILENT_MAX else None
        if first is not None:
            self._end(first)

    def give_way(self) -> bool:
        """End the oldest one of the address that has most who look on; ``False`` if nobody does."""
        with self._lock:
            most = max(self._looking_of.values(), key=len, default=None)
            first = None if most is None else next(iter(most))
        return first is not None and self._end(first)

    def end_silent(self, now_s: float) -> None:
        """End those who have had their time to say hello."""
        with self._lock:
            late = []
            for engine_id, (_, since_s) in self._silent.items():
                if since_s + HELLO_S > now_s:
                    break  # the others have come later
                late.append(engine_id)
        for engine_id in late:
            with self._supervisor.isolated("ending a connection that said no hello"):
                self._end(engine_id)

    def watch(self, sleep: Callable[[float], Any]) -> None:
        """Look for those who are late, for ever."""
        while True:
            self.turns.begins()
            sleep(LOOK_S)
            with self._supervisor.isolated("looking for connections that said no hello"):
                self.end_silent(time.monotonic())

    def _opened(self, engine_id: str, environ: dict[str, Any]) -> Any:
        self.is_silent(engine_id, limit_key(environ.get("REMOTE_ADDR", "")))
        return self._usual["connect"](engine_id, environ)

    def _closed(self, engine_id: str, *reason: Any) -> Any:
        try:
            return self._usual["disconnect"](engine_id, *reason)
        finally:  # whatever became of it, the connection has ended
            with self._lock:
                self._drop(engine_id)
            self._inbound_limit.forget(engine_id)

    def _no_longer_silent(self, engine_id: str) -> str | None:
        address, _ = self._silent.pop(engine_id, (None, 0.0))
        if address is not None:
            _take_out(self._silent_of, address, engine_id)
        return address

    def _drop(self, engine_id: str) -> None:
        self._no_longer_silent(engine_id)
        address = self._looking.pop(engine_id, None)
        if address is not None:
            _take_out(self._looking_of, address, engine_id)

    def _end(self, engine_id: str) -> bool:
        connection = self._engine.sockets.get(engine_id)
        with self._lock:
            self._drop(engine_id)
        if connection is None or connection.closed:
            return False
        environ = getattr(self._socketio.server, "environ", {}).get(engine_id, {})
        connection.close(wait=False, reason=self._engine.reason.SERVER_DISCONNECT)
        self._socketio.start_background_task(self._hang_up, socket_of(environ))
        return True

    def _hang_up(self, sock: Any) -> None:
        """End the line itself: the library would wait for the other side to do so."""
        self._socketio.sleep(LAST_WORD_S)
        with contextlib.suppress(OSError, AttributeError):
            sock.shutdown(socket.SHUT_RDWR)


def _take_out(of: dict[str, dict[str, None]], address: str, engine_id: str) -> None:
    own = of[address]
    own.pop(engine_id, None)
    if not own:
        del of[address]
