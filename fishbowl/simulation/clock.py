"""Session time in the simulation, counted from the last message of the server.

Delays are given in seconds of session time. A fast session shortens them, down to ``LEAST_S``.
"""

import asyncio
import time

from fishbowl.simulation.screen_model import ClockModel

LEAST_S = 0.04
"""The shortest delay, in real seconds."""


class SessionClock:
    """Session time, shared by all clients of the process."""

    def __init__(self) -> None:
        self.rate = 1.0
        self._now_ms = 0.0
        self._heard_s = time.monotonic()

    def hear(self, now_ms: int, rate: float) -> None:
        """Set time and rate from a message of the server."""
        self.rate = rate
        self._now_ms = now_ms
        self._heard_s = time.monotonic()

    def now_ms(self) -> float:
        """Session time now."""
        return self._now_ms + (time.monotonic() - self._heard_s) * 1000 * self.rate

    def wall_s(self, seconds: float) -> float:
        """Convert a delay from session time to real seconds; at least :data:`LEAST_S`."""
        return max(LEAST_S, seconds / self.rate)

    async def sleep(self, seconds: float) -> None:
        """Wait for a while of session time."""
        await asyncio.sleep(self.wall_s(seconds))

    async def sleep_until(self, instant_ms: float) -> None:
        """Wait until an instant of session time; at once if it has passed."""
        while (left_ms := instant_ms - self.now_ms()) > 0:
            await asyncio.sleep(left_ms / 1000 / self.rate)

    def running_ms(self, clock: ClockModel) -> float:
        """How long the session clock has run, without pauses, in milliseconds."""
        return running_ms(clock, self.now_ms())


def running_ms(clock: ClockModel, now_ms: float) -> float:
    """How long a session clock has run at an instant, in milliseconds; 0 before the start."""
    if clock.started_at_ms is None:
        return 0.0
    stops = (clock.paused_at_ms, clock.closed_at_ms)
    until = min([now_ms, *(stop for stop in stops if stop is not None)])
    return max(0.0, until - clock.started_at_ms - clock.paused_ms)
