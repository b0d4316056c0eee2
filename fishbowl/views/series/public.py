"""What everybody may see of a series: its occasions, and join codes while their doors are open.

Nobody of the rota is told, and of those who come only how many.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import groupby

import msgspec

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.ids import OccasionId
from fishbowl.domain.series.model import Occasion
from fishbowl.domain.series.rules.occasions import between, doors_are_open, upcoming
from fishbowl.domain.series.rules.recurrence import AHEAD_DAYS
from fishbowl.domain.series.rules.times import (
    day_of,
    ends_at_ms,
    later,
    starts_at_ms,
    today,
    zone_of,
)
from fishbowl.domain.series.state import Series

DAYS_SHOWN = 8
"""Days with something on that the page lists."""
PROGRAMME_DAYS_MAX = 60
"""Days of a programme that can be chosen: those around the one that is shown."""


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """An occasion as everybody may see it.

    :param code: the join code; empty unless the doors are open.
    :param title: empty is the name of the series.
    :param left_out: why it does not take place; ``None`` if it does.
    :param is_over: it has ended.
    :param comers: how many said that they come.
    """

    id: OccasionId
    on: str
    starts_at_ms: Millis
    ends_at_ms: Millis
    title: str = ""
    room: str = ""
    people: str = ""
    note: str = ""
    code: str = ""
    left_out: str | None = None
    is_over: bool = False
    comers: int = 0


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """What is on one day, the earliest first."""

    on: str
    occasions: tuple[Shown, ...]

    @property
    def taking_place(self) -> tuple[Shown, ...]:
        """Those that are not left out."""
        return tuple(one for one in self.occasions if one.left_out is None)

    @property
    def rooms(self) -> tuple[str, ...]:
        """The rooms of the day, by name."""
        return tuple(sorted({one.room for one in self.taking_place if one.room}))


class Programme(msgspec.Struct, frozen=True, kw_only=True):
    """A day on which several things are on, and the other days like it.

    :param days: all of them, in order; the shown one is among them.
    """

    shown: Day
    days: tuple[str, ...]


class PublicSeries(msgspec.Struct, frozen=True, kw_only=True):
    """What the public page shows.

    :param next: the first occasion that is not over; the first of its day if several begin then.
    :param days: the next days with something on, those left out as well.
    """

    next: Shown | None
    days: tuple[Day, ...]
    programme: Programme | None
    today: str


def public_series(series: Series, now_ms: Millis, wanted_day: str = "") -> PublicSeries:
    """What everybody may see of a series.

    :param wanted_day: of which the programme is shown, if it has one.
    """
    zone = zone_of(series.about.time_zone)
    day = today(now_ms, zone)
    to_come = upcoming(series, now_ms)
    ahead = [
        one
        for one in between(series, day, later(day, AHEAD_DAYS))
        if one.code or not series.is_ended
    ]
    days = [
        on
        for on, ones in _by_day(ahead)
        if any(one.left_out is not None or ends_at_ms(one.slot, zone) > now_ms for one in ones)
    ][:DAYS_SHOWN]
    known = {on: [one for one in ahead if one.slot.on == on] for on in days}
    return PublicSeries(
        next=shown(series, to_come[0], now_ms) if to_come else None,
        days=tuple(_day(series, on, known[on], now_ms) for on in days),
        programme=_programme(series, now_ms, wanted_day, to_come),
        today=day.isoformat(),
    )


def shown(series: Series, occasion: Occasion, now_ms: Millis) -> Shown:
    """An occasion as everybody may see it."""
    slot, zone = occasion.slot, zone_of(series.about.time_zone)
    ends = ends_at_ms(slot, zone)
    is_open = occasion.left_out is None and doors_are_open(series, occasion, now_ms)
    return Shown(
        id=occasion.id,
        on=slot.on,
        starts_at_ms=starts_at_ms(slot, zone),
        ends_at_ms=ends,
        title=slot.title,
        room=slot.room,
        people=slot.people,
        note=slot.note,
        code=occasion.code if is_open else "",
        left_out=occasion.left_out,
        is_over=ends <= now_ms,
        comers=len(occasion.comers),
    )


def _programme(
    series: Series, now_ms: Millis, wanted: str, to_come: Sequence[Occasion]
) -> Programme | None:
    """The wanted day, or the next one that has a programme."""
    known = [one for one in series.occasions.values() if one.left_out is None]
    days = sorted(on for on, ones in _by_day(known) if len(ones) > 1)
    first = next((one.slot.on for one in to_come if one.slot.on in days), "")
    on = wanted if wanted in days else first
    if not on:
        return None
    place = days.index(on)
    half = PROGRAMME_DAYS_MAX // 2
    around = tuple(days[max(0, place - half) : place + half])
    return Programme(shown=day_shown(series, on, now_ms), days=around)


def day_shown(series: Series, on: str, now_ms: Millis) -> Day:
    """Everything of a day, also what is over."""
    day = day_of(on)
    return _day(series, on, between(series, day, day), now_ms)


def _day(series: Series, on: str, occasions: Iterable[Occasion], now_ms: Millis) -> Day:
    return Day(on=on, occasions=tuple(shown(series, one, now_ms) for one in occasions))


def _by_day(occasions: Iterable[Occasion]) -> list[tuple[str, list[Occasion]]]:
    ordered = sorted(occasions, key=lambda one: one.slot.on)
    return [(on, list(ones)) for on, ones in groupby(ordered, lambda one: one.slot.on)]


def days_until(series: Series, occasion: Shown, now_ms: Millis) -> int:
    """In how many days an occasion is, by the calendar of the series; 0 is today."""
    day = today(now_ms, zone_of(series.about.time_zone))
    return (day_of(occasion.on) - day) // timedelta(days=1)
