"""The day that two are given: on their pages in the time of each, and as a file."""

from icalendar import Calendar

from fishbowl.domain.community import commands as c
from fishbowl.domain.kernel.roles import Role
from tests.web.community.conftest import Circle
from tests.web.community.me.test_meetings import Two


def test_two_who_said_yes_get_one_day_in_the_time_of_each_and_a_file_of_it(circle: Circle) -> None:
    two = Two(circle)
    change = c.ChangeMember(
        member=two.ingrid, label="Ingrid Solberg", language="en", time_zone="Asia/Tokyo"
    )
    two.asks(two.ingrid, change)
    two.meet()
    for one in (two.ingrid, two.amira):
        assert "Where the other one is:" in two.sees(one, two.page)
    path = f"{two.page}/day.ics"
    files = [circle.browser(one).get(path).data for one in (two.ingrid, two.amira)]
    mine, theirs = (Calendar.from_ical(file).walk("VEVENT")[0] for file in files)
    assert mine["SUMMARY"] == "Meet Amira"
    assert theirs["SUMMARY"] == "Meet Ingrid"
    assert mine.decoded("dtstart") == theirs.decoded("dtstart")


def test_a_day_that_is_past_is_told_no_more(circle: Circle) -> None:
    two = Two(circle)
    two.meet()
    assert "Into my calendar" in two.sees(two.ingrid, two.page)
    two.waits(12)
    assert "Into my calendar" not in two.sees(two.ingrid, two.page)


def test_nobody_else_gets_the_file_and_nobody_when_it_is_over(circle: Circle) -> None:
    two = Two(circle)
    other = circle.joins("Jonas")
    two.meet()
    path = f"{two.page}/day.ics"
    assert circle.browser(other).get(path).status_code == 404
    assert circle.site.visitor().get(path).status_code == 403
    stop = c.StopMeeting(member=two.ingrid, introduction=two.pair.id)
    circle.asks(stop, Role.MEMBER, two.ingrid)
    assert circle.browser(two.ingrid).get(path).status_code == 404
