"""Keeps the loops that serve many rooms and connections going.

A loop handles each room or connection inside :meth:`Supervisor.isolated`, so that a failure stays
where it happened. A loop that dies all the same is restarted. A loop that hangs is not: it says by
its :class:`Turns` how long one turn may take, and is named by :meth:`Supervisor.hung` after that.

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


class Turns:
    """The turns of one loop, which show whether it goes on.

    :param name: of the loop, for the log and ``/healthz``.
    :param max_s: a turn that takes longer than this many seconds hangs.
    :param now_s: a clock that never goes back.
    """

    def __init__(self, name: str, max_s: float, now_s: Callable[[], float]) -> None:
        self.name = name
        self._max_s = max_s
        self._now_s = now_s
        self._since_s: float | None = None

    def begins(self) -> None:
        """A turn begins here, and the one before is over."""
        self._since_s = self._now_s()

    def ends(self) -> None:
        """The loop is in no turn until the next one begins."""
        self._since_s = None

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Wait in here for something to do, however long; a turn begins after it."""
        self.ends()
        try:
            yield
        finally:
            self.begins()

    def hangs(self) -> bool:
        """Whether the turn that goes on has taken too long."""
        since_s = self._since_s
        return since_s is not None and self._now_s() - since_s > self._max_s


class Supervisor:
    """Isolates failures, counts them, restarts loops, and tells which of them hang.

    :param sleep: waits for so many seconds.
    :param now_s: a clock that never goes back.
    """

    def __init__(
        self,
        sleep: Callable[[float], Any] = time.sleep,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._sleep = sleep
        self._now_s = now_s
        self._loops: list[Turns] = []
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

    def turns(self, name: str, max_s: float) -> Turns:
        """Make the turns of a loop that this supervisor is to run.

        :param max_s: how many seconds one turn may take.
        """
        turns = Turns(name, max_s, self._now_s)
        self._loops.append(turns)
        return turns

    def loops(self) -> dict[str, bool]:
        """Whether each loop hangs, by its name: its turn has taken longer than it may."""
        found: dict[str, bool] = {}
        for turns in list(self._loops):
            found[turns.name] = found.get(turns.name, False) or turns.hangs()
        return found

    def hung(self) -> tuple[str, ...]:
        """The names of the loops that hang."""
        return tuple(name for name, hangs in self.loops().items() if hangs)

    def run(
        self, turns: Turns, loop: Callable[[], None], sleep: Callable[[float], Any] | None = None
    ) -> None:
        """Run a loop until it returns; whenever it raises an exception, restart it.

        :param turns: of the loop, made by :meth:`turns`.
        :param sleep: waits before a restart, where that wait can be cut short.
        """
        wait_s = RESTART_FIRST_S
        while True:
            began_s = self._now_s()
            turns.begins()
            try:
                return loop()
            except Exception as error:
                self.failed(f"loop “{turns.name}”", error)
                with self._lock:
                    self.restarts += 1
            finally:
                turns.ends()
            if self._now_s() - began_s > STEADY_S:
                wait_s = RESTART_FIRST_S
            (sleep or self._sleep)(wait_s)
            wait_s = min(2 * wait_s, RESTART_MAX_S)

    def supervised(self, turns: Turns, loop: Callable[[], None]) -> Callable[[], None]:
        """Make a task of a loop: what :meth:`run` does, to be started later."""
        return lambda: self.run(turns, loop)


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
