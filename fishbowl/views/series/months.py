"""The months of a series: which days have an occasion, and how each stands."""

from calendar import Calendar
from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from fishbowl.domain.series.model import Occasion
from fishbowl.domain.series.rules.occasions import between
from fishbowl.domain.series.rules.times import later
from fishbowl.domain.series.state import Series

Mark = Literal["open", "planned", "rooms", "left_out", "held"]
"""How a day stands: ``open`` has a turn that is asked for; ``rooms`` has several occasions."""


class Day(NamedTuple):
    """A day of a month; without a mark it has no occasion."""

    on: date
    mark: Mark | None
    occasions: tuple[Occasion, ...]


class Month(NamedTuple):
    """A month; ``None`` is a day of another one."""

    first: date
    weeks: list[list[Day | None]]


def months(
    series: Series, today: date, open_days: frozenset[str], count: int, first_weekday: int = 0
) -> list[Month]:
    """The months from this one on.

    :param open_days: days on which a turn is open.
    :param first_weekday: of a week, 0 is Monday.
    """
    firsts = [_first(today, number) for number in range(count)]
    of_day: dict[str, list[Occasion]] = {}
    for one in between(series, firsts[0], later(_first(today, count), -1)):
        of_day.setdefault(one.slot.on, []).append(one)
    calendar = Calendar(first_weekday)
    return [
        Month(
            first=first,
            weeks=[
                [_day(on, first, of_day.get(on.isoformat(), ()), today, open_days) for on in week]
                for week in calendar.monthdatescalendar(first.year, first.month)
            ],
        )
        for first in firsts
    ]


def _first(today: date, months: int) -> date:
    month = today.month - 1 + months
    return date(today.year + month // 12, month % 12 + 1, 1)


def _day(
    on: date, first: date, occasions: Sequence[Occasion], today: date, open_days: frozenset[str]
) -> Day | None:
    if on.month != first.month:
        return None
    return Day(on, _mark(on, occasions, today, open_days), tuple(occasions))


def _mark(
    on: date, occasions: Sequence[Occasion], today: date, open_days: frozenset[str]
) -> Mark | None:
    taking_place = [one for one in occasions if one.left_out is None]
    if not occasions:
        return None
    if on < today:
        return "held" if any(one.code for one in occasions) else None
    if not taking_place:
        return "left_out"
    if len(taking_place) > 1:
        return "rooms"
    return "open" if on.isoformat() in open_days else "planned"
