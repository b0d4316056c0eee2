"""On which days occasions come again, as iCalendar has it (RFC 5545, RRULE).

A recurrence is expanded in days alone; the time of day is added on each, so that daylight saving
moves nothing.
"""

from datetime import date, datetime, time
from typing import Any

from dateutil import rrule

from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.series.commands import NOTICE_MAX
from fishbowl.domain.series.ids import WEEKDAYS, OccasionId
from fishbowl.domain.series.model import Recurrence, Slot
from fishbowl.domain.series.rules.times import day_of, time_of

MINUTES_MAX = 24 * 60
INTERVAL_MAX = 12
SAFE_DAY = 28
"""The last day that every month has."""
AHEAD_DAYS = 366
"""Occasions are expected no further ahead."""
NTHS = (1, 2, 3, 4, -1)

assert NOTICE_MAX < AHEAD_DAYS


def days(recurrence: Recurrence, first: date, last: date) -> list[date]:
    """The days between two, both included, on which it comes."""
    begins = datetime.combine(first, time.min)
    ends = datetime.combine(last, time.max)
    return [found.date() for found in _rule(recurrence).between(begins, ends, inc=True)]


def first_day(recurrence: Recurrence) -> date | None:
    """The first day on which it comes; ``None`` if it ends before."""
    found = next(iter(_rule(recurrence)), None)
    return None if found is None else found.date()


def comes_on(recurrence: Recurrence, day: date) -> bool:
    """Whether it comes on a day."""
    return bool(days(recurrence, day, day))


def slot_on(recurrence: Recurrence, day: date) -> Slot:
    """The occasion of a day, of which nothing else is known."""
    return Slot(on=day.isoformat(), at=recurrence.at, minutes=recurrence.minutes)


def ruled_id(day: date) -> OccasionId:
    """Name the occasion that the recurrence gives a day."""
    return OccasionId(day.isoformat())


def parts(recurrence: Recurrence) -> dict[str, Any]:
    """The recurrence in the parts of an iCalendar RRULE, without its end.

    A day that a shorter month has not becomes its last one: the last of those that it has.
    """
    found: dict[str, Any] = {
        "FREQ": {"week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}[recurrence.every]
    }
    if recurrence.interval > 1:
        found["INTERVAL"] = recurrence.interval
    if recurrence.every == "year":
        found["BYMONTH"] = recurrence.month
    if recurrence.every == "week":
        found["BYDAY"] = [day.upper() for day in recurrence.weekdays]
    elif recurrence.nth:
        found["BYDAY"] = [f"{recurrence.nth}{recurrence.weekdays[0].upper()}"]
    elif recurrence.day > SAFE_DAY:
        found["BYMONTHDAY"] = list(range(SAFE_DAY, recurrence.day + 1))
        found["BYSETPOS"] = -1
    else:
        found["BYMONTHDAY"] = [recurrence.day]
    return found


def check(recurrence: Recurrence) -> None:
    """Check that a recurrence comes at all, and is one that can be said.

    :raises Rejected: ``bad_recurrence``, ``bad_date`` or ``bad_times``.
    """
    first = day_of(recurrence.starts_on)
    time_of(recurrence.at)
    if recurrence.until and day_of(recurrence.until) < first:
        raise Rejected("bad_date")
    weekdays = len(set(recurrence.weekdays))
    fits = (
        1 <= recurrence.interval <= INTERVAL_MAX
        and 1 <= recurrence.minutes <= MINUTES_MAX
        and weekdays == len(recurrence.weekdays)
        and (1 <= recurrence.month <= 12) == (recurrence.every == "year")
    )
    if recurrence.every == "week":
        fits &= weekdays > 0 and not recurrence.nth and not recurrence.day
    elif recurrence.nth:
        fits &= weekdays == 1 and recurrence.nth in NTHS and not recurrence.day
    else:
        fits &= not weekdays and 1 <= recurrence.day <= 31
    if not fits:
        raise Rejected("bad_recurrence")


def _rule(recurrence: Recurrence) -> rrule.rrule:
    found = parts(recurrence)
    until = recurrence.until
    nth, weekdays = recurrence.nth, [rrule.weekday(WEEKDAYS.index(d)) for d in recurrence.weekdays]
    return rrule.rrule(
        {"WEEKLY": rrule.WEEKLY, "MONTHLY": rrule.MONTHLY, "YEARLY": rrule.YEARLY}[found["FREQ"]],
        dtstart=datetime.combine(date.fromisoformat(recurrence.starts_on), time.min),
        interval=recurrence.interval,
        bymonth=found.get("BYMONTH"),
        byweekday=[day(nth) if nth else day for day in weekdays] or None,
        bymonthday=found.get("BYMONTHDAY"),
        bysetpos=found.get("BYSETPOS"),
        until=datetime.combine(date.fromisoformat(until), time.max) if until else None,
        wkst=rrule.MO,
        cache=False,
    )
