"""Calendars and feeds of public series, as programs read them."""

from xml.etree import ElementTree as xml

from icalendar import Calendar

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.session import commands as session
from tests.support.archived import index_now
from tests.web.conftest import HOST
from tests.web.series.conftest import Table
from tests.web.series.test_public_page import INSIGHT, held

CALENDAR, FEED = "/series/lunch/calendar.ics", "/series/lunch/feed.atom"
ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_calendar_can_be_subscribed_to_and_is_sent_once(table: Table) -> None:
    table.describe(is_public=True)
    visitor = table.site.visitor()
    answer = visitor.get(CALENDAR)
    assert answer.content_type == "text/calendar; charset=utf-8"
    (event,) = Calendar.from_ical(answer.data).walk("VEVENT")
    assert event["URL"] == f"http://{HOST}/series/lunch"
    again = visitor.get("/series/lunch.ics", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    table.host(c.LeaveOutOccasion(occasion=table.next.id))
    changed = visitor.get(CALENDAR, headers={"If-None-Match": answer.headers["ETag"]})
    assert changed.status_code == 200
    assert "STATUS:CANCELLED" in changed.text


def test_who_says_that_they_come_changes_no_calendar(table: Table) -> None:
    table.describe(is_public=True)
    before = table.site.visitor().get(CALENDAR).headers["ETag"]
    come = c.Come(occasion=table.next.id, label="Tomasz")
    assert table.site.series.ask(table.series.id, come, role=Role.DOOR).ok
    assert table.site.visitor().get(CALENDAR).headers["ETag"] == before


def test_one_date_can_be_put_into_a_calendar(table: Table) -> None:
    table.describe(is_public=True)
    found = table.site.visitor().get(f"/series/lunch/come/{table.next.id}.ics")
    (event,) = Calendar.from_ical(found.data).walk("VEVENT")
    assert event.decoded("dtstart").isoformat().startswith("2027-02-04T12:15")
    assert "RRULE" not in event
    assert table.site.visitor().get("/series/lunch/come/nonsense.ics").status_code == 404


def test_a_member_who_is_signed_in_gets_no_feed_of_what_is_not_public(table: Table) -> None:
    amira = table.circle.browser(table.circle.joins("Amira"))
    for path in (CALENDAR, FEED):
        assert amira.get(path).status_code == 404
    assert table.site.owner().get(FEED).status_code == 404


def entries(table: Table, path: str = FEED) -> list[xml.Element]:
    answer = table.site.visitor().get(path)
    assert answer.status_code == 200
    assert answer.content_type == "application/atom+xml; charset=utf-8"
    feed = xml.fromstring(answer.data)
    assert all(feed.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    return feed.findall(f"{ATOM}entry")


def test_a_feed_has_published_sessions_and_names_nobody(table: Table) -> None:
    table.describe(is_public=True)
    assert entries(table) == []
    held(table, "WAVE47")
    held(table, "REEF22", publish=False)
    table.site.creates("FERN23")
    for command in (session.StartSession(), session.CloseSession(), session.PublishSummary()):
        table.site.sends("FERN23", command)
    index_now(table.site.service.log)
    (entry,) = entries(table)
    slug = table.site.access_keys.summary_slug("WAVE47")
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"http://{HOST}/s/{slug}"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "First Thursday lunch"
    assert INSIGHT in (entry.findtext(f"{ATOM}summary") or "")
    assert "Amira" not in table.site.visitor().get(FEED).text
    assert len(entries(table, "/feed.atom")) == 1


def test_a_corrected_summary_is_the_same_entry_updated(table: Table) -> None:
    table.describe(is_public=True)
    held(table)
    (before,) = entries(table)
    table.site.wait(3600)
    table.site.sends("WAVE47", session.WithdrawSummary())
    index_now(table.site.service.log)
    assert entries(table) == []
    table.site.sends("WAVE47", session.PublishSummary())
    index_now(table.site.service.log)
    (after,) = entries(table)
    assert after.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")
    assert str(after.findtext(f"{ATOM}updated")) > str(before.findtext(f"{ATOM}updated"))


def test_sessions_of_a_series_that_is_not_public_are_in_no_feed(table: Table) -> None:
    held(table)
    assert entries(table, "/feed.atom") == []


def test_control_characters_break_no_feed(table: Table) -> None:
    table.describe(is_public=True)
    held(table, question="Why\x0b <b>&</b> \ud7ff?")
    (entry,) = entries(table)
    assert "<b>&</b>" in (entry.findtext(f"{ATOM}title") or "")
