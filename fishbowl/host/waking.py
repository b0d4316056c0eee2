"""A loop that pauses between its turns until there is news for it, or it is to end."""

import math
import time
from collections.abc import Callable
from threading import Condition, Event

from fishbowl.host.supervisor import Supervisor, Turns


class WakingLoop:
    """Takes turns, and pauses in between; other tasks wake it and end it.

    :param turns: of the loop; it is in none while it pauses.
    """

    def __init__(self, turns: Turns) -> None:
        self.turns = turns
        self._changed, self._ended = Condition(), Event()
        self._has_news = self._is_ending = False
        self._soon_s = math.inf

    @property
    def is_ending(self) -> bool:
        """Whether it takes no more turns."""
        return self._is_ending

    def run(self, turn: Callable[[], None]) -> None:
        """Take turns until it is to end; each pauses by itself.

        :param turn: what it does. News that come while it does it end its next pause at once.
        """
        while not self._is_ending:
            self.turns.begins()
            self._has_news = False
            turn()

    def run_supervised(self, supervisor: Supervisor, turn: Callable[[], None]) -> None:
        """The same; where a turn fails, the loop is restarted."""
        try:
            supervisor.run(self.turns, lambda: self.run(turn), self.pause_unheeding)
        finally:
            self._ended.set()

    def wake(self) -> None:
        """End its pause: there is news."""
        with self._changed:
            self._has_news = True
            self._changed.notify_all()

    def wake_in(self, seconds: float) -> None:
        """End its pause so many seconds from now, if nothing ends it before."""
        with self._changed:
            self._soon_s = time.monotonic() + seconds
            self._changed.notify_all()

    def end(self) -> None:
        """Let it take no more turns after this one; does not wait for it."""
        with self._changed:
            self._is_ending = True
            self._changed.notify_all()

    def wait_ended(self, seconds: float) -> None:
        """Wait so long at most until it has taken its last turn, if it was run supervised."""
        self._ended.wait(seconds)

    def pause(self, seconds: float) -> None:
        """Pause for so many seconds, unless it is woken or is to end."""
        end_s = time.monotonic() + seconds
        with self._changed, self.turns.waiting():
            while not (self._is_ending or self._has_news):
                left_s = min(end_s, self._soon_s) - time.monotonic()
                if left_s <= 0:
                    break
                self._changed.wait(left_s)
            self._soon_s = math.inf

    def pause_unheeding(self, seconds: float) -> None:
        """Pause for so many seconds, unless it is to end; news wait."""
        with self._changed, self.turns.waiting():
            self._changed.wait_for(lambda: self._is_ending, seconds)
