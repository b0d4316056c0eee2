"""Session time. Only this module reads the machine's clocks for it.

Session time is taken from the wall clock once and then advances with the monotonic clock. So
setting the wall clock never closes a session or extends a call. Time in which the machine is
suspended counts, since the room goes on.
"""

import sys
import time
from collections.abc import Callable
from typing import Protocol

from fishbowl.domain.kernel.ids import Millis


class Clock(Protocol):
    """Provides session time, which runs ``rate`` times as fast as real time."""

    @property
    def rate(self) -> float:
        """Session seconds for each real second."""
        ...

    def now_ms(self) -> Millis:
        """Session time now, in milliseconds since 1970, UTC."""
        ...


def wall_ms() -> int:
    """The wall clock of this machine, in milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000


def steady_ms() -> int:
    """A monotonic clock in milliseconds that counts suspend; setting clocks does not change it."""
    return _read(_STEADY)


def awake_ms() -> int:
    """The same without suspend, on systems that tell the two apart."""
    return _read(_AWAKE)


class SystemClock:
    """Session time at the rate of real time, without jumps.

    :param wall: returns the wall clock in milliseconds since 1970.
    :param steady: returns the monotonic clock in milliseconds.
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
        """By how much the wall clock was set forward since then; negative if back."""
        return self._wall() - self.now_ms()

    def set_from_wall_clock(self) -> None:
        """Set session time from the wall clock again, which is a jump if a session is running."""
        self._began_ms = self._wall() - self._steady()


class FastClock:
    """Session time for demos: starts in the past and runs faster than real time.

    When it reaches the wall clock it continues at rate 1, so no entry is in the future.

    :param start_ms: session time when the clock is created.
    :param rate: session seconds for each real second, at least 1.
    :param wall: the clock that it never goes ahead of.
    """

    def __init__(self, start_ms: Millis, rate: float, wall: SystemClock | None = None) -> None:
        self._start_ms = start_ms
        self._rate = rate
        self._made_s = time.monotonic()
        self._wall = SystemClock() if wall is None else wall

    @property
    def rate(self) -> float:
        """The rate until session time has reached the wall clock, then 1."""
        return self._rate if self._fast_ms() < self._wall.now_ms() else self._wall.rate

    def now_ms(self) -> Millis:
        """Session time now."""
        return min(self._fast_ms(), self._wall.now_ms())

    def skip_to(self, instant_ms: Millis) -> None:
        """Continue at a later instant, such as the next morning; at the wall clock at most."""
        self._start_ms = Millis(self._start_ms + max(0, instant_ms - self.now_ms()))

    def _fast_ms(self) -> Millis:
        passed_s = time.monotonic() - self._made_s
        return Millis(self._start_ms + int(passed_s * self._rate * 1000))


def _read(clock: int | None) -> int:
    if clock is None:
        return time.monotonic_ns() // 1_000_000
    return time.clock_gettime_ns(clock) // 1_000_000


def _clocks() -> tuple[int | None, int | None]:
    """The system's monotonic clocks with and without suspend; ``None`` for Python's own."""
    if sys.platform == "linux":
        return time.CLOCK_BOOTTIME, time.CLOCK_MONOTONIC
    if sys.platform == "darwin":
        return time.CLOCK_MONOTONIC, time.CLOCK_UPTIME_RAW
    return None, None


_STEADY, _AWAKE = _clocks()
