"""Dates of series as letters tell them: in words, at the place of the series and for the reader."""

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from babel import Locale
from babel.dates import format_skeleton, format_time

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.model import Occasion
from fishbowl.domain.series.rules.times import ends_at_ms, starts_at_ms, zone_of
from fishbowl.domain.series.state import Series
from fishbowl.harvest.words import _, day

FULL_DAY, SHORT_DAY = "MMMMEEEEd", "MMMMd"


class Date(msgspec.Struct, frozen=True, kw_only=True):
    """When and where one occasion is.

    :param zone: of the series.
    :param title: the question, or what it is called; empty if it has none.
    :param is_off: it does not take place, ``why`` says a host's reason if there is one.
    """

    starts_ms: Millis
    ends_ms: Millis
    zone: tzinfo
    title: str = ""
    place: str = ""
    is_off: bool = False
    why: str = ""

    def short_day(self, locale: Locale) -> str:
        """The day for headings: 3 December."""
        return self._day(SHORT_DAY, locale)

    def day(self, locale: Locale) -> str:
        """The day with its weekday: Thursday 3 December."""
        return self._day(FULL_DAY, locale)

    def span(self, locale: Locale, own: tzinfo) -> str:
        """From when to when; also by the reader's clock, where that shows another time.

        :param own: the reader's time zone.
        """
        begins, ends = (self._time(at, self.zone, locale) for at in (self.starts_ms, self.ends_ms))
        span = _("{begins} to {ends}", begins=begins, ends=ends)
        here, there = (
            datetime.fromtimestamp(self.starts_ms / 1000, zone).utcoffset()
            for zone in (own, self.zone)
        )
        if here == there:
            return span
        mine = self._time(self.starts_ms, own, locale)
        if day(self.starts_ms, own) != day(self.starts_ms, self.zone):
            at = datetime.fromtimestamp(self.starts_ms / 1000, own)
            own_day = str(format_skeleton(SHORT_DAY, at, locale=locale))
            return _("{span} ({day}, {time} for you)", span=span, day=own_day, time=mine)
        return _("{span} ({time} for you)", span=span, time=mine)

    def _day(self, skeleton: str, locale: Locale) -> str:
        at = datetime.fromtimestamp(self.starts_ms / 1000, self.zone)
        return str(format_skeleton(skeleton, at, locale=locale))

    @staticmethod
    def _time(at_ms: Millis, zone: tzinfo, locale: Locale) -> str:
        at = datetime.fromtimestamp(at_ms / 1000, zone)
        return str(format_time(at, "short", tzinfo=at.tzinfo, locale=locale))


class SeriesFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What a letter tells of a series.

    :param date: the one that it is about.
    :param other: of a swap: the date that goes.
    :param dates: what followers are told, the earliest first.
    :param is_first: the first letter after somebody chose to be invited.
    :param is_public: whether the letter leads to the public page of the series.
    """

    label: str
    date: Date | None = None
    other: Date | None = None
    dates: tuple[Date, ...] = ()
    is_first: bool = False
    is_public: bool = False


def zone_named(name: str) -> tzinfo:
    """The time zone of a member; UTC where it is not known."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def date_of(series: Series, one: Occasion, *, is_off: bool = False) -> Date:
    """Tell an occasion."""
    zone, slot = zone_of(series.about.time_zone), one.slot
    place = " · ".join(filter(None, (slot.room, series.about.place)))
    return Date(
        starts_ms=starts_at_ms(slot, zone),
        ends_ms=ends_at_ms(slot, zone),
        zone=zone,
        title=slot.title,
        place=place,
        is_off=is_off or one.left_out is not None,
        why=one.left_out or "",
    )


NO_DATE = Date(starts_ms=Millis(0), ends_ms=Millis(0), zone=UTC)
"""In place of a date that is not told."""
