"""Notices that the wall clock was set, and that the machine has slept, and says so."""

import time
from collections.abc import Callable

from fishbowl.domain.session.clock import clock_state
from fishbowl.host.clock import SystemClock, awake_ms, steady_ms, wall_ms
from fishbowl.host.supervisor import Supervisor
from fishbowl.services.writer import Service

LOOK_S = 5.0
"""How often the clocks are compared."""
TURN_MAX_S = 60.0
"""To wait and compare takes less, or the loop hangs."""
STEP_MS = 2_000
"""From here on a difference is a step that people notice; smaller ones are followed silently."""


class ClockWatch:
    """Compares the clocks of this machine.

    Session time does not follow a step of the wall clock while a session runs: the talk goes on.
    When no session runs it takes the wall's time again.

    :param clock: the machine's session time.
    :param service: whose sessions run on it.
    :param woken: called after the machine has slept.
    :param asleep: gives how long the machine has slept since some instant, in milliseconds.
    """

    def __init__(
        self,
        clock: SystemClock,
        service: Service,
        woken: Callable[[], None],
        asleep: Callable[[], int] = lambda: steady_ms() - awake_ms(),
        supervisor: Supervisor | None = None,
    ) -> None:
        self._supervisor = supervisor or Supervisor()
        self.turns = self._supervisor.turns("watch the clocks", TURN_MAX_S)
        self._clock = clock
        self._service = service
        self._woken = woken
        self._asleep = asleep
        self._slept_ms = asleep()

    def run(self) -> None:
        """Look for ever."""
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
        self._clock.follow_the_wall()
        self._service.time.begin_again(self._service.in_memory())
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
