"""Session time as a face counts it: from what the server announced last.

People's delays are given in seconds of session time. However fast a session runs, nobody reacts
faster than a hand can.
"""

import asyncio
import time

from fishbowl.simulation.screen_model import ClockSeen

LEAST_S = 0.04
"""No delay is shorter, in seconds of the wall's time."""


class SessionClock:
    """One idea of session time for everybody in the process."""

    def __init__(self) -> None:
        self.rate = 1.0
        self._now_ms = 0.0
        self._heard_s = time.monotonic()

    def hear(self, now_ms: int, rate: float) -> None:
        """Take over what a message says."""
        self.rate = rate
        self._now_ms = now_ms
        self._heard_s = time.monotonic()

    def now_ms(self) -> float:
        """Session time now."""
        return self._now_ms + (time.monotonic() - self._heard_s) * 1000 * self.rate

    def wall_s(self, seconds: float) -> float:
        """How long a delay of session time is on the wall, for human hands."""
        return max(LEAST_S, seconds / self.rate)

    async def sleep(self, seconds: float) -> None:
        """Wait for a while of session time."""
        await asyncio.sleep(self.wall_s(seconds))

    async def sleep_until(self, instant_ms: float) -> None:
        """Wait until an instant of session time; at once if it has passed."""
        while (left_ms := instant_ms - self.now_ms()) > 0:
            await asyncio.sleep(left_ms / 1000 / self.rate)

    def running_ms(self, clock: ClockSeen) -> float:
        """How long the session's own clock has run, pauses not counted."""
        return running_ms(clock, self.now_ms())


def running_ms(clock: ClockSeen, now_ms: float) -> float:
    """How long a session's clock has run at an instant; 0 before it was started."""
    if clock.started_at_ms is None:
        return 0.0
    stops = (clock.paused_at_ms, clock.closed_at_ms)
    until = min([now_ms, *(stop for stop in stops if stop is not None)])
    return max(0.0, until - clock.started_at_ms - clock.paused_ms)
