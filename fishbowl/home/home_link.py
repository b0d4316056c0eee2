"""What links an installation to its home and to its laptops: for pages, and for the hand-over.

The community changes at home only. A laptop that has a home greets the members of the home, keeps
wishes for it, and takes along what is planned and what is published there.
"""

from collections.abc import Callable
from functools import partial

from fishbowl.domain.community.model import About
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series.commands import MakeSession
from fishbowl.domain.series.ids import OccasionId, SeriesId
from fishbowl.domain.series.model import About as SeriesAbout
from fishbowl.domain.session.row import SessionRow
from fishbowl.domain.session.stream import SESSION
from fishbowl.home.along import ALONG, SHARED, Along, Shared
from fishbowl.home.asking import NotKnown, Unreachable
from fishbowl.home.desk import HomeDesk
from fishbowl.home.granting import Granting
from fishbowl.home.planned import PlannedSessions
from fishbowl.home.records import Home
from fishbowl.home.taking_along import TakingAlong
from fishbowl.home.telling_along import TellingAlong
from fishbowl.home.wishing import Wishing
from fishbowl.host.clock import Clock
from fishbowl.host.supervisor import Supervisor
from fishbowl.log import Log
from fishbowl.services.community import Members
from fishbowl.services.contacts import Contacts
from fishbowl.services.series import AllSeries
from fishbowl.services.series_sessions import SeriesSessions
from fishbowl.services.tokens import Tokens
from fishbowl.services.writer import Service


class HomeLink:
    """Both sides of what laptops take along and wish.

    :param desk: knows the home and the laptops.
    :param slug_of: the name of a session's summary in its public address.
    :param clock: the session time of the machine.
    :param now_ms: the machine's time in milliseconds since 1970.
    """

    def __init__(
        self,
        desk: HomeDesk,
        *,
        members: Members,
        sessions: Service,
        series: AllSeries,
        series_sessions: SeriesSessions,
        contacts: Contacts,
        tokens: Tokens,
        slug_of: Callable[[str], str],
        clock: Clock,
        now_ms: Callable[[], int],
        supervisor: Supervisor | None = None,
    ) -> None:
        self._desk, self._supervisor = desk, supervisor or Supervisor()
        self.home: Home | None = None
        """The home; ``None`` if this installation is its own."""
        log = members.log
        self.wishing = Wishing(log, desk.keys, now_ms)
        self.taking = TakingAlong(log, desk.asking, partial(_own_codes, log), now_ms)
        self.planned = PlannedSessions(self.taking, sessions, series_sessions)
        self._series = series
        telling = TellingAlong(members, series, clock, slug_of)
        granting = Granting(members, sessions, contacts, tokens, desk.records, desk.keys, clock)
        desk.kinds.add("wish", granting.take)
        desk.answers.add(ALONG, Along, telling.along)
        desk.answers.add(SHARED, Shared, telling.shared)
        desk.on_session(self._came_in)
        desk.handing_over.add(self.wishing)
        desk.handing_over.on_connected(self._look)
        desk.records.on_home(self._note_home)
        self._note_home()
        self.wishing.on_kept(desk.handing_over.wake)
        sessions.on_deleted(self._deleted)

    @property
    def about(self) -> About | None:
        """The community at home; ``None`` where there is no home, or nothing was taken along."""
        return None if self.home is None else self.taking.about

    @property
    def home_name(self) -> str:
        """What the home is called: as it was told last, or as it was joined, or its address."""
        if self.home is None:
            return ""
        told = self.taking.about
        title = told.title if told is not None else ""
        return title or self.home.name or self.home.url.partition("://")[2]

    def series(self) -> dict[SeriesId, SeriesAbout] | None:
        """What is said of the series of the home; ``None`` where there is no home."""
        return None if self.home is None else {one.id: one.about for one in self.taking.series}

    def _note_home(self) -> None:
        """Know the home that there is now; what was taken along from another one is forgotten."""
        self.home = self._desk.home()
        if self.taking.home_mark not in ("", "" if self.home is None else self.home.mark):
            self.taking.forget()

    def _look(self) -> None:
        """Take along what is new.

        :raises Unreachable: home does not answer.
        :raises NotKnown: home does not know this laptop.
        """
        try:
            if (home := self.home) is not None:
                self.taking.look(home.mark)
        except (NotKnown, Unreachable):
            raise
        except Exception as error:  # what was handed over is there all the same
            self._supervisor.failed("taking along what is at home", error)

    def _came_in(self, row: SessionRow) -> None:
        """At home: note of which date of a series a session is that was held at a laptop."""
        if not row.series or not row.occasion or self._series.state(SeriesId(row.series)) is None:
            return
        held = MakeSession(occasion=OccasionId(row.occasion), code=row.code, was_held=True)
        with self._supervisor.isolated("noting a session in its series"):
            self._series.ask(
                SeriesId(row.series), held, role=Role.TIME, command_id=f"held-{row.code}"
            )

    def _deleted(self, code: str) -> None:
        with self._supervisor.isolated("forgetting what was wished about a session"):
            self.wishing.forget(code)


def _own_codes(log: Log) -> frozenset[str]:
    return frozenset(one.stream.key for one in log.streams(SESSION.name))
