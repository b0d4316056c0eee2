"""Monitors saving: reports on consoles that it is slow or fails, and why."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

from fishbowl.host.clock import wall_ms
from fishbowl.log import StoreError
from fishbowl.log.errors import Reason
from fishbowl.services.health import Health
from fishbowl.services.metrics import Metrics

log = logging.getLogger(__name__)

SLOW_S = 1.0
"""Seconds from which saving a batch is reported as slow."""

TIDY_S = 1.0
"""Seconds between calls of ``Log.tidy``, which also notices what others have written."""


class SavingWatch:
    """Reports slow saving while it lasts, and has the log tidy up regularly.

    :param health: is told.
    :param tidy: does a little of what nobody waits for: see ``Log.tidy``.
    :param metrics: counts how long saving takes.
    :param wall: gives the wall clock in milliseconds since 1970.
    """

    def __init__(
        self,
        health: Health,
        tidy: Callable[[], Any],
        metrics: Metrics,
        wall: Callable[[], int] = wall_ms,
    ) -> None:
        self._health = health
        self._tidy = tidy
        self._metrics = metrics
        self._wall = wall
        self._saves: dict[object, float] = {}
        self.saved_at_ms: int | None = None
        """The wall's time of the last commit."""

    @contextmanager
    def measured(self) -> Iterator[None]:
        """Measure how long saving a batch takes; several writers may save at a time."""
        save, began_s = object(), time.monotonic()
        self._saves[save] = began_s
        try:
            yield
        finally:
            del self._saves[save]
            self._metrics.commit(time.monotonic() - began_s)

    def saved(self) -> None:
        """Note that a batch is durable."""
        self.saved_at_ms = self._wall()
        self._health.ends("not_saved")

    def failed(self, error: Exception, commands: int) -> None:
        """Log that a batch was not saved; only the first of consecutive failures is logged."""
        if "not_saved" not in {condition.code for condition in self._health.conditions()}:
            log.error("a batch of %d commands was not saved", commands, exc_info=error)

    def run(self, stopping: Event, begin_turn: Callable[[], None]) -> None:
        """Check regularly until the writers stop.

        :param stopping: is set when they stop. The log is in use until this function returns.
        :param begin_turn: is called before every check.
        """
        looked_s = time.monotonic()
        begin_turn()
        while not stopping.wait(SLOW_S / 2):
            begin_turn()
            now_s = time.monotonic()
            since_s = min(list(self._saves.values()), default=None)
            if since_s is not None and now_s - since_s > SLOW_S:
                self._health.begins("saving_slow")
            elif since_s is None:
                self._health.ends("saving_slow")
            if now_s - looked_s > TIDY_S and since_s is None:
                looked_s = now_s
                self._tidied()

    def _tidied(self) -> None:
        try:
            self._tidy()
        except StoreError as error:
            log.warning("the database could not be tidied: %s", error)


def reason(error: Exception) -> Reason:
    """A code for the reason of a failed save, without any content."""
    return error.reason if isinstance(error, StoreError) else "unknown"
