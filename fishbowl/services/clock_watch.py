"""Detects that the wall clock was set or the machine was suspended, and reports it."""

import time
from collections.abc import Callable, Iterable

from fishbowl.domain.session.clock import clock_state
from fishbowl.host.clock import SystemClock, awake_ms, steady_ms, wall_ms
from fishbowl.host.supervisor import Supervisor
from fishbowl.services.writer import Service

LOOK_S = 5.0
"""Seconds between two comparisons."""
TURN_MAX_S = 60.0
"""To wait and compare takes less, or the loop hangs."""
STEP_MS = 2_000
"""The difference from which a step is reported; smaller ones are corrected silently."""


class ClockWatch:
    """Compares the clocks of this machine.

    While a session runs, session time does not follow a step of the wall clock. When none runs, it
    is set from the wall clock again.

    :param clock: the session time of the machine.
    :param service: provides the sessions.
    :param woken: called after the machine was suspended.
    :param others: called as well after session time was set from the wall clock.
    :param asleep: returns the total time of suspend since some instant, in milliseconds.
    """

    def __init__(
        self,
        clock: SystemClock,
        service: Service,
        woken: Callable[[], None],
        asleep: Callable[[], int] = lambda: steady_ms() - awake_ms(),
        supervisor: Supervisor | None = None,
        others: Iterable[Callable[[], None]] = (),
    ) -> None:
        self._supervisor = supervisor or Supervisor()
        self.turns = self._supervisor.turns("watch the clocks", TURN_MAX_S)
        self._clock = clock
        self._service = service
        self._woken = woken
        self._followers = (service.set_time, *others)
        self._asleep = asleep
        self._slept_ms = asleep()

    def run(self) -> None:
        """Compare the clocks in an endless loop."""
        while True:
            self.turns.begins()
            time.sleep(LOOK_S)
            with self._supervisor.isolated("comparing the clocks"):
                self.look()

    def look(self) -> None:
        """Compare the clocks once."""
        self._look_for_sleep()
        ahead_ms = self._clock.wall_is_ahead_ms()
        if abs(ahead_ms) >= STEP_MS:
            self._service.health.begins("clock_set", by_s=round(ahead_ms / 1000))
            if self._anything_runs():
                return
        elif not ahead_ms:
            return
        self._clock.set_from_wall_clock()
        for begin_again in self._followers:
            begin_again()
        self._service.health.ends("clock_set")

    def _look_for_sleep(self) -> None:
        slept_ms, before_ms = self._asleep(), self._slept_ms
        self._slept_ms = slept_ms
        if slept_ms - before_ms >= STEP_MS:
            self._service.health.begins(
                "slept", seconds=round((slept_ms - before_ms) / 1000), until_ms=wall_ms()
            )
            self._woken()

    def _anything_runs(self) -> bool:
        return any(
            clock_state(session.clock) in ("running", "paused")
            for session in self._service.in_memory()
        )
