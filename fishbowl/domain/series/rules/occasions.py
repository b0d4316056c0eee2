"""The occasions of a series: those of the recurrence, and those of which more is known."""

from collections.abc import Iterator
from datetime import date

from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.ids import OccasionId, is_ruled
from fishbowl.domain.series.model import Occasion, Slot
from fishbowl.domain.series.rules import recurrence as recurrences
from fishbowl.domain.series.rules.times import (
    DAY_MS,
    day_of,
    ends_at_ms,
    later,
    starts_at_ms,
    time_of,
    today,
    zone_of,
)
from fishbowl.domain.series.state import Series

DOORS_OPEN_MS = 30 * 60_000
"""So long before an occasion its doors open, and its join code is shown."""


def between(series: Series, first: date, last: date) -> list[Occasion]:
    """The occasions of the days between two, both included, the earliest first.

    Those that are left out are among them.
    """
    begins, ends = first.isoformat(), last.isoformat()
    found = [one for one in series.occasions.values() if begins <= one.slot.on <= ends]
    if series.recurrence is not None and not series.is_ended:
        for day in recurrences.days(series.recurrence, first, last):
            id = recurrences.ruled_id(day)
            if id not in series.occasions:
                found.append(Occasion(id=id, slot=recurrences.slot_on(series.recurrence, day)))
    return sorted(found, key=_when)


def upcoming(series: Series, now_ms: Millis, days: int = recurrences.AHEAD_DAYS) -> list[Occasion]:
    """The occasions that are not over and take place, the earliest first.

    Of a series that has ended those alone that are sessions already.
    """
    zone = zone_of(series.about.time_zone)
    day = today(now_ms, zone)
    return [
        one
        for one in between(series, later(day, -1), later(day, days))
        if one.left_out is None
        and ends_at_ms(one.slot, zone) > now_ms
        and (one.code or not series.is_ended)
    ]


def find(series: Series, id: OccasionId) -> Occasion:
    """Find an occasion.

    :raises Rejected: ``occasion_unknown``: there is none, or the recurrence does not come then.
    """
    known = series.occasions.get(id)
    if known is not None:
        return known
    if series.recurrence is not None and is_ruled(id):
        try:
            day = date.fromisoformat(id)
        except ValueError:
            raise Rejected("occasion_unknown") from None
        if recurrences.comes_on(series.recurrence, day):
            return Occasion(id=id, slot=recurrences.slot_on(series.recurrence, day))
    raise Rejected("occasion_unknown")


def to_come(series: Series, id: OccasionId, now_ms: Millis) -> Occasion:
    """Find an occasion that takes place and is not over.

    :raises Rejected: ``occasion_unknown``, ``occasion_left_out`` or ``occasion_over``.
    """
    occasion = find(series, id)
    if series.is_ended or occasion.left_out is not None:
        raise Rejected("occasion_left_out")
    if ends_at_ms(occasion.slot, zone_of(series.about.time_zone)) <= now_ms:
        raise Rejected("occasion_over")
    return occasion


def check_slot(slot: Slot) -> None:
    """Check the day and the time of an occasion.

    :raises Rejected: ``bad_date`` or ``bad_times``.
    """
    day_of(slot.on)
    time_of(slot.at)
    if not 1 <= slot.minutes <= recurrences.MINUTES_MAX:
        raise Rejected("bad_times")


def doors_are_open(series: Series, occasion: Occasion, now_ms: Millis) -> bool:
    """Whether the doors of an occasion are open: then its join code may be shown."""
    zone = zone_of(series.about.time_zone)
    opens = starts_at_ms(occasion.slot, zone) - DOORS_OPEN_MS
    return bool(occasion.code) and opens <= now_ms < ends_at_ms(occasion.slot, zone) + DAY_MS / 24


def changed_fields(before: Slot, after: Slot) -> tuple[str, ...]:
    """The fields in which two slots differ."""
    return tuple(
        name for name in Slot.__struct_fields__ if getattr(before, name) != getattr(after, name)
    )


def known_after(series: Series, day: date) -> Iterator[Occasion]:
    """Occasions from a day on of which more is known, and which are no session yet."""
    begins = day.isoformat()
    return (one for one in series.occasions.values() if one.slot.on >= begins and not one.code)


def _when(occasion: Occasion) -> tuple[str, str, str, str]:
    return (occasion.slot.on, occasion.slot.at, occasion.slot.room, occasion.id)
