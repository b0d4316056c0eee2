"""The heartbeat of all connections, sent by one task.

Engine.IO starts a task for every connection that sleeps until its next ping: a tenth of the cost
of a join, and 10 kB a phone. All intervals are equal, so a queue keeps them in order. This module
needs two names of the library: ``start_background_task``, which starts these tasks, and the private
``_send_ping``, which they run. Without it one line is logged, and the library sends the pings.
"""

import logging
import time
from collections import deque
from threading import Condition
from typing import Any

from engineio.packet import PING, Packet
from engineio.socket import Socket
from flask_socketio import SocketIO

from fishbowl.host.supervisor import Supervisor

log = logging.getLogger(__name__)

TURN_MAX_S = 120.0
"""Several intervals between two pings; a loop that takes longer hangs."""


class Heartbeat:
    """Replaces the tasks of a server that wait for the next ping.

    :param socketio: a server that has no connections yet.
    """

    def __init__(self, socketio: SocketIO, supervisor: Supervisor) -> None:
        self._socketio = socketio
        self._supervisor = supervisor
        self._turns = supervisor.turns("ping", TURN_MAX_S)
        self._engine = socketio.server.eio
        self._start_usual = self._engine.start_background_task
        self._due: deque[tuple[float, Any]] = deque()
        self._somebody = Condition()

    def start(self) -> None:
        """Begin to ping."""
        if not hasattr(Socket, "_send_ping"):
            log.warning("Engine.IO pings otherwise, each connection has a task for it.")
            return
        self._engine.start_background_task = self._start
        self._socketio.start_background_task(self._supervisor.supervised(self._turns, self._ping))

    def _start(self, target: Any, *args: Any, **kwargs: Any) -> Any:
        if getattr(target, "__func__", None) is not Socket._send_ping:
            return self._start_usual(target, *args, **kwargs)
        with self._somebody:
            self._due.append((time.monotonic() + self._engine.ping_interval, target.__self__))
            self._somebody.notify()
        return None

    def _ping(self) -> None:
        while True:
            self._turns.begins()
            with self._somebody:
                while not self._due:
                    with self._turns.waiting():
                        self._somebody.wait()
                due_s, connection = self._due[0]
            self._socketio.sleep(max(0.0, due_s - time.monotonic()))
            self._due.popleft()
            with self._supervisor.isolated("pinging a connection"):
                if not connection.closing and not connection.closed:
                    connection.last_ping = time.time()
                    connection.send(Packet(PING))
