"""Current problems of this installation, shown on consoles; in memory only."""

import logging
from collections.abc import Callable
from threading import Lock
from typing import Any

import msgspec

from fishbowl.host.clock import wall_ms
from fishbowl.host.supervisor import described

log = logging.getLogger(__name__)


class Condition(msgspec.Struct, frozen=True, kw_only=True):
    """A problem, by code; the console has the sentence.

    ``since_ms`` is the wall clock time at which it began.
    """

    code: str
    since_ms: int
    params: dict[str, Any] = {}


class Health:
    """Keeps the conditions of one server, and logs when each begins and ends.

    :param wall: returns the wall clock in milliseconds since 1970.
    """

    def __init__(self, wall: Callable[[], int] = wall_ms) -> None:
        self._wall = wall
        self._lock = Lock()
        self._conditions: dict[str, Condition] = {}
        self._subscribers: list[Callable[[], None]] = []

    def subscribe(self, subscriber: Callable[[], None]) -> None:
        """Call a function after every change; it must not block."""
        self._subscribers.append(subscriber)

    def conditions(self) -> tuple[Condition, ...]:
        """The current conditions, oldest first."""
        return tuple(self._conditions.values())

    @property
    def is_ready(self) -> bool:
        """Whether commands are taken: what was saved last was saved."""
        return "not_saved" not in self._conditions

    def begins(self, code: str, **params: Any) -> None:
        """Add or update a condition; an existing one keeps its start."""
        with self._lock:
            before = self._conditions.get(code)
            if before is not None and before.params == params:
                return
            since_ms = self._wall() if before is None else before.since_ms
            self._conditions[code] = Condition(code=code, since_ms=since_ms, params=params)
        log.warning("%s %s", code, params or "")
        self._tell()

    def ends(self, code: str) -> None:
        """Remove a condition, if there is one."""
        with self._lock:
            if self._conditions.pop(code, None) is None:
                return
        log.warning("%s is over", code)
        self._tell()

    def _tell(self) -> None:
        for subscriber in self._subscribers:
            try:
                subscriber()
            except Exception as error:  # a failing subscriber must not affect the caller
                log.error("a subscriber failed: %s", described(error))
