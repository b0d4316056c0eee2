"""How saving goes: whether it is slow or fails, and why, as consoles are told."""

import logging
import time
from collections.abc import Callable
from typing import Any

from fishbowl.log import StoreError
from fishbowl.log.errors import Reason
from fishbowl.services.health import Health

log = logging.getLogger(__name__)

SLOW_S = 1.0
"""A batch that takes longer to save than this is said on the console."""

TIDY_S = 1.0
"""How often the log is asked to tidy up, and to notice what others have written."""


class SavingWatch:
    """Says that saving is slow while it is, and has the log tidy up in between.

    :param health: is told.
    :param tidy: does a little of what nobody waits for: see ``Log.tidy``.
    """

    def __init__(self, health: Health, tidy: Callable[[], Any]) -> None:
        self._health = health
        self._tidy = tidy
        self._since_s: float | None = None

    def begins(self) -> None:
        """Note that a batch is being saved from now on."""
        self._since_s = time.monotonic()

    def ends(self) -> None:
        """Note that it is saved, or was not."""
        self._since_s = None

    def failed(self, error: Exception, commands: int) -> None:
        """Note that a batch was not saved; told once, not for every batch that meets the same."""
        if "not_saved" not in {condition.code for condition in self._health.conditions()}:
            log.error("a batch of %d commands was not saved", commands, exc_info=error)

    def run(self, is_stopping: Callable[[], bool]) -> None:
        """Look until the writer stops."""
        looked_s = time.monotonic()
        while not is_stopping():
            time.sleep(SLOW_S / 2)
            now_s = time.monotonic()
            since_s = self._since_s
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
    """A short code for why saving failed; never what was to be saved."""
    return error.reason if isinstance(error, StoreError) else "unknown"
