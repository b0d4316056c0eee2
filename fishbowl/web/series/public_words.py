"""Days and times of a series as its pages tell them, by the clock of the series."""

from datetime import UTC, date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton, format_time, get_timezone_location

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.rules.times import zone_of
from fishbowl.domain.series.state import Series
from fishbowl.views.series.public import Day, PublicSeries, Shown
from fishbowl.web.i18n import current_language
from fishbowl.web.i18n import gettext as _
from fishbowl.web.i18n import ngettext as n_
from fishbowl.web.series.words import recurrence_words


class Slotted(NamedTuple):
    """Occasions of a day that begin together."""

    times: str
    starts_at: str
    occasions: list[Shown]


def lead(series: Series, community: str) -> str:
    """What stands above the name: whose series it is, and when it comes again."""
    found = [community] if community else []
    rule = series.recurrence
    if series.is_ended:
        found.append(_("over"))
    elif rule is not None:
        found.append(recurrence_words(rule))
    return " · ".join(found)


def full_day(on: str) -> str:
    """A day with its weekday: Thursday, 5 November 2026."""
    return str(format_date(date.fromisoformat(on), "full", locale=current_language().locale))


def listed_day(on: str) -> str:
    """A day in a list: Thu 5 Nov."""
    day, locale = date.fromisoformat(on), current_language().locale
    return str(format_skeleton("MMMEd", day, locale=locale))


def in_days(days: int) -> str:
    """In how many days something is."""
    if days < 1:
        return _("today")
    if days == 1:
        return _("tomorrow")
    return n_("in %(n)s day", "in %(n)s days", days) % {"n": days}


def times_of(series: Series, occasion: Shown) -> str:
    """From when to when an occasion is."""
    zone = zone_of(series.about.time_zone)
    return clock_range(local(occasion.starts_at_ms, zone), local(occasion.ends_at_ms, zone))


def clock_range(begins: datetime, ends: datetime) -> str:
    """From one time of day to another."""
    return _("%(start)s to %(end)s") % {"start": clock(begins), "end": clock(ends)}


def clock(at: datetime) -> str:
    """A time of day, as the language writes it."""
    return str(format_time(at.time(), "short", locale=current_language().locale))


def local(at_ms: Millis, zone: ZoneInfo) -> datetime:
    """An instant by the clock of a series."""
    return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(zone)


def iso(at_ms: Millis, zone: ZoneInfo) -> str:
    """An instant for programs, with the offset there."""
    return local(at_ms, zone).isoformat(timespec="minutes")


def zone_words(series: Series) -> str:
    """Where the clock of the times stands: Germany (Berlin)."""
    zone, locale = zone_of(series.about.time_zone), current_language().locale
    return str(get_timezone_location(zone, locale=locale, return_city=True))


def slots(series: Series, day: Day) -> list[Slotted]:
    """The occasions of a day that take place, by when they begin."""
    zone = zone_of(series.about.time_zone)
    found: dict[tuple[Millis, Millis], list[Shown]] = {}
    for one in day.taking_place:
        found.setdefault((one.starts_at_ms, one.ends_at_ms), []).append(one)
    return [
        Slotted(
            clock_range(local(starts, zone), local(ends, zone)),
            iso(starts, zone),
            sorted(ones, key=lambda one: (one.room, one.title)),
        )
        for (starts, ends), ones in sorted(found.items())
    ]


def day_title(day: Day) -> str:
    """What a day of a programme is called in a list."""
    rooms = len(day.rooms)
    if rooms > 1:
        return n_("%(n)s room at once", "%(n)s rooms at once", rooms) % {"n": rooms}
    many = len(day.taking_place)
    return n_("%(n)s session", "%(n)s sessions", many) % {"n": many}


def description(series: Series, page: PublicSeries) -> str:
    """What a chat shows of the link to a series."""
    found = [series.about.purpose.strip()]
    if page.next is not None:
        found.insert(0, full_day(page.next.on) + ", " + times_of(series, page.next))
    return ". ".join(one for one in found if one)
