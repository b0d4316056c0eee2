"""The day for people who were brought together."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from fishbowl.domain.community.ids import IntroductionId
from fishbowl.domain.kernel.ids import Millis
from fishbowl.harvest.calendars.meeting import meeting_calendar, suggested_day

BERLIN, TOKYO = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo")
AUCKLAND, HONOLULU = ZoneInfo("Pacific/Auckland"), ZoneInfo("Pacific/Honolulu")


def ms(year: int, month: int, day: int) -> Millis:
    return Millis(int(datetime(year, month, day, 12, tzinfo=UTC).timestamp() * 1000))


THURSDAY, SATURDAY = ms(2026, 12, 3), ms(2026, 12, 5)


def test_it_is_a_week_later_in_the_afternoon() -> None:
    assert suggested_day(THURSDAY, [BERLIN, BERLIN]) == datetime(2026, 12, 10, 17, tzinfo=BERLIN)


def test_it_is_never_on_a_weekend() -> None:
    assert suggested_day(SATURDAY, [BERLIN, BERLIN]) == datetime(2026, 12, 14, 17, tzinfo=BERLIN)


@pytest.mark.parametrize("zones", [(BERLIN, TOKYO), (TOKYO, BERLIN), (BERLIN, AUCKLAND)])
def test_it_lies_in_the_day_of_both(zones: tuple[ZoneInfo, ZoneInfo]) -> None:
    at = suggested_day(THURSDAY, zones)
    assert all(8 <= at.astimezone(zone).hour <= 20 for zone in zones)


def test_where_no_hour_suits_both_it_suits_the_first() -> None:
    nowhere = suggested_day(THURSDAY, [BERLIN, HONOLULU, TOKYO])
    assert (nowhere.hour, nowhere.tzinfo) == (17, BERLIN)


def test_the_file_is_one_event_at_the_same_instant_everywhere() -> None:
    starts = suggested_day(THURSDAY, [BERLIN, TOKYO])
    body = meeting_calendar(IntroductionId(7), THURSDAY, starts, "Meet Mei", "Where are you stuck?")
    (event,) = Calendar.from_ical(body).walk("VEVENT")
    assert event.decoded("dtstart") == starts
    assert (event["SUMMARY"], event["DESCRIPTION"]) == ("Meet Mei", "Where are you stuck?")
    assert b"Berlin" not in body
