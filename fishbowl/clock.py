"""Session time. The only place that reads the clock for it."""

import time
from typing import Protocol

from fishbowl.domain.ids import Millis


class Clock(Protocol):
    """Tells session time, which runs ``rate`` times as fast as the wall's."""

    @property
    def rate(self) -> float:
        """How many session seconds pass in one of the wall's."""
        ...

    def now_ms(self) -> Millis:
        """Session time now, in milliseconds since 1970, UTC."""
        ...


class SystemClock:
    """Session time is the time of this machine."""

    rate = 1.0

    def now_ms(self) -> Millis:
        """Session time now."""
        return Millis(time.time_ns() // 1_000_000)


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


def wall_seconds_until(clock: Clock, instant_ms: Millis) -> float:
    """How many seconds of the wall's time are left until an instant of session time."""
    return max(0.0, (instant_ms - clock.now_ms()) / 1000 / clock.rate)
