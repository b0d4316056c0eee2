"""Days and times of day in the time zone of a series, and the instants that they are."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.model import Slot

MINUTE_MS = 60_000
DAY_MS = 24 * 60 * MINUTE_MS


def zone_of(name: str) -> ZoneInfo:
    """Find a time zone by its IANA name.

    :raises Rejected: ``zone_unknown``.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Rejected("zone_unknown") from None


def day_of(words: str) -> date:
    """Read a day such as ``2026-11-05``.

    :raises Rejected: ``bad_date``.
    """
    try:
        found = date.fromisoformat(words)
    except ValueError:
        raise Rejected("bad_date") from None
    if found.isoformat() != words:  # days are compared as words, so they are written in one way
        raise Rejected("bad_date")
    return found


def time_of(words: str) -> time:
    """Read a time of day such as ``12:15``.

    :raises Rejected: ``bad_times``.
    """
    try:
        found = time.fromisoformat(words)
    except ValueError:
        raise Rejected("bad_times") from None
    if found.isoformat("minutes") != words:
        raise Rejected("bad_times")
    return found


def starts_at_ms(slot: Slot, zone: ZoneInfo) -> Millis:
    """The instant at which an occasion starts.

    A time of day that a clock change leaves out is taken as before the change, so it comes as much
    later as the clock goes forward; one that comes twice is the first of both (RFC 5545, 3.3.5).
    """
    local = datetime.combine(date.fromisoformat(slot.on), time.fromisoformat(slot.at), zone)
    return Millis(int(local.timestamp() * 1000))


def ends_at_ms(slot: Slot, zone: ZoneInfo) -> Millis:
    """The instant at which an occasion ends."""
    return Millis(starts_at_ms(slot, zone) + slot.minutes * MINUTE_MS)


def today(now_ms: Millis, zone: ZoneInfo) -> date:
    """The day that it is there."""
    return datetime.fromtimestamp(now_ms / 1000, UTC).astimezone(zone).date()


def day_is_over(slot: Slot, now_ms: Millis, zone: ZoneInfo) -> bool:
    """Whether the day on which an occasion ends is over."""
    end = datetime.fromtimestamp(ends_at_ms(slot, zone) / 1000, UTC).astimezone(zone).date()
    return today(now_ms, zone) > end


def later(day: date, days: int) -> date:
    """A day so many days later, or the last day that there is."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max
