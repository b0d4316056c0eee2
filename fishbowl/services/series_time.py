"""What time does in series: a supervised loop that looks once a minute.

What was due while the machine was off is done at the next start. The letters that ask and tell
commit with the entries (see :mod:`fishbowl.services.series_letters`). Occasions that become
sessions are not here, since those also need a code.
"""

import logging
from collections.abc import Callable
from threading import Condition

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series.rules.due import due
from fishbowl.domain.series.state import Series
from fishbowl.host.supervisor import Supervisor
from fishbowl.services.batch import NOT_SAVED
from fishbowl.services.community import Members
from fishbowl.services.series import AllSeries
from fishbowl.services.series_members import SeriesMembers

log = logging.getLogger(__name__)

LOOK_S = 60.0
"""Seconds between two looks."""
TURN_MAX_S = 120.0
"""One series takes less, or the loop hangs."""


class SeriesTime:
    """Asks for turns, ends questions, tells followers, and forgets who is a member no more.

    :param sleep: lets other tasks run.
    """

    def __init__(
        self,
        series: AllSeries,
        members: Members,
        supervisor: Supervisor,
        sleep: Callable[[float], object],
    ) -> None:
        self._series, self._members = series, members
        self._supervisor, self._sleep = supervisor, sleep
        self._news = Condition()
        self._has_news = False
        self.of_members = SeriesMembers(series, self.wake)
        self.turns = supervisor.turns("series time", TURN_MAX_S)

    def wake(self) -> None:
        """Look at once."""
        with self._news:
            self._has_news = True
            self._news.notify_all()

    def run(self) -> None:
        """Look for ever."""
        while True:
            self.turns.begins()
            self._has_news = False
            with self._supervisor.isolated("acting on what is due in series"):
                self.look()
            with self._news, self.turns.waiting():
                self._news.wait_for(lambda: self._has_news, LOOK_S)

    def look(self) -> None:
        """Do everything that is due; what the file refuses is done at the next look.

        :raises BrokenStream: the log of the community cannot be read.
        :raises StoreError: the database refuses.
        """
        merges = self.of_members.merges()
        community = self._members.community
        for series in list(self._series.all()):
            self.turns.begins()
            with self._supervisor.isolated("acting on what is due in a series"):
                self.of_members.mend(series, community)
                self._act(self._series.state(series.id) or series)
            self._sleep(0)  # a room's commands go in between
        self.of_members.merges_done(merges)

    def _act(self, series: Series) -> None:
        for command_id, command in list(due(series, self._series.time.now_ms())):
            outcome = self._series.ask(series.id, command, role=Role.TIME, command_id=command_id)
            if outcome == NOT_SAVED:
                return
            if not outcome.ok:
                log.warning("%s: %s", type(command).__name__, outcome.code)
