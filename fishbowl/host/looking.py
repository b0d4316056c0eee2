"""A loop that looks at regular intervals, or when it is woken, for what is to be done."""

from abc import ABC, abstractmethod
from collections.abc import Callable

from fishbowl.host.supervisor import Supervisor
from fishbowl.host.waking import WakingLoop

HOUR_S = 60 * 60.0
TURN_MAX_S = 120.0
"""One thing that is to be done takes less, or the loop hangs."""


class RegularLooks(ABC):
    """Looks again and again; a look that fails is counted, and the next one comes as usual.

    :param supervisor: counts failures; whoever starts the loop runs it under the same one.
    :param name: of the loop, for the log and ``/healthz``.
    :param what: is being done in a look, for the log, without anything that names a person.
    :param every_s: seconds of session time between two looks.
    :param rate: how fast session time goes; a slow one makes no look come later.
    :param settle_s: seconds between being woken and the look: news often come together.
    :param turn_max_s: a look that begins no turn for so many seconds hangs.
    """

    def __init__(
        self,
        supervisor: Supervisor,
        name: str,
        what: str,
        *,
        every_s: float = HOUR_S,
        rate: Callable[[], float] = lambda: 1.0,
        settle_s: float = 0.0,
        turn_max_s: float = TURN_MAX_S,
    ) -> None:
        self._supervisor, self._what = supervisor, what
        self._every_s, self._rate, self._settle_s = every_s, rate, settle_s
        self.turns = supervisor.turns(name, turn_max_s)
        self._loop = WakingLoop(self.turns)

    @abstractmethod
    def look(self) -> None:
        """Do everything that is to be done; a long look begins a turn for each thing."""

    def wake(self) -> None:
        """Look at once, or when the news have settled."""
        self._loop.wake()

    def run(self) -> None:
        """Look for ever."""
        self._loop.run(self._turn)

    def _turn(self) -> None:
        with self._supervisor.isolated(self._what):
            self.look()
        self._loop.pause(self._every_s / max(1.0, self._rate()))
        if self._settle_s:
            self._loop.pause_unheeding(self._settle_s)
