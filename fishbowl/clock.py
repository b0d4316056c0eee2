"""Session time. The only place that reads the clock for it."""

import time
from typing import Protocol

from fishbowl.domain.ids import Millis


class Clock(Protocol):
    """Tells session time, which runs ``rate`` times as fast as the wall's."""

    rate: float

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
    """Session time for rehearsals: starts at an instant and runs faster than the wall's.

    :param start_ms: session time at the moment of making the clock.
    :param rate: how many session seconds pass in one second.
    """

    def __init__(self, start_ms: Millis, rate: float) -> None:
        self.rate = rate
        self._start_ms = start_ms
        self._made_s = time.monotonic()

    def now_ms(self) -> Millis:
        """Session time now."""
        passed_s = time.monotonic() - self._made_s
        return Millis(self._start_ms + int(passed_s * self.rate * 1000))


def wall_seconds_until(clock: Clock, instant_ms: Millis) -> float:
    """How many seconds of the wall's time are left until an instant of session time."""
    return max(0.0, (instant_ms - clock.now_ms()) / 1000 / clock.rate)
