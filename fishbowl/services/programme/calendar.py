"""A programme as iCalendar: every event with a time is a session, its place is the room."""

from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from icalendar import Calendar, Component

from fishbowl.services.programme.collecting import Collector, minutes_between
from fishbowl.services.programme.model import BadProgramme, Code, Programme, Unread

_REPEATING = ("RRULE", "RDATE")


def read(text: str, zone: tzinfo) -> Programme:
    """Read the programme.

    :raises BadProgramme: it is no calendar, or holds no session.
    """
    try:
        calendars = Calendar.from_ical(text, multiple=True)
        events = [one for calendar in calendars for one in calendar.walk("VEVENT")]
    except Exception:  # the library raises whatever a broken property makes it stumble over
        raise BadProgramme("broken") from None
    found = Collector("calendar", zone)
    for event in events:
        code = _taken(event, found)
        if code is not None:
            found.note(_text(event, "SUMMARY"), code)
    return found.programme()


def _taken(event: Component, found: Collector) -> Code | None:
    """Take an event.

    :return: why it could not be read; ``None`` if it was, or is passed over.
    """
    try:
        if _text(event, "STATUS").upper() == "CANCELLED":
            found.pass_over()
            return None
        if any(name in event for name in _REPEATING):
            return "repeats"
        starts = _value(event, "DTSTART")
        if not isinstance(starts, datetime):
            return "all_day" if isinstance(starts, date) else "no_time"
        found.add(
            source=_text(event, "UID"),
            title=_text(event, "SUMMARY"),
            starts=starts,
            minutes=_minutes(event, starts),
            room=_text(event, "LOCATION"),
            note=_text(event, "DESCRIPTION"),
        )
    except Unread as problem:
        return problem.code
    except BadProgramme:
        raise
    except Exception:  # a property that the library reads only when it is asked for
        return "unreadable"
    return None


def _minutes(event: Component, starts: datetime) -> int:
    ends = _value(event, "DTEND")
    if isinstance(ends, datetime):
        return minutes_between(starts, ends)
    takes = _value(event, "DURATION")
    if isinstance(takes, timedelta):
        return takes // timedelta(minutes=1)
    raise Unread("no_end")


def _value(event: Component, name: str) -> Any:
    return getattr(event.get(name), "dt", getattr(event.get(name), "td", None))


def _text(event: Component, name: str) -> str:
    found = event.get(name)
    if isinstance(found, list):
        found = found[0] if found else None
    return "" if found is None else str(found)
