"""Monitors saving: reports on consoles that it is slow or fails, and why."""

import logging
import sqlite3
import time
from collections.abc import Callable
from typing import Any

from fishbowl.host.clock import wall_ms
from fishbowl.log import StoreError
from fishbowl.services.health import Health
from fishbowl.services.metrics import Metrics

log = logging.getLogger(__name__)

SLOW_S = 1.0
"""Seconds from which saving a batch is reported as slow."""

EMPTY_WAL_S = 5.0
"""Seconds between attempts to empty the write-ahead log."""


class SavingWatch:
    """Reports slow saving while it lasts, and empties the write-ahead log regularly.

    :param health: is told.
    :param empty_wal: empties the write-ahead log, if nobody else holds it open.
    :param metrics: counts how long saving takes.
    :param wall: gives the wall clock in milliseconds since 1970.
    """

    def __init__(
        self,
        health: Health,
        empty_wal: Callable[[], Any],
        metrics: Metrics,
        wall: Callable[[], int] = wall_ms,
    ) -> None:
        self._health = health
        self._empty_wal = empty_wal
        self._metrics = metrics
        self._wall = wall
        self._since_s: float | None = None
        self.saved_at_ms: int | None = None
        """The wall's time of the last commit."""

    def begins(self) -> None:
        """Note that saving a batch begins."""
        self._since_s = time.monotonic()

    def ends(self) -> None:
        """Note that it is saved, or was not."""
        if self._since_s is not None:
            self._metrics.commit(time.monotonic() - self._since_s)
        self._since_s = None

    def saved(self) -> None:
        """Note that a batch is durable."""
        self.saved_at_ms = self._wall()
        self._health.ends("not_saved")

    def failed(self, error: Exception, commands: int) -> None:
        """Log that a batch was not saved; only the first of consecutive failures is logged."""
        if "not_saved" not in {condition.code for condition in self._health.conditions()}:
            log.error("a batch of %d commands was not saved", commands, exc_info=error)

    def run(self, is_stopping: Callable[[], bool], begin_turn: Callable[[], None]) -> None:
        """Check regularly until the writer stops.

        :param begin_turn: is called before every check.
        """
        looked_s = time.monotonic()
        while not is_stopping():
            begin_turn()
            time.sleep(SLOW_S / 2)
            now_s = time.monotonic()
            since_s = self._since_s
            if since_s is not None and now_s - since_s > SLOW_S:
                self._health.begins("saving_slow")
            elif since_s is None:
                self._health.ends("saving_slow")
            if now_s - looked_s > EMPTY_WAL_S and since_s is None:
                looked_s = now_s
                self._empty_wal_again()

    def _empty_wal_again(self) -> None:
        try:
            self._empty_wal()
        except (sqlite3.Error, StoreError) as error:
            log.warning("the write-ahead log could not be emptied: %s", error)


def reason(error: Exception) -> str:
    """A code for the reason of a failed save, without any content."""
    code = getattr(error, "sqlite_errorcode", 0) or 0
    known = {
        sqlite3.SQLITE_FULL: "disk_full",
        sqlite3.SQLITE_BUSY: "locked",
        sqlite3.SQLITE_READONLY: "readonly",
        sqlite3.SQLITE_IOERR: "disk_error",
        sqlite3.SQLITE_CORRUPT: "damaged",
    }
    return known.get(code & 0xFF, "file_gone" if isinstance(error, StoreError) else "unknown")
