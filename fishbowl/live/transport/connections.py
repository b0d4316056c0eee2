"""The table of open TCP connections: the phase of each request, and its deadline.

A client that sends half a request, or nothing, takes a file descriptor from everybody else. So a
request has to be there in a bounded time, a connection without one is closed, and one address may
have so many requests that are not complete. A whole hall may share an address: what is complete,
what waits for its answer and what is connected for good is not counted.

Works in every async mode: a connection is ended by shutting its socket down, which wakes up
whoever reads from it.
"""

import contextlib
import logging
import socket
import time
from collections.abc import Callable
from threading import Lock
from typing import Any, Literal

from fishbowl.host.supervisor import Supervisor

log = logging.getLogger(__name__)

Phase = Literal["request", "body", "answer", "idle"]
"""It waits for a first request, for a request's body, for its answer, or for another request."""

DEADLINES_S: dict[Phase, float] = {"request": 10.0, "body": 20.0, "answer": 120.0, "idle": 15.0}
"""How long each may last. An idle connection's next request has to be complete by then."""
UNFINISHED: tuple[Phase, ...] = ("request", "body")
UNFINISHED_MAX = 1_024
"""Incomplete requests of one address; beyond it the one that began first is cut."""
LOOK_S = 1.0
"""How often overdue connections are looked for."""
TURN_MAX_S = 60.0
"""To look at all connections takes less, or the loop hangs."""
FULL_SAID_S = 300.0
"""That the machine takes no more connections is said once in so many seconds."""


class Line:
    """One connection.

    ``sock`` is what the server reads from; ``address`` is where it comes from, as a limit's key.
    """

    __slots__ = ("address", "deadline_s", "sock")

    def __init__(self, sock: Any, address: str) -> None:
        self.sock = sock
        self.address = address
        self.deadline_s = 0.0


class Connections:
    """The connections of one server, by file descriptor.

    :param files_max: the highest descriptor that a connection may have, so that the rest of the
        program keeps some; ``None`` where the machine sets no limit.
    """

    def __init__(self, files_max: int | None = None, supervisor: Supervisor | None = None) -> None:
        self._supervisor = supervisor or Supervisor()
        self.turns = self._supervisor.turns("end overdue connections", TURN_MAX_S)
        self._files_max = files_max
        self._lock = Lock()
        self._lines: dict[Phase, dict[int, Line]] = {phase: {} for phase in DEADLINES_S}
        self._unfinished: dict[str, dict[int, Line]] = {}
        self._cut_off: set[int] = set()
        self._unfinished_max = min(UNFINISHED_MAX, (files_max or 4 * UNFINISHED_MAX) // 4)
        self._full_said_s = float("-inf")
        self.give_way: Callable[[], bool] = lambda: False
        """Ends one of the established connections that matter least, if there is one."""

    def opened(self, sock: Any, address: str) -> bool:
        """Take a new connection up; ``False`` if there is no room for it.

        :param address: where it comes from, as a limit's key.
        """
        if self._files_max is not None and sock.fileno() > self._files_max:
            self.say_full(self._files_max)
            if not self._cut_first("request", "body", "idle") and not self.give_way():
                return False
        with self._lock:
            own = self._unfinished.get(address, {})
            if len(own) >= self._unfinished_max:
                self._cut(next(iter(own)))
            self._left(sock.fileno())
            self._enter(sock.fileno(), Line(sock, address), "request")
            return True

    def enters(self, sock: Any, phase: Phase) -> bool:
        """Note that a connection is in another phase; ``False`` if it has been cut meanwhile."""
        with self._lock:
            number = sock.fileno()
            if number in self._cut_off:
                return False
            line = self._left(number)
            if line is not None:  # else it is connected for good
                self._enter(number, line, phase)
            return True

    def left(self, sock: Any) -> None:
        """Let go of a connection: it has ended, or is connected for good."""
        with self._lock:
            self._left(sock.fileno())

    def cut_overdue(self, now_s: float) -> int:
        """End what has taken too long; how many that were."""
        with self._lock:
            overdue = []
            for lines in self._lines.values():
                for number, line in lines.items():
                    if line.deadline_s > now_s:
                        break  # those after it have entered this phase later
                    overdue.append(number)
            for number in overdue:
                with self._supervisor.isolated("ending an overdue connection"):
                    self._cut(number)
            return len(overdue)

    def watch(self, sleep: Callable[[float], Any]) -> None:
        """Look for what is overdue, for ever."""
        while True:
            self.turns.begins()
            sleep(LOOK_S)
            with self._supervisor.isolated("looking for overdue connections"):
                self.cut_overdue(time.monotonic())

    def say_full(self, most: int | None) -> None:
        """Tell whoever reads the log, once, that nobody else can connect now."""
        now_s = time.monotonic()
        if now_s - self._full_said_s < FULL_SAID_S:
            return
        self._full_said_s = now_s
        log.warning(
            "This machine gives this process no more connections%s. Whoever is connected is served "
            "on, and others come in when somebody leaves. See “ulimit -n”.",
            "" if most is None else f" than {most}",
        )

    def count(self) -> dict[Phase, int]:
        """How many connections are in each phase."""
        return {phase: len(lines) for phase, lines in self._lines.items()}

    def _enter(self, number: int, line: Line, phase: Phase) -> None:
        line.deadline_s = time.monotonic() + DEADLINES_S[phase]
        self._lines[phase][number] = line
        if phase in UNFINISHED:
            self._unfinished.setdefault(line.address, {})[number] = line

    def _left(self, number: int) -> Line | None:
        self._cut_off.discard(number)
        for lines in self._lines.values():
            line = lines.pop(number, None)
            if line is not None:
                own = self._unfinished.get(line.address)
                if own is not None and own.pop(number, None) is not None and not own:
                    del self._unfinished[line.address]
                return line
        return None

    def _cut_first(self, *phases: Phase) -> bool:
        with self._lock:
            number = next((number for phase in phases for number in self._lines[phase]), None)
            if number is not None:
                self._cut(number)
        return number is not None

    def _cut(self, number: int) -> None:
        line = self._left(number)
        if line is not None:
            self._cut_off.add(number)
            with contextlib.suppress(OSError):
                line.sock.shutdown(socket.SHUT_RDWR)
