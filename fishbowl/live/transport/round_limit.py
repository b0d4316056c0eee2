"""Limits how many messages of the crowd are handled in one round of the hub.

A hub serves whatever is readable, one after the other, before it looks again. If two hundred
connections have sent something, whoever presses a key on the console waits for all of them. With
the limit, a round handles a few, then looks again, and the console is read in each round. While a
command of a console is worked on, which takes several rounds, the crowd waits for a moment. Where
no console has sent anything lately nobody is limited: a join storm before the start loses nothing.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

AT_ONCE = 8
"""Requests, messages and new connections of the crowd in one round: some milliseconds of work."""
ACTIVE_S = 5.0
"""After a command of a console the crowd is limited for so long."""
HELD_MAX_S = 0.01
"""The crowd waits so long for commands of consoles, then it has a round, whatever they do."""
LOOK_S = 0.001
TURN_S = 0.002
"""Long work goes on for so long before other tasks have a turn."""


class RoundLimit:
    """Who may be handled in this round, and who waits in line for the next ones.

    :param spawn: starts a task beside.
    :param sleep: lets others have a turn for so many seconds.
    :param now_s: tells monotonic seconds.
    """

    def __init__(
        self,
        spawn: Callable[[Callable[[], None]], Any],
        sleep: Callable[[float], Any],
        now_s: Callable[[], float] = time.monotonic,
        at_once: int = AT_ONCE,
    ) -> None:
        self._spawn = spawn
        self._sleep = sleep
        self._now_s = now_s
        self._at_once = self._left = at_once
        self._ahead = 0
        self._active_until_s = self._breathed_s = float("-inf")
        self._lock = Lock()  # consoles are threads of their own in one of the async modes
        self._line: deque[Any] = deque()
        self._is_counting = False

    def begin(self) -> None:
        """Wait for a round that has room; first come, first served."""
        if not self._line and not self._ahead and self._now_s() > self._active_until_s:
            return
        if self._left and not self._line and not self._ahead:
            self._left -= 1
            self._count()
            return
        called = Lock()  # an Event has three locks, and one is made for every message that waits
        called.acquire()
        self._line.append(called)
        self._count()
        called.acquire()

    def waiting(self) -> int:
        """How many of the crowd stand in line."""
        return len(self._line)

    @contextmanager
    def ahead(self) -> Iterator[None]:
        """Hold the crowd back while a command of a console is worked on."""
        with self._lock:
            self._ahead += 1
        try:
            yield
        finally:
            with self._lock:
                self._ahead -= 1
                self._active_until_s = self._now_s() + ACTIVE_S

    def breathe(self) -> None:
        """Let others have a turn in the middle of long work; commands of consoles go first."""
        self._sleep(0)
        self._breathed_s = self._now_s()
        held_until_s = self._breathed_s + HELD_MAX_S
        while self._ahead and self._breathed_s < held_until_s:
            self._sleep(LOOK_S)
            self._breathed_s = self._now_s()

    def breathe_if_due(self) -> None:
        """Let others have a turn if they had none for a while, or a console's command is handled.

        A turn costs as much as several writes, so it is not given before each piece of work.
        """
        if self._ahead or self._now_s() - self._breathed_s >= TURN_S:
            self.breathe()

    def _count(self) -> None:
        if not self._is_counting:
            self._is_counting = True
            self._spawn(self._rounds)

    def _rounds(self) -> None:
        """Begin rounds until nobody waits any more."""
        try:
            while True:
                self.breathe()
                self._left = self._at_once
                if not self._line:
                    return
                while self._left and self._line:
                    self._left -= 1
                    self._line.popleft().release()
        finally:
            self._is_counting = False
