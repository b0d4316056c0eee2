"""Session time. The only place that reads the clocks of the machine for it.

Session time starts with the wall clock and then runs on a steady one, which nobody sets: a wall
clock that is set forward, back, or by a time server never closes a session or lets a call wait for
ever. What the machine sleeps counts, because the room goes on meanwhile.
"""

import sys
import time
from collections.abc import Callable
from typing import Protocol

from fishbowl.domain.kernel.ids import Millis


class Clock(Protocol):
    """Tells session time, which runs ``rate`` times as fast as the wall's."""

    @property
    def rate(self) -> float:
        """How many session seconds pass in one of the wall's."""
        ...

    def now_ms(self) -> Millis:
        """Session time now, in milliseconds since 1970, UTC."""
        ...


def wall_ms() -> int:
    """What the wall clock of this machine says, in milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000


def steady_ms() -> int:
    """Milliseconds since some instant, sleep included; no setting of clocks changes it."""
    return _read(_STEADY)


def awake_ms() -> int:
    """The same without the time for which the machine slept, where the system tells that."""
    return _read(_AWAKE)


class SystemClock:
    """Session time is the time of this machine, kept from jumping.

    :param wall: gives the wall clock in milliseconds since 1970.
    :param steady: gives the steady clock in milliseconds.
    """

    rate = 1.0

    def __init__(
        self, wall: Callable[[], int] = wall_ms, steady: Callable[[], int] = steady_ms
    ) -> None:
        self._wall, self._steady = wall, steady
        self._began_ms = wall() - steady()

    def now_ms(self) -> Millis:
        """Session time now."""
        return Millis(self._began_ms + self._steady())

    def wall_is_ahead_ms(self) -> int:
        """By how much the wall clock has been set forward since (or back, below 0)."""
        return self._wall() - self.now_ms()

    def follow_the_wall(self) -> None:
        """Take the time of the wall clock again; where a session runs, that would be a jump."""
        self._began_ms = self._wall() - self._steady()


class FastClock:
    """Session time for rehearsals: starts in the past and runs faster than the wall's.

    Once it has caught up with the wall's time it stays with it: nothing is ever later than now.

    :param start_ms: session time at the moment of making the clock.
    :param rate: how many session seconds pass in one second, at least 1.
    """

    def __init__(self, start_ms: Millis, rate: float) -> None:
        self._start_ms = start_ms
        self._rate = rate
        self._made_s = time.monotonic()
        self._wall = SystemClock()

    @property
    def rate(self) -> float:
        """The rate as long as there is something to catch up with, then 1."""
        return self._rate if self._fast_ms() < self._wall.now_ms() else self._wall.rate

    def now_ms(self) -> Millis:
        """Session time now."""
        return min(self._fast_ms(), self._wall.now_ms())

    def _fast_ms(self) -> Millis:
        passed_s = time.monotonic() - self._made_s
        return Millis(self._start_ms + int(passed_s * self._rate * 1000))


def _read(clock: int | None) -> int:
    if clock is None:
        return time.monotonic_ns() // 1_000_000
    return time.clock_gettime_ns(clock) // 1_000_000


def _clocks() -> tuple[int | None, int | None]:
    """The system's clocks that count sleep, and that do not; ``None`` for Python's own."""
    if sys.platform == "linux":
        return time.CLOCK_BOOTTIME, time.CLOCK_MONOTONIC
    if sys.platform == "darwin":
        return time.CLOCK_MONOTONIC, time.CLOCK_UPTIME_RAW
    return None, None


_STEADY, _AWAKE = _clocks()
