"""A series as a calendar: one event that comes again, and others where an occasion differs.

What the recurrence gives is one event with an RRULE; an occasion of which more is known overrides
it by RECURRENCE-ID. What was planned on its own, and what the recurrence gives no more, is an event
of its own. The UIDs stay the same whatever changes, and SEQUENCE only grows.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

import msgspec
from icalendar import Calendar, Event, vCalAddress

from fishbowl.domain.kernel.words import clean
from fishbowl.domain.series.ids import OccasionId, is_ruled
from fishbowl.domain.series.model import Occasion, Recurrence, Slot
from fishbowl.domain.series.rules import recurrence as recurrences
from fishbowl.domain.series.rules.occasions import find
from fishbowl.domain.series.rules.times import zone_of
from fishbowl.domain.series.state import Series
from fishbowl.harvest.calendars.time_zones import time_zone

PRODUCT = "-//Fishbowl//Series//EN"
REFRESH = timedelta(hours=1)
"""How often calendar programs that subscribe to a feed are to look again."""
ZONE_YEARS = 20
"""For so many years after the last known day the file knows the clock changes."""

Method = Literal["PUBLISH", "REQUEST", "CANCEL"]
"""What a file is for: a feed, an invitation or its update, a cancellation (RFC 5546)."""


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who invites, or is invited."""

    label: str
    address: str


class Invitation(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a file invites; a feed invites nobody."""

    organizer: Person
    attendee: Person


def series_calendar(
    series: Series,
    *,
    method: Method = "PUBLISH",
    only: OccasionId | None = None,
    occasion: Occasion | None = None,
    invitation: Invitation | None = None,
    page: str = "",
) -> bytes:
    """Write a series, or one occasion of it, as an iCalendar file.

    The same state gives the same bytes. Nobody of the rota is in it, and no join code.

    :param only: leaves the others out; that occasion is an event with a UID of its own, since mail
        programs do not know the event that it would override.
    :param occasion: with ``only``: the occasion as it was, if the series knows it no more.
    :param invitation: with ``REQUEST`` and ``CANCEL``.
    :param page: the address of the page of the series; empty if there is none to open.
    :raises Rejected: ``occasion_unknown``.
    """
    writer = _Writer(series, method, invitation, page)
    if only is None:
        events = list(writer.events())
    else:
        events = [writer.single(occasion or find(series, only))]
    return writer.file(events)


class _Writer:
    """Writes the events of one file."""

    def __init__(
        self, series: Series, method: Method, invitation: Invitation | None, page: str
    ) -> None:
        self._series, self._about = series, series.about
        self._method, self._invitation, self._page = method, invitation, page
        self._zone = zone_of(series.about.time_zone)
        self._stamp = datetime.fromtimestamp(series.at_ms // 1000, UTC)
        self._days: list[str] = []

    def file(self, events: Iterable[Event]) -> bytes:
        """The file with these events."""
        calendar = Calendar()
        calendar.add("prodid", PRODUCT)
        calendar.add("version", "2.0")
        calendar.add("method", self._method)
        if self._method == "PUBLISH":
            for name in ("name", "x-wr-calname"):
                calendar.add(name, clean(self._about.label))
            calendar.add("x-wr-timezone", self._about.time_zone)
            calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
        years = [int(day[:4]) for day in self._days] or [self._stamp.year]
        zone = time_zone(self._about.time_zone, min(years) - 1, max(years) + ZONE_YEARS)
        calendar.add_component(zone)
        for event in events:
            calendar.add_component(event)
        found: bytes = calendar.to_ical()
        return found

    def events(self) -> Iterator[Event]:
        """All of the series."""
        series = self._series
        rule = None if series.is_ended else series.recurrence
        first = None if rule is None else recurrences.first_day(rule)
        if rule is not None and first is not None:
            yield self._master(rule, recurrences.slot_on(rule, first))
        ruled = _ruled(series, rule)
        for one in sorted(series.occasions.values(), key=lambda one: (one.slot.on, one.id)):
            if one.id in ruled:
                original = ruled[one.id]
                if one.left_out is not None or one.slot != original:
                    yield self._override(one, original)
            elif one.code or not series.is_ended:
                yield self.single(one)

    def single(self, occasion: Occasion) -> Event:
        """An occasion by itself."""
        return self._event(occasion, f"{self._series.id}-{occasion.id}@fishbowl")

    def _master(self, rule: Recurrence, first: Slot) -> Event:
        """What comes again; its words are those of the series."""
        event = self._event(Occasion(id=OccasionId(first.on), slot=first), self._uid)
        parts = recurrences.parts(rule)
        if rule.until:
            # Of that day; what comes again has a time of day, so UNTIL is an instant in UTC.
            last = datetime.combine(date.fromisoformat(rule.until), time(23, 59, 59), self._zone)
            parts["UNTIL"] = last.astimezone(UTC)
        event.add("rrule", {**parts, "WKST": "MO"})
        return event

    def _override(self, occasion: Occasion, original: Slot) -> Event:
        """An occasion that is not as the recurrence has it."""
        event = self._event(occasion, self._uid)
        event.add("recurrence-id", self._local(original))
        return event

    @property
    def _uid(self) -> str:
        return f"{self._series.id}@fishbowl"

    def _event(self, occasion: Occasion, uid: str) -> Event:
        slot, about = occasion.slot, self._about
        self._days.append(slot.on)
        is_off = occasion.left_out is not None or self._method == "CANCEL"
        event = Event()
        event.add("uid", uid)
        event.add("dtstamp", self._stamp)
        event.add("last-modified", self._stamp)
        event.add("sequence", self._series.sequence + occasion.sequence)
        event.add("status", "CANCELLED" if is_off else "CONFIRMED")
        event.add("dtstart", self._local(slot))
        event.add("duration", timedelta(minutes=slot.minutes))
        event.add("summary", clean(slot.title) or clean(about.label))
        event.add("categories", [clean(about.label)])
        place = ", ".join(part for part in (clean(slot.room), clean(about.place)) if part)
        if place:
            event.add("location", place)
        lines = (
            clean(about.label) if slot.title else "",
            occasion.left_out or "",
            clean(slot.people),
            *_lines(slot.note),
            *_lines(about.purpose),
        )
        if said := "\n".join(line for line in lines if line):
            event.add("description", said)
        if self._page:
            event.add("url", self._page)
        if self._invitation is not None:
            _add_people(event, self._invitation)
        return event

    def _local(self, slot: Slot) -> datetime:
        return datetime.combine(
            date.fromisoformat(slot.on), time.fromisoformat(slot.at), self._zone
        )


def _ruled(series: Series, rule: Recurrence | None) -> dict[OccasionId, Slot]:
    """Which known occasions the recurrence gives their day, and what it says of them."""
    known = sorted(id for id in series.occasions if is_ruled(id))
    if rule is None or not known:
        return {}
    days = recurrences.days(rule, date.fromisoformat(known[0]), date.fromisoformat(known[-1]))
    return {recurrences.ruled_id(day): recurrences.slot_on(rule, day) for day in days}


def _lines(words: str) -> Iterator[str]:
    return (clean(line) for line in words.splitlines())


def _add_people(event: Event, invitation: Invitation) -> None:
    organizer, attendee = invitation.organizer, invitation.attendee
    event.add("organizer", f"mailto:{organizer.address}", {"CN": clean(organizer.label)})
    event.add(
        "attendee",
        vCalAddress(f"mailto:{attendee.address}"),
        {
            "CN": clean(attendee.label),
            "ROLE": "REQ-PARTICIPANT",
            "PARTSTAT": "NEEDS-ACTION",
            "RSVP": "FALSE",
        },
    )
