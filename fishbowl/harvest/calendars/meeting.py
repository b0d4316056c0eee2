"""A day for people who were brought together, and its file for their calendars."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta, tzinfo

from icalendar import Calendar, Event

from fishbowl.domain.community.ids import IntroductionId
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.words import clean
from fishbowl.harvest.calendars.series import Person
from fishbowl.harvest.exports.calendar import PRODUCT, moment

AFTER_DAYS = 7
MINUTES = 30
HOURS = (17, 16, 15, 14, 13, 12, 11, 10, 9, 18, 19, 8, 20)
"""Of the day of the first of them, the best first."""
EARLIEST, LATEST = 8, 20
"""An hour of the day that suits somebody else lies between these, both included."""
_FRIDAY = 4


def suggested_day(made_at_ms: Millis, zones: Sequence[tzinfo]) -> datetime:
    """A working day a week later, at an hour that lies in the day of all of them, if there is one.

    :param zones: of all of them, always in the same order.
    """
    day = (datetime.fromtimestamp(made_at_ms / 1000, zones[0]) + timedelta(AFTER_DAYS)).date()
    while day.weekday() > _FRIDAY:
        day += timedelta(1)
    found = [datetime.combine(day, time(hour), zones[0]) for hour in HOURS]
    suits = (
        one
        for one in found
        if all(EARLIEST <= one.astimezone(zone).hour <= LATEST for zone in zones)
    )
    return next(suits, found[0])


def meeting_calendar(
    id: IntroductionId,
    made_at_ms: Millis,
    starts: datetime,
    title: str,
    about: str,
    *,
    organizer: Person | None = None,
) -> bytes:
    """Write the file; it names whom one meets, so it is for those alone who said yes.

    :param about: what they can begin with.
    :param organizer: of a file that goes with a letter (RFC 5546, PUBLISH); it asks for no answer.
    """
    event = Event()
    event.add("uid", f"meeting-{id}-{made_at_ms}@fishbowl")
    event.add("dtstamp", moment(made_at_ms))
    event.add("dtstart", starts.astimezone(UTC))
    event.add("dtend", starts.astimezone(UTC) + timedelta(minutes=MINUTES))
    event.add("summary", title)
    event.add("description", about)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    if organizer is not None:
        calendar.add("method", "PUBLISH")
        cn = {"CN": clean(organizer.label)}
        event.add("organizer", f"mailto:{organizer.address}", cn)
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
