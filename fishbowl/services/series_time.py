"""What time does in series: a supervised loop that looks once a minute.

Questions end, members of the rota are asked, followers are told, first names are forgotten, and
occasions become sessions. What was due while the machine was off is done at the next start. The
letters that ask and tell commit with the entries (see :mod:`fishbowl.services.series_letters`).
"""

import logging
import time
from collections.abc import Callable

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.rules.due import due, to_open
from fishbowl.host.looking import RegularLooks
from fishbowl.host.supervisor import Supervisor
from fishbowl.services.batch import NOT_SAVED, Outcome
from fishbowl.services.series import AllSeries
from fishbowl.services.series_sessions import SeriesSessions

log = logging.getLogger(__name__)

LOOK_S = 60.0
"""Seconds of session time between two looks."""
ROUNDS_MAX = 100
"""What is done makes other things due: a question that ends lets the next one be asked."""


class SeriesTime(RegularLooks):
    """Does what is due in every series; one that fails stops no other.

    :param series: the writer of series.
    :param sessions: makes the sessions of occasions.
    :param sleep: lets other tasks run.
    :param mend: is called before each look: no series knows more members than the community.
    """

    def __init__(
        self,
        series: AllSeries,
        sessions: SeriesSessions,
        supervisor: Supervisor,
        sleep: Callable[[float], object] = time.sleep,
        *,
        mend: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(
            supervisor,
            "series time",
            "acting on what is due in series",
            every_s=LOOK_S,
            rate=lambda: series.time.rate,
        )
        self._series, self._sessions = series, sessions
        self._mend, self._sleep = mend, sleep

    def look(self) -> None:
        """Do everything that is due; if the file refuses, the rest is done at the next look.

        :raises Unavailable: no log can be read at this moment.
        """
        with self._supervisor.isolated("forgetting in series who is a member no more"):
            self._mend()
        for series in list(self._series.all()):
            self.turns.begins()
            with self._supervisor.isolated("acting on what is due in a series"):
                if not (self._act(series.id) and self._open(series.id)):
                    return

    def _act(self, id: SeriesId) -> bool:
        """Send what is due until nothing is; whether it could be saved."""
        refused: set[str] = set()
        for _ in range(ROUNDS_MAX):
            series = self._series.state(id)
            if series is None:
                return True
            now_ms = self._series.time.now_ms(id)
            todo = [one for one in due(series, now_ms) if one[0] not in refused]
            if not todo:
                return True
            command_id, command = todo[0]
            outcome = self._series.ask(id, command, role=Role.TIME, command_id=command_id)
            if outcome == NOT_SAVED:
                return False
            if not outcome.ok:
                self._tell(type(command).__name__, outcome)
                refused.add(command_id)
            self._sleep(0)  # a room's commands go in between
        return True

    def _open(self, id: SeriesId) -> bool:
        """Let occasions become sessions whose hour has come; whether it could be saved."""
        series = self._series.state(id)
        if series is None:
            return True
        now_ms = self._series.time.now_ms(id)
        made = [self._sessions.complete(series, one)
                for one in self._sessions.missing(series, now_ms)]  # fmt: skip
        made += [self._sessions.make(id, one.id, role=Role.TIME) for one in to_open(series, now_ms)]
        for outcome in made:
            if not outcome.ok and outcome != NOT_SAVED:
                self._tell("a session of an occasion", outcome)
        return NOT_SAVED not in made

    @staticmethod
    def _tell(what: str, outcome: Outcome) -> None:
        log.warning("%s: %s", what, outcome.code)
