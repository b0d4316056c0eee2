"""Dates and times as people type them into a form, in the zone of their browser."""

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from fishbowl.web.i18n import day, day_and_time

_ZONE_MAX = 64


def zone_of(name: str) -> tzinfo | None:
    """Find the time zone that a browser has named; ``None`` if it is not known here."""
    try:
        if 0 < len(name) <= _ZONE_MAX:
            return ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        pass
    return None


def read_instant(text: str, zone: tzinfo | None) -> int | None:
    """Read what a date or time field holds, in milliseconds since 1970, UTC.

    :param zone: the server's own if ``None``.
    :return: 0 for an empty field, ``None`` for what is no time.
    """
    if not text.strip():
        return 0
    try:
        typed = datetime.fromisoformat(text.strip())
        read = typed.replace(tzinfo=zone) if zone else typed.astimezone()
        at_ms = round(read.timestamp() * 1000)
    except (OverflowError, ValueError):
        return None
    return at_ms if at_ms > 0 else None


def field_text(at_ms: int, *, day_only: bool = False) -> str:
    """Write an instant as a field takes it, in the server's zone; a script writes the browser's."""
    if not at_ms:
        return ""
    local = datetime.fromtimestamp(at_ms / 1000)
    return local.strftime("%Y-%m-%d") if day_only else local.strftime("%Y-%m-%dT%H:%M")


def iso(at_ms: int) -> str:
    """An instant for machines."""
    return datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="seconds")


def told(at_ms: int, *, day_only: bool = False) -> str:
    """An instant for readers, in the server's zone; a script tells it in theirs."""
    local = datetime.fromtimestamp(at_ms / 1000, UTC).astimezone()
    return day(local) if day_only else day_and_time(local)


def day_at(at_ms: int) -> str:
    """The day of an instant in the server's zone, like 2026-12-01."""
    return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone().date().isoformat()


def day_of(plain: str) -> str:
    """Write a day like 2026-12-01 for readers: the same day wherever they are."""
    return day(datetime.fromisoformat(plain)) if plain else ""
