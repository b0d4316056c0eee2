"""The calendar file: read back by a parser, whole, and never empty."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from fishbowl.harvest import Summary, export
from tests.harvest.ring_story import GUIDE, KEYS, the_whole_room
from tests.support.room import Room


def entry(summary: Summary) -> Event:
    calendar = Calendar.from_ical(export(summary, "ics"))
    assert calendar["VERSION"] == "2.0"
    event, *_ = calendar.walk("VEVENT")
    assert not event.errors
    return event


def days(summary: Summary) -> list[Event]:
    """The entries beside that of the session."""
    return Calendar.from_ical(export(summary, "ics")).walk("VEVENT")[1:]


def test_the_session_is_an_entry():
    event = entry(the_whole_room().summary)
    assert event["SUMMARY"] == "What makes people stay in a volunteer project after the first year?"
    assert "LOCATION" not in event
    assert event.categories == ["Stewardship Day, Room 2"]
    assert event["DESCRIPTION"].startswith("Stewardship Day, Room 2\n")
    assert event.decoded("dtstart") == datetime(2026, 10, 14, 14, 0, tzinfo=UTC)
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=40)
    assert "3 of 14 people were heard in the bowl." in event["DESCRIPTION"]
    assert "Who gets to say no?" in event["DESCRIPTION"]


def test_a_session_that_has_not_started_is_an_entry_as_planned():
    event = entry(Room(minutes=30).summary)
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=30)


def test_exported_twice_it_is_the_same_entry():
    room = the_whole_room(close=False)
    first = entry(room.summary)["UID"]
    room.facilitator.closes()
    assert entry(room.summary)["UID"] == first


def test_words_break_no_line_of_it():
    room = Room('Why; really, "why"\\n?', event="Room\r\nEND:VCALENDAR")
    event = entry(room.summary)
    assert event["SUMMARY"] == 'Why; really, "why"\\n?'
    assert event.categories == ["Room END:VCALENDAR"]


def test_what_somebody_said_they_would_do_by_a_day_is_an_entry_of_that_day():
    (guide,) = days(the_whole_room().summary)
    assert guide["SUMMARY"] == f"Tomasz: {GUIDE}"
    assert guide.decoded("dtstart") == date(2026, 12, 1)
    assert guide["TRANSP"] == "TRANSPARENT"


def test_what_has_no_day_stands_with_the_session():
    said = entry(the_whole_room().summary)["DESCRIPTION"]
    assert f"Somebody Absent: {KEYS}" in said


def test_under_chatham_house_an_action_is_nobodys():
    summary = the_whole_room(attribution="chatham_house").summary
    assert [day["SUMMARY"] for day in days(summary)] == [GUIDE]
    assert "Absent" not in entry(summary)["DESCRIPTION"]


def test_where_everybody_chooses_an_action_is_a_guests():
    (guide,) = days(the_whole_room(attribution="opt_in").summary)
    assert guide["SUMMARY"] == f"Guest 14: {GUIDE}"
