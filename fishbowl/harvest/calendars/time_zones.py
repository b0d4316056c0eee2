"""A time zone as a calendar file has it: every clock change of some decades, one by one.

``icalendar`` can make this component itself, but writes a change to daylight saving by the clock
after it, where RFC 5545 (3.6.5) wants the clock before it: everything within an hour of the change
would be an hour off.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

STEP = timedelta(days=7)
"""No offset lasts a shorter time than this."""
SECOND = timedelta(seconds=1)


@lru_cache(maxsize=64)
def time_zone(name: str, first_year: int, last_year: int) -> Timezone:
    """A time zone with its changes from the beginning of a year to the end of another.

    :param name: its IANA name.
    :return: shared by all callers; not to be changed.
    """
    zone = ZoneInfo(name)
    begin, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year + 1, 1, 1, tzinfo=UTC)
    onsets: dict[tuple[timedelta, timedelta, str, bool], list[datetime]] = defaultdict(list)
    for at in (begin, *changes(zone, begin, end)):
        local, before = at.astimezone(zone), (at - SECOND).astimezone(zone)
        old, new = _offset(before), _offset(local)
        key = (old, new, local.tzname() or name, bool(local.dst()))
        onsets[key].append(at.replace(tzinfo=None) + old)
    found = Timezone()
    found.add("tzid", name)
    for (old, new, short, is_daylight), (first, *others) in onsets.items():
        part = TimezoneDaylight() if is_daylight else TimezoneStandard()
        part.add("dtstart", first)
        part.add("tzoffsetfrom", old)
        part.add("tzoffsetto", new)
        part.add("tzname", short)
        if others:
            part.add("rdate", others)
        found.add_component(part)
    return found


def changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[datetime]:
    """The instants after one and until another at which clocks change, in UTC."""
    low = begin
    while low < end:
        high = min(low + STEP, end)
        if _rules(zone, low) != _rules(zone, high):
            yield _change(zone, low, high)
        low = high


def _change(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """The first second with the rules of the later of two instants."""
    after = _rules(zone, high)
    while high - low > SECOND:
        middle = low + timedelta(seconds=(high - low) // SECOND // 2)
        if _rules(zone, middle) == after:
            high = middle
        else:
            low = middle
    return high


def _rules(zone: ZoneInfo, at: datetime) -> tuple[timedelta, str | None, bool]:
    local = at.astimezone(zone)
    return _offset(local), local.tzname(), bool(local.dst())


def _offset(local: datetime) -> timedelta:
    offset = local.utcoffset()
    assert offset is not None
    return offset
