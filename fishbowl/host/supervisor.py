"""Keeps the loops that serve many rooms and connections going.

A loop handles each room or connection inside :meth:`Supervisor.isolated`, so that a failure stays
where it happened. A loop that dies all the same is restarted.

A kind of failure is logged when it happens first, and again at 10, 100, 1,000 … times. The line has
the type of the exception and where it was raised. It never has the exception's message, which may
contain what people wrote.
"""

import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from traceback import extract_tb
from typing import Any

log = logging.getLogger(__name__)

RESTART_FIRST_S, RESTART_MAX_S = 0.1, 10.0
"""The wait before a restart doubles from the first to the longest."""
STEADY_S = 60.0
"""A loop that ran this long is restarted after the first wait again."""
FRAMES_MAX = 4
"""So many of the innermost stack frames are logged."""

_PACKAGE = Path(__file__).resolve().parent.parent


class Supervisor:
    """Isolates failures, counts them, and restarts loops.

    :param sleep: waits for so many seconds.
    """

    def __init__(self, sleep: Callable[[float], Any] = time.sleep) -> None:
        self._sleep = sleep
        self._lock = Lock()
        self._failures: Counter[tuple[str, str]] = Counter()
        self.restarts = 0
        """How often a loop has been restarted."""

    def failed(self, what: str, error: Exception) -> None:
        """Count a failure, and log the first of its kind.

        :param what: what was being done, without anything that names a person or a room.
        """
        kind = (what, described(error))
        with self._lock:
            self._failures[kind] += 1
            count = self._failures[kind]
        if count == 10 ** (len(str(count)) - 1):
            log.error("%s failed: %s (%d so far)", *kind, count)

    def failures(self) -> dict[str, int]:
        """How often each thing has failed, by what was being done."""
        with self._lock:
            found: Counter[str] = Counter()
            for (what, _), count in self._failures.items():
                found[what] += count
        return dict(found)

    @contextmanager
    def isolated(self, what: str) -> Iterator[None]:
        """Go on after whatever is raised in here."""
        try:
            yield
        except Exception as error:
            self.failed(what, error)

    def run(
        self, name: str, loop: Callable[[], None], sleep: Callable[[float], Any] | None = None
    ) -> None:
        """Run a loop until it returns; whenever it raises an exception, restart it.

        :param sleep: waits before a restart, where that wait can be cut short.
        """
        wait_s = RESTART_FIRST_S
        while True:
            began_s = time.monotonic()
            try:
                return loop()
            except Exception as error:
                self.failed(f"loop “{name}”", error)
                with self._lock:
                    self.restarts += 1
            if time.monotonic() - began_s > STEADY_S:
                wait_s = RESTART_FIRST_S
            (sleep or self._sleep)(wait_s)
            wait_s = min(2 * wait_s, RESTART_MAX_S)

    def supervised(self, name: str, loop: Callable[[], None]) -> Callable[[], None]:
        """Make a task of a loop: what :meth:`run` does, to be started later."""
        return lambda: self.run(name, loop)


def described(error: BaseException) -> str:
    """The type of an exception and where it was raised, innermost frame first; not its message."""
    frames = extract_tb(error.__traceback__)[-FRAMES_MAX:]
    places = [f"{_short(frame.filename)}:{frame.lineno}" for frame in reversed(frames)]
    return " < ".join([type(error).__name__, *places])


def _short(filename: str) -> str:
    """A file within this package, or the last two parts of another one."""
    path = Path(filename)
    if path.is_relative_to(_PACKAGE):
        return str(path.relative_to(_PACKAGE))
    return "/".join(path.parts[-2:])
