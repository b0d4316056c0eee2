"""A site with a series, and who looks after it."""

from typing import Any

import msgspec
import pytest

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import OccasionId, SeriesId
from fishbowl.domain.series.model import About, Occasion, Recurrence
from fishbowl.domain.series.rules.occasions import upcoming
from fishbowl.domain.series.state import Series
from fishbowl.services.batch import Outcome
from tests.web.community.conftest import Circle
from tests.web.conftest import Site

LUNCH = SeriesId("lunchseries")
NOBODY = MemberId(0)
FIRST_THURSDAY = Recurrence(
    every="month", weekdays=("th",), nth=1, starts_on="2027-01-01", at="12:15", minutes=60
)
"""Over lunch, in UTC. The clock of a site stands at 15 January 2027, 8:00."""


class Table:
    """A series on a site."""

    def __init__(self, circle: Circle) -> None:
        self.circle, self.site = circle, circle.site
        self.host(c.BeginSeries(id=LUNCH, about=About(label="First Thursday lunch", slug="lunch")))
        self.host(c.SetRecurrence(recurrence=FIRST_THURSDAY))

    @property
    def series(self) -> Series:
        """The committed state."""
        found = self.site.series.state(LUNCH)
        assert found is not None
        return found

    @property
    def next(self) -> Occasion:
        """The next occasion."""
        return upcoming(self.series, self.site.series.time.now_ms(LUNCH))[0]

    def occasion(self, id: OccasionId) -> Occasion:
        """An occasion of which something is known."""
        return self.series.occasions[id]

    def host(self, command: c.Command) -> Outcome:
        """A host sends a command that is accepted."""
        return self._asks(command, Role.OWNER)

    def member(self, member: MemberId, command: c.Command) -> Outcome:
        """A member sends a command that is accepted."""
        return self._asks(command, Role.MEMBER, member)

    def time(self, command: c.Command) -> Outcome:
        """An instant has come."""
        return self._asks(command, Role.TIME)

    def describe(self, **fields: Any) -> None:
        """Change what the series is."""
        self.host(c.DescribeSeries(about=msgspec.structs.replace(self.series.about, **fields)))

    def _asks(self, command: c.Command, role: Role, member: MemberId = NOBODY) -> Outcome:
        outcome = self.site.series.ask(LUNCH, command, role=role, member=member)
        assert outcome.ok, outcome
        return outcome


@pytest.fixture
def table(site: Site) -> Table:
    return Table(Circle(site))
