"""The page of a series for everybody: who may see it, and what stands there."""

import re
from html import unescape

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.model import Slot
from fishbowl.domain.session import commands as session
from tests.support.archived import index_now
from tests.web.conftest import HOST, Site
from tests.web.series.conftest import Table

PAGE = "/series/lunch"
DEVICE = "device-of-amira-0001"
INSIGHT = "People stay where they may say no."


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.partition("<main")[2])).split())


def held(table: Table, code: str = "WAVE47", *, publish: bool = True, **chosen: object) -> None:
    """A session of the series that is over, with a line that was found out and one left open."""
    site = table.site
    site.creates(code, series=table.series.id, **chosen)
    site.sends(code, session.JoinSession(name="Amira"), Role.ATTENDEE, DEVICE)
    site.sends(code, session.StartSession())
    site.sends(code, session.AddNote(kind="insight", words=INSIGHT))
    site.sends(code, session.AddNote(kind="question", words="Who has the second key?"))
    site.sends(code, session.CloseSession())
    if publish:
        site.sends(code, session.PublishSummary())
    index_now(site.service.log)


def test_a_series_that_is_not_public_looks_to_strangers_like_none(table: Table) -> None:
    site = table.site
    for path in (PAGE, f"{PAGE}/calendar.ics", f"{PAGE}.ics", f"{PAGE}/feed.atom", f"{PAGE}/wall",
                 f"{PAGE}/come/{table.next.id}"):  # fmt: skip
        unknown = site.visitor().get(path.replace("lunch", "nothing"))
        hidden = site.visitor().get(path)
        assert hidden.status_code == unknown.status_code == 404
        assert hidden.text == unknown.text
    assert "lunch" not in site.visitor().get("/series").text
    assert site.owner().get(PAGE).status_code == 200
    member = table.circle.joins("Amira")
    amira = table.circle.browser(member)
    assert amira.get(PAGE).status_code == 404
    table.member(member, c.Follow(member=member))
    assert "Only hosts see this page, and members" in amira.get(PAGE).text
    assert "First Thursday lunch" in amira.get("/series").text


def test_everybody_sees_the_next_date_and_may_say_that_they_come(table: Table) -> None:
    table.describe(is_public=True, purpose="We eat and ask.", place="Weaving Mill")
    found = text(table.site.visitor().get(PAGE).text)
    assert "First Thursday lunch" in found
    assert "We eat and ask. Weaving Mill" in found
    assert "Thursday, 4 February 2027" in found
    assert "in 20 days" in found
    assert "12:15 to 13:15" in found
    assert "I come" in found
    table.host(c.LeaveOutOccasion(occasion=table.next.id, why="The mill is closed."))
    found = text(table.site.visitor().get(PAGE).text)
    assert "does not take place : The mill is closed." in found
    assert "Thursday, 4 March 2027" in found


def test_nobody_of_the_rota_and_nobody_who_comes_is_named(table: Table) -> None:
    table.describe(is_public=True)
    ingrid = table.circle.joins("Ingrid")
    table.member(ingrid, c.JoinRota(member=ingrid))
    table.member(ingrid, c.TakeTurn(occasion=table.next.id, member=ingrid))
    table.member(
        ingrid, c.SayBring(occasion=table.next.id, member=ingrid, bring="person", words="Bo")
    )
    table.site.series.ask(
        table.series.id, c.Come(occasion=table.next.id, label="Tomasz"), role=Role.DOOR
    )
    for path in (PAGE, f"{PAGE}/wall", f"{PAGE}/calendar.ics", f"{PAGE}/come/{table.next.id}"):
        found = table.site.visitor().get(path).text
        assert not any(name in found for name in ("Ingrid", "Bo<", "Tomasz")), path
    assert "1 person has said that they come." in text(table.site.visitor().get(PAGE).text)


def test_a_join_code_is_public_from_when_the_doors_open_until_it_is_over(table: Table) -> None:
    table.describe(is_public=True)
    table.host(c.MakeSession(occasion=table.next.id, code="LOOM12"))
    paths = (PAGE, f"{PAGE}/wall", f"{PAGE}/calendar.ics")

    def shown() -> list[bool]:
        return ["LOOM12" in table.site.visitor().get(path).text.replace(" ", "") for path in paths]

    assert shown() == [False, False, False]
    days_s = 20 * 24 * 3600
    table.site.wait(days_s + 3 * 3600 + 44 * 60)
    assert shown() == [False, False, False]
    table.site.wait(60)
    assert shown() == [True, True, False]
    table.site.wait(3 * 3600)
    assert shown() == [False, False, False]


def test_a_day_with_rooms_is_a_programme(table: Table) -> None:
    table.describe(is_public=True, hashtag="Winter")
    for at in ("10:00", "14:00"):
        for room in ("Boiler house", "Attic"):
            slot = Slot(on="2027-02-06", at=at, minutes=60, title=f"{room}, {at}?", room=room)
            table.host(c.PlanOccasion(slot=slot))
    table.host(c.PlanOccasion(slot=Slot(on="2027-02-07", at="10:00", minutes=60, title="Second")))
    table.host(c.PlanOccasion(slot=Slot(on="2027-02-07", at="11:00", minutes=60, title="Third")))
    found = text(table.site.visitor().get(PAGE).text)
    assert "Saturday, 6 February 2027 2 rooms at once · #Winter" in found
    assert found.index("10:00 to 11:00") < found.index("Boiler house, 10:00?")
    assert found.index("Attic, 10:00?") < found.index("Boiler house, 10:00?")
    other = text(table.site.visitor().get(f"{PAGE}?day=2027-02-07").text)
    assert "Sunday, 7 February 2027 2 sessions" in other
    assert table.site.visitor().get(f"{PAGE}?day=nonsense").status_code == 200


def test_lines_stand_there_once_their_summary_is_published_and_go_when_it_is_withdrawn(
    table: Table,
) -> None:
    table.describe(is_public=True)
    held(table, publish=False)
    visitor = table.site.visitor()
    assert INSIGHT not in visitor.get(PAGE).text
    table.site.sends("WAVE47", session.PublishSummary())
    index_now(table.site.service.log)
    found = visitor.get(PAGE).text
    assert INSIGHT in found
    assert "Who has the second key?" in found
    assert f"/s/{table.site.access_keys.summary_slug('WAVE47')}#note-" in found
    assert "Amira" not in found
    assert INSIGHT in unescape(visitor.get(f"{PAGE}/feed.atom").text)
    table.site.sends("WAVE47", session.WithdrawSummary())
    for path in (PAGE, f"{PAGE}/feed.atom", "/feed.atom", f"{PAGE}/wall"):
        assert INSIGHT not in unescape(visitor.get(path).text), path


def test_a_chat_that_is_sent_the_link_shows_what_it_is(table: Table) -> None:
    table.describe(is_public=True, purpose='We "eat" <b>and</b> ask.')
    page = table.site.visitor().get(PAGE).text
    told = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', page))
    assert unescape(told["title"]) == "First Thursday lunch"
    assert told["url"] == f"http://{HOST}{PAGE}"
    assert unescape(told["description"]).endswith('We "eat" <b>and</b> ask.')
    table.describe(is_public=False)
    assert "og:title" not in table.site.owner().get(PAGE).text


def test_robots_may_fetch_it(site: Site) -> None:
    assert "Allow: /series/" in site.visitor().get("/robots.txt").text
