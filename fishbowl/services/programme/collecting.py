"""Collecting the lines of a programme, whichever file they come from."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo

from fishbowl.domain.kernel.words import clean
from fishbowl.domain.series.commands import LINES_MAX, PLACE_MAX, ProgrammeLine
from fishbowl.domain.series.decide.occasions import NOTE_MAX, TITLE_MAX
from fishbowl.domain.series.model import Slot
from fishbowl.domain.series.rules.recurrence import MINUTES_MAX
from fishbowl.services.programme.model import (
    PROBLEMS_MAX,
    BadProgramme,
    Code,
    Kind,
    Problem,
    Programme,
    Unread,
)

SOURCE_MAX = 190
"""A little less than a line allows, so that a number fits behind it."""
_MINUTE = timedelta(minutes=1)
_TELLING_MAX = 80


class Collector:
    """Takes sessions one after another, each with its own faults.

    :param zone: that of the series; times without a zone are of it.
    """

    def __init__(self, kind: Kind, zone: tzinfo) -> None:
        self.zone = zone
        self._kind = kind
        self._lines: dict[str, ProgrammeLine] = {}
        self._problems: list[Problem] = []
        self._unread = 0
        self._breaks = 0

    def add(
        self,
        *,
        source: str,
        title: str,
        starts: datetime,
        minutes: int,
        room: str = "",
        people: Iterable[str] = (),
        note: str = "",
    ) -> None:
        """Take a session; what is longer than a slot holds is cut.

        :raises Unread: it has no title, or no time that a programme can have.
        :raises BadProgramme: there are more than a programme may have.
        """
        words = cut(title, TITLE_MAX)
        if not words:
            raise Unread("no_title")
        if minutes < 1:
            raise Unread("no_end")
        if minutes > MINUTES_MAX:
            raise Unread("too_long")
        slot = Slot(
            **local(starts, self.zone),
            minutes=minutes,
            title=words,
            room=cut(room, PLACE_MAX),
            people=cut(", ".join(filter(None, map(clean, people))), TITLE_MAX),
            note=cut(note, NOTE_MAX),
        )
        if len(self._lines) == LINES_MAX:
            raise BadProgramme("too_many")
        name = self._free(clean(source)[:SOURCE_MAX] or words.casefold()[:SOURCE_MAX])
        self._lines[name] = ProgrammeLine(source=name, slot=slot)

    def note(self, words: str, code: Code) -> None:
        """Note what could not be read."""
        self._unread += 1
        if len(self._problems) < PROBLEMS_MAX:
            self._problems.append(Problem(cut(words, _TELLING_MAX), code))

    def pass_over(self) -> None:
        """Count a break, or what is cancelled."""
        self._breaks += 1

    def programme(self) -> Programme:
        """What was collected.

        :raises BadProgramme: ``empty``: nothing was.
        """
        if not self._lines:
            raise BadProgramme("broken" if self._unread else "empty")
        return Programme(
            kind=self._kind,
            lines=tuple(self._lines.values()),
            problems=tuple(self._problems),
            unread=self._unread,
            breaks=self._breaks,
        )

    def _free(self, source: str) -> str:
        """The name, with a number where an earlier session has it: talks are given twice."""
        name, number = source, 1
        while name in self._lines:
            number += 1
            name = f"{source}#{number}"
        return name


def cut(words: str, most: int) -> str:
    """Clean words, and cut them where they are too long."""
    text = clean(words)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def local(starts: datetime, zone: tzinfo) -> dict[str, str]:
    """The day and the time of day at which something starts, as a slot has them.

    :raises Unread: no clock shows it.
    """
    try:
        there = starts.replace(tzinfo=zone) if starts.tzinfo is None else starts.astimezone(zone)
        there.astimezone(UTC)  # the first and the last day of the calendar have no such instant
    except (OverflowError, ValueError):
        raise Unread("no_time") from None
    return {"on": there.date().isoformat(), "at": there.strftime("%H:%M")}


def instant(words: str) -> datetime:
    """Read an instant such as ``2026-11-28T10:00:00+01:00``, with or without a zone.

    :raises Unread: it is none, or only a day.
    """
    text = words.strip()
    try:
        date.fromisoformat(text)
    except ValueError:
        pass
    else:
        raise Unread("no_time")
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise Unread("no_time") from None


def minutes_between(starts: datetime, ends: datetime) -> int:
    """How long something takes, in whole minutes.

    :raises Unread: only one of the two has a zone.
    """
    if (starts.tzinfo is None) != (ends.tzinfo is None):
        raise Unread("no_end")
    try:
        return (ends - starts) // _MINUTE
    except OverflowError:
        raise Unread("no_end") from None
