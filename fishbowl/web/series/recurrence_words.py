"""When a series comes again, as a phrase: the first Thursday of every month, 12:15 to 13:15."""

from datetime import date, datetime, time, timedelta

from babel.dates import format_skeleton, format_time, get_day_names, get_month_names

from fishbowl.domain.series.ids import WEEKDAYS, Weekday
from fishbowl.domain.series.model import Recurrence
from fishbowl.web.i18n import current_language
from fishbowl.web.i18n import gettext as _
from fishbowl.web.i18n import ngettext as n_

LAST_DAY = 31
"""The day of a month that every month has: its last."""


def recurrence_words(recurrence: Recurrence) -> str:
    """When a series comes again, without the time of day."""
    n = recurrence.interval
    match recurrence.every:
        case "week":
            days = _days(recurrence.weekdays)
            if n == 1:
                return _("every %(days)s") % {"days": days}
            words = n_("%(days)s, every %(n)s week", "%(days)s, every %(n)s weeks", n)
            return words % {"days": days, "n": n}
        case "month":
            if n == 1:
                return _of_every_month(recurrence)
            words = n_("%(which)s, every %(n)s month", "%(which)s, every %(n)s months", n)
            return words % {"which": _which(recurrence), "n": n}
        case "year":
            words = n_("%(which)s, every year", "%(which)s, every %(n)s years", n)
            return words % {"which": _in_month(recurrence), "n": n}


def time_range(at: str, minutes: int) -> str:
    """From when to when, by the clock: 12:15 to 13:15."""
    begins = datetime.combine(date(2026, 1, 1), time.fromisoformat(at))
    ends = begins + timedelta(minutes=minutes)
    return clock_range(begins, ends)


def clock_range(begins: datetime, ends: datetime) -> str:
    """From one time of day to another."""
    return _("%(start)s to %(end)s") % {"start": clock(begins), "end": clock(ends)}


def clock(at: datetime) -> str:
    """A time of day, as the language writes it."""
    return str(format_time(at.time(), "short", locale=current_language().locale))


def _of_every_month(recurrence: Recurrence) -> str:
    if not recurrence.nth:
        if recurrence.day == LAST_DAY:
            return _("the last day of every month")
        return _("day %(n)s of every month") % {"n": recurrence.day}
    words = {
        1: _("the first %(day)s of every month"),
        2: _("the second %(day)s of every month"),
        3: _("the third %(day)s of every month"),
        4: _("the fourth %(day)s of every month"),
        -1: _("the last %(day)s of every month"),
    }
    return words[recurrence.nth] % {"day": _days(recurrence.weekdays)}


def _which(recurrence: Recurrence) -> str:
    if not recurrence.nth:
        if recurrence.day == LAST_DAY:
            return _("the last day of the month")
        return _("day %(n)s of the month") % {"n": recurrence.day}
    words = {
        1: _("the first %(day)s of the month"),
        2: _("the second %(day)s of the month"),
        3: _("the third %(day)s of the month"),
        4: _("the fourth %(day)s of the month"),
        -1: _("the last %(day)s of the month"),
    }
    return words[recurrence.nth] % {"day": _days(recurrence.weekdays)}


def _in_month(recurrence: Recurrence) -> str:
    locale = current_language().locale
    month = get_month_names("wide", "stand-alone", locale=locale)[recurrence.month]
    if recurrence.nth or recurrence.day == LAST_DAY:
        return _("%(month)s, %(which)s") % {"month": month, "which": _which(recurrence)}
    in_leap_year = date(2024, recurrence.month, min(recurrence.day, _length(recurrence.month)))
    return str(format_skeleton("MMMMd", in_leap_year, locale=locale))


def _length(month: int) -> int:
    following = date(2024 + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def _days(weekdays: tuple[Weekday, ...]) -> str:
    names = get_day_names("wide", "format", locale=current_language().locale)
    first, *more = [names[WEEKDAYS.index(day)] for day in weekdays]
    words = str(first)
    for day in more[:-1]:
        words = _("%(all)s, %(one)s") % {"all": words, "one": day}
    return _("%(all)s and %(one)s") % {"all": words, "one": more[-1]} if more else words
