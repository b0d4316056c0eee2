"""A series in the tests of its rules: commands in, events and state out, no log."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from fishbowl.domain.community.ids import MemberId, member_owner
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.kernel.streams import Asked
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.events import Entry, Event
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.model import About, Recurrence
from fishbowl.domain.series.state import Series
from fishbowl.domain.series.stream import SERIES

LUNCH = About(label="First Thursday lunch", slug="lunch", time_zone="Europe/Berlin")
FIRST_THURSDAY = Recurrence(
    every="month", weekdays=("th",), nth=1, starts_on="2026-01-01", at="12:15", minutes=60
)


def at(words: str) -> Millis:
    """The instant of a time in UTC, such as ``2026-10-01 08:00``."""
    return Millis(int(datetime.fromisoformat(words).replace(tzinfo=UTC).timestamp() * 1000))


class Desk:
    """A series that takes commands at an hour that the test sets."""

    def __init__(self, now: str = "2026-10-01 08:00", about: About = LUNCH) -> None:
        self.now_ms = at(now)
        self.log: list[Entry] = []
        self.state: Series | None = None
        self.host(c.BeginSeries(id=SeriesId("testseries"), about=about))

    @property
    def series(self) -> Series:
        """The state now."""
        assert self.state is not None
        return self.state

    def ask(self, command: c.Command, role: Role, member: int = 0) -> Sequence[Event]:
        """Decide a command and fold what it causes.

        :raises Rejected: it is refused.
        """
        key = member_owner(MemberId(member)) if member else ""
        asked = Asked(now_ms=self.now_ms, role=role, key=key, draw=0)
        events: Sequence[Any] = SERIES.decide(self.state, command, asked).events
        for part, event in enumerate(events):
            entry = Entry(
                seq=Seq(len(self.log) + 1),
                command_id=f"c{len(self.log)}",
                part=part,
                at_ms=self.now_ms,
                role=role,
                actor=member,
                event=event,
            )
            self.log.append(entry)
            self.state = SERIES.evolve(self.state, entry)
        return events

    def host(self, command: c.Command) -> Sequence[Event]:
        """A host asks."""
        return self.ask(command, Role.OWNER)

    def member(self, number: int, command: c.Command) -> Sequence[Event]:
        """A member asks."""
        return self.ask(command, Role.MEMBER, number)

    def door(self, command: c.Command) -> Sequence[Event]:
        """Somebody on a public page asks."""
        return self.ask(command, Role.DOOR)

    def time(self, command: c.Command) -> Sequence[Event]:
        """An instant has come."""
        return self.ask(command, Role.TIME)
