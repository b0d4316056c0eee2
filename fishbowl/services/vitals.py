"""How the server itself is: connections, lag, the last write, the disk and the clock.

A task of its own measures it. The numbers are there for whoever asks; what a facilitator has to
know begins and ends a condition of :class:`~fishbowl.services.health.Health`.
"""

import time
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

import msgspec

from fishbowl.host.supervisor import Supervisor
from fishbowl.services.health import Health

LOOK_S = 0.5
"""How often the lag is measured."""
LOOKS = 4
"""After so many of them it is seen whether conditions begin or end."""
TURN_MAX_S = 60.0
"""To measure and look takes less, or the loop hangs."""
REMEMBERED = 20
"""Over so many looks the worst lag is told."""
LAGGING_MS = 1_000
"""A lag that people notice: their taps are answered so much later."""
DISK_LOW_BYTES, DISK_FINE_BYTES = 500_000_000, 700_000_000
"""Below the first, consoles are told; above the second, it is over."""
MEGABYTE = 1_000_000


class Vitals(msgspec.Struct, frozen=True, kw_only=True):
    """How the server is at a moment.

    :param connections: live connections of all sessions.
    :param lag_ms: by how much it came late to something at worst in the last ten seconds.
    :param saved_at_ms: the wall's time of the last commit; ``None`` if there was none yet.
    :param free_mb: free space on the disk; ``None`` where the system does not say.
    :param clock_ahead_s: by how much the computer's clock was set while a session runs.
    """

    connections: int
    lag_ms: int
    saved_at_ms: int | None
    free_mb: int | None
    clock_ahead_s: int


class Sources(NamedTuple):
    """Where the numbers come from.

    :param connections: how many live connections there are.
    :param saved_at_ms: the wall's time of the last commit; ``None`` if there was none yet.
    :param free_bytes: free space beside the database; ``None`` where the system does not say.
    :param clock_ahead_ms: by how much the wall clock was set since the start.
    """

    connections: Callable[[], int]
    saved_at_ms: Callable[[], int | None]
    free_bytes: Callable[[], int | None]
    clock_ahead_ms: Callable[[], int]


class VitalsWatch:
    """Measures, and begins and ends conditions.

    :param health: is told when the server lags or the disk is nearly full.
    :param sleep: sleeps for so many seconds while other tasks run.
    """

    def __init__(
        self,
        health: Health,
        sources: Sources,
        sleep: Callable[[float], object] = time.sleep,
        now_s: Callable[[], float] = time.monotonic,
        supervisor: Supervisor | None = None,
    ) -> None:
        self._health = health
        self._sources = sources
        self._sleep = sleep
        self._now_s = now_s
        self._supervisor = supervisor or Supervisor()
        self.turns = self._supervisor.turns("watch the server", TURN_MAX_S)
        self._lags_ms: deque[float] = deque(maxlen=REMEMBERED)

    @property
    def lag_ms(self) -> float:
        """By how much the server came late to something at worst in the last ten seconds."""
        return max(self._lags_ms, default=0.0)

    def run(self) -> None:
        """Measure for ever."""
        while True:
            self.turns.begins()
            for _ in range(LOOKS):
                self.measure()
            with self._supervisor.isolated("looking at the server itself"):
                self.look()

    def measure(self) -> None:
        """Sleep once, and note by how much it took longer than it should."""
        began_s = self._now_s()
        self._sleep(LOOK_S)
        self._lags_ms.append(max(0.0, self._now_s() - began_s - LOOK_S) * 1000)

    def now(self) -> Vitals:
        """Everything as it is now."""
        free = self._sources.free_bytes()
        return Vitals(
            connections=self._sources.connections(),
            lag_ms=round(self.lag_ms),
            saved_at_ms=self._sources.saved_at_ms(),
            free_mb=None if free is None else free // MEGABYTE,
            clock_ahead_s=round(self._sources.clock_ahead_ms() / 1000),
        )

    def look(self) -> None:
        """Let conditions begin and end."""
        self._look_at_lag()
        self._look_at_disk(self._sources.free_bytes())

    def _look_at_lag(self) -> None:
        """Late all the time, not once: the best of the remembered looks is late as well."""
        is_full = len(self._lags_ms) == REMEMBERED
        if is_full and min(self._lags_ms) >= LAGGING_MS:
            self._health.begins("lagging")
        elif self.lag_ms < LAGGING_MS:
            self._health.ends("lagging")

    def _look_at_disk(self, free: int | None) -> None:
        if free is None:
            return
        if free < DISK_LOW_BYTES:
            self._health.begins("disk_low", free_mb=free // MEGABYTE // 100 * 100)
        elif free > DISK_FINE_BYTES:
            self._health.ends("disk_low")
