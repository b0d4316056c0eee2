"""What calendar programs compute from the calendar of a series are our own instants."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from dateutil import rrule
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event, Timezone
from msgspec.structs import replace

from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import WEEKDAYS, OccasionId
from fishbowl.domain.series.model import Recurrence, Slot
from fishbowl.domain.series.rules.occasions import between
from fishbowl.domain.series.rules.times import ends_at_ms, starts_at_ms, zone_of
from fishbowl.domain.series.state import Series
from fishbowl.harvest.calendars import Invitation, Person, series_calendar
from tests.domain.series.dsl import FIRST_THURSDAY, LUNCH, Desk

ZONES = (
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Auckland",
    "Africa/Casablanca", "Asia/Kathmandu", "America/Sao_Paulo", "Europe/Dublin", "UTC",
)  # fmt: skip
NOVEMBER = OccasionId("2026-11-05")


class Reader:
    """A calendar program that knows time zones only from the file."""

    def __init__(self, file: bytes) -> None:
        self.calendar = Calendar.from_ical(file)
        (self.zone,) = self.calendar.walk("VTIMEZONE")
        self.events: list[Event] = self.calendar.walk("VEVENT")
        assert not any(event.errors for event in self.events)

    def spans(self, first: date, last: date) -> list[tuple[int, int]]:
        """From when to when everything is that takes place, in milliseconds."""
        moved = {
            (str(event["UID"]), naive(event["RECURRENCE-ID"].dt)): event
            for event in self.events
            if "RECURRENCE-ID" in event
        }
        found = []
        for event in self.events:
            uid, start = str(event["UID"]), naive(event.decoded("dtstart"))
            starts = [start]
            if "RRULE" in event:
                starts = [one for one in self._expanded(event, start) if (uid, one) not in moved]
            if event["STATUS"] != "CANCELLED":
                for one in starts:
                    begins = self._instant(one, event.decoded("dtstart").tzinfo is UTC)
                    length = event.decoded("duration") / timedelta(milliseconds=1)
                    if first <= one.date() <= last:
                        found.append((begins, begins + int(length)))
        return sorted(found)

    def _expanded(self, event: Event, start: datetime) -> Iterator[datetime]:
        parts = event["RRULE"].to_ical().decode().split(";")
        rule = ";".join(part for part in parts if not part.startswith("UNTIL"))
        until = event["RRULE"].get("UNTIL")
        for one in rrule.rrulestr(rule, dtstart=start):
            at = datetime.fromtimestamp(self._instant(one, False) / 1000, UTC)
            if one.year > 2030 or (until and at > until[0]):
                return
            yield one

    def _instant(self, local: datetime, is_utc: bool) -> int:
        offset = timedelta(0) if is_utc else offset_at(self.zone, local)
        return int((local - offset).replace(tzinfo=UTC).timestamp() * 1000)


def offset_at(zone: Timezone, local: datetime) -> timedelta:
    """The offset of a local time by a VTIMEZONE, as RFC 5545 (3.6.5 and 3.3.5) reads it."""
    onsets = []
    for part in zone.subcomponents:
        old, new = part.decoded("tzoffsetfrom"), part.decoded("tzoffsetto")
        dates = part.get("rdate", [])
        more = [d.dt for one in (dates if isinstance(dates, list) else [dates]) for d in one.dts]
        onsets += [(onset, old, new) for onset in [part.decoded("dtstart"), *more]]
    offset = timedelta(0)
    for onset, old, new in sorted(onsets):
        if local < onset:
            break
        # A time that is left out, or that comes twice, is read by the offset before.
        offset = old if local < onset + max(new - old, timedelta(0)) else new
    return offset


def naive(at: datetime) -> datetime:
    return at.replace(tzinfo=None)


def ours(series: Series, first: date, last: date) -> list[tuple[int, int]]:
    zone = zone_of(series.about.time_zone)
    return sorted(
        (starts_at_ms(one.slot, zone), ends_at_ms(one.slot, zone))
        for one in between(series, first, last)
        if one.left_out is None
    )


def desk(rule: Recurrence | None = FIRST_THURSDAY, zone: str = "Europe/Berlin") -> Desk:
    made = Desk(about=replace(LUNCH, time_zone=zone, place="Weaving Mill"))
    if rule is not None:
        made.host(c.SetRecurrence(recurrence=rule))
    return made


def event(series: Series, **how: Any) -> Event:
    (found,) = Reader(series_calendar(series, **how)).events
    return found


times = st.one_of(
    st.sampled_from(["00:00", "02:00", "02:30", "03:00", "03:30", "23:59"]),
    st.times().map(lambda at: at.strftime("%H:%M")),
)
starts = st.dates(date(2024, 1, 1), date(2028, 12, 31)).map(date.isoformat)


@st.composite
def recurrences(draw: st.DrawFn) -> Recurrence:
    every = draw(st.sampled_from(["week", "month", "year"]))
    common: dict[str, Any] = {
        "every": every,
        "interval": draw(st.integers(1, 5)),
        "starts_on": draw(starts),
        "at": draw(times),
        "minutes": draw(st.integers(1, 24 * 60)),
    }
    if draw(st.booleans()):
        until = date.fromisoformat(common["starts_on"]) + timedelta(draw(st.integers(0, 900)))
        common["until"] = until.isoformat()
    if every == "year":
        common["month"] = draw(st.integers(1, 12))
    if every == "week":
        days = draw(st.sets(st.sampled_from(WEEKDAYS), min_size=1))
        return Recurrence(**common, weekdays=tuple(day for day in WEEKDAYS if day in days))
    if draw(st.booleans()):
        nth = draw(st.sampled_from([1, 2, 3, 4, -1]))
        return Recurrence(**common, nth=nth, weekdays=(draw(st.sampled_from(WEEKDAYS)),))
    return Recurrence(**common, day=draw(st.integers(1, 31)))


DAILY_AT_HALF_PAST_TWO = Recurrence(
    every="week", weekdays=WEEKDAYS, starts_on="2026-03-01", at="02:30", minutes=120
)
LAST_OF_FEBRUARY = Recurrence(
    every="year", month=2, day=31, starts_on="2024-01-01", at="03:30", minutes=30
)


@example(rule=DAILY_AT_HALF_PAST_TWO, zone="Europe/Berlin")
@example(rule=replace(DAILY_AT_HALF_PAST_TWO, at="03:30"), zone="Europe/Berlin")
@example(rule=replace(DAILY_AT_HALF_PAST_TWO, at="01:45"), zone="Australia/Lord_Howe")
@example(rule=LAST_OF_FEBRUARY, zone="America/New_York")
@settings(max_examples=50)
@given(rule=recurrences(), zone=st.sampled_from(ZONES))
def test_what_a_program_expands_are_the_instants_of_the_series(rule: Recurrence, zone: str) -> None:
    series = desk(rule, zone).series
    first, last = date(2024, 1, 1), date(2030, 1, 1)
    assert Reader(series_calendar(series)).spans(first, last) == ours(series, first, last)


@settings(max_examples=50)
@given(data=st.data(), rule=recurrences(), zone=st.sampled_from(ZONES))
def test_so_they_are_where_occasions_move_are_left_out_and_planned(
    data: st.DataObject, rule: Recurrence, zone: str
) -> None:
    made = desk(rule, zone)
    for one in between(made.series, date(2026, 10, 1), date(2027, 6, 1))[:12]:
        deed = data.draw(st.sampled_from(["stays", "moves", "left out", "back", "session"]))
        if deed == "moves":
            on = data.draw(st.dates(date(2026, 10, 1), date(2027, 6, 1))).isoformat()
            slot = replace(one.slot, on=on, at=data.draw(times), title="Another day")
            if slot != one.slot:
                made.host(c.ChangeOccasion(occasion=one.id, slot=slot))
        if deed in ("left out", "back"):
            made.host(c.LeaveOutOccasion(occasion=one.id))
        if deed == "back":
            made.host(c.BringBackOccasion(occasion=one.id))
    at = data.draw(times)
    made.host(c.PlanOccasion(slot=Slot(on="2027-03-28", at=at, minutes=90, room="Attic")))
    if data.draw(st.booleans()):
        made.host(c.SetRecurrence(recurrence=data.draw(recurrences().filter(lambda r: r != rule))))
    first, last = date(2024, 1, 1), date(2030, 1, 1)
    assert Reader(series_calendar(made.series)).spans(first, last) == ours(made.series, first, last)


def test_a_sequence_never_falls_and_no_uid_changes() -> None:
    made = desk()
    slot = replace(FIRST_THURSDAY_IN_NOVEMBER, at="13:00")
    seen = []

    def look() -> None:
        found = event(made.series, only=NOVEMBER)
        assert found["UID"] == "testseries-2026-11-05@fishbowl"
        seen.append(int(found["SEQUENCE"]))

    look()
    made.host(c.ChangeOccasion(occasion=NOVEMBER, slot=slot))
    look()
    made.host(c.LeaveOutOccasion(occasion=NOVEMBER))
    look()
    made.host(c.BringBackOccasion(occasion=NOVEMBER))
    look()
    made.host(c.SetRecurrence(recurrence=replace(FIRST_THURSDAY, nth=2)))
    made.host(c.SetRecurrence(recurrence=FIRST_THURSDAY))
    look()
    made.host(c.DescribeSeries(about=replace(made.series.about, place="Library")))
    look()
    assert seen == sorted(set(seen))


FIRST_THURSDAY_IN_NOVEMBER = Slot(on="2026-11-05", at="12:15", minutes=60)


def test_an_occasion_that_is_left_out_is_cancelled_with_the_reason() -> None:
    made = desk()
    made.host(c.LeaveOutOccasion(occasion=NOVEMBER, why="The mill is closed."))
    (master, off) = Reader(series_calendar(made.series)).events
    assert (master["UID"], master["STATUS"]) == (off["UID"], "CONFIRMED")
    assert off["STATUS"] == "CANCELLED"
    assert "The mill is closed." in off["DESCRIPTION"]


def test_an_invitation_names_two_and_a_cancellation_the_same_event() -> None:
    made = desk()
    invitation = Invitation(
        organizer=Person(label="Stewards", address="stewards@example.org"),
        attendee=Person(label='Ingrid "I"', address="ingrid@example.org"),
    )
    file = series_calendar(made.series, only=NOVEMBER, method="REQUEST", invitation=invitation)
    assert Calendar.from_ical(file)["METHOD"] == "REQUEST"
    invited = event(made.series, only=NOVEMBER, method="REQUEST", invitation=invitation)
    assert invited["ORGANIZER"] == "mailto:stewards@example.org"
    assert invited["ATTENDEE"] == "mailto:ingrid@example.org"
    assert invited["ATTENDEE"].params["PARTSTAT"] == "NEEDS-ACTION"
    before = between(made.series, date(2026, 11, 5), date(2026, 11, 5))[0]
    made.host(c.SetRecurrence(recurrence=None))
    gone = event(
        made.series, only=NOVEMBER, occasion=before, method="CANCEL", invitation=invitation
    )
    assert (gone["UID"], gone["STATUS"]) == (invited["UID"], "CANCELLED")
    assert int(gone["SEQUENCE"]) > int(invited["SEQUENCE"])


def test_an_occasion_that_there_is_not_is_refused() -> None:
    with pytest.raises(Rejected, match="occasion_unknown"):
        series_calendar(desk().series, only=OccasionId("2026-11-06"))


def test_the_same_state_is_the_same_file_and_an_empty_one_is_whole() -> None:
    assert series_calendar(desk().series) == series_calendar(desk().series)
    assert Reader(series_calendar(desk(None).series)).events == []


def test_nobody_of_the_rota_and_no_code_is_in_it() -> None:
    made = desk()
    made.host(c.MakeSession(occasion=NOVEMBER, code="LOOM12"))
    assert b"LOOM12" not in series_calendar(made.series)


def test_words_end_no_line_of_it() -> None:
    made = desk()
    note = "a\r\nEND:VCALENDAR\n\u202eb;,"
    slot = replace(FIRST_THURSDAY_IN_NOVEMBER, title="A\r\nBEGIN:VEVENT", note=note)
    made.host(c.ChangeOccasion(occasion=NOVEMBER, slot=slot))
    found = event(made.series, only=NOVEMBER)
    assert found["SUMMARY"] == "A BEGIN:VEVENT"
    assert found["DESCRIPTION"].splitlines() == [
        "First Thursday lunch",
        "a",
        "END:VCALENDAR",
        "b;,",
    ]


def test_a_series_that_has_ended_keeps_what_was() -> None:
    made = desk()
    made.host(c.MakeSession(occasion=NOVEMBER, code="LOOM12"))
    made.host(c.PlanOccasion(slot=Slot(on="2026-12-24", at="10:00", minutes=60)))
    made.host(c.EndSeries())
    kept = [str(one["UID"]) for one in Reader(series_calendar(made.series)).events]
    assert kept == ["testseries-2026-11-05@fishbowl"]
