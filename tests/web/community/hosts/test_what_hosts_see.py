"""Hosts never see what the community keeps from them: every page and file of theirs is walked."""

import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId, MergeId, invitation_owner, member_owner
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import AddNote, CloseSession, JoinSession, StartSession
from tests.web.community.conftest import POST, Circle

ADDRESS, OTHER_WAY = "amira.private@example.org", "extension 4711"
ZONE, LANGUAGE, DEVICE = "Pacific/Auckland", "ja", "device-of-amira-0001"
INVITED = ("invited.one@example.org", "invited.two@example.org")
SECRETS = (
    "WAVE47", "WAVE 47", "What makes people stay", "A word of Amira", DEVICE, ADDRESS, OTHER_WAY,
    "private@", "4711", ZONE, "Auckland", *INVITED, "invitation/", "member/", "refused", "declined",
    "verifier",
)  # fmt: skip
"""Sessions, turns, devices, contacts and refusals, as any page could write them."""


class Scene:
    """A community in which everything exists that is kept from hosts."""

    def __init__(self, circle: Circle) -> None:
        self.circle = circle
        site = circle.site
        site.creates("WAVE47")
        site.sends("WAVE47", JoinSession(name="Amira"), Role.ATTENDEE, DEVICE)
        site.sends("WAVE47", StartSession())
        site.sends("WAVE47", AddNote(kind="insight", words="A word of Amira"))
        site.sends("WAVE47", CloseSession())
        fields = {"language": LANGUAGE, "time_zone": ZONE}
        self.amira = circle.joins("Amira Benali", ADDRESS, consents=frozenset({"meet"}), **fields)
        circle.asks(c.LinkSession(member=self.amira, code="WAVE47", person=1))
        self.jonas = circle.joins("Jonas", reach="other")
        put = site.context.contacts.put(member_owner(self.jonas), "other", OTHER_WAY)
        site.service.log.append({}, [put])
        self.again = circle.joins("Amira B.")
        self.host, self.hosts_browser = circle.hosts()
        self.invited = circle.invites(("Kofi", INVITED[0]), ("Yuna", INVITED[1]))

    def everybody_is_asked(self) -> None:
        """Ask Jonas to be a host, and whether two are one."""
        self.circle.asks(c.AskHost(member=self.jonas), Role.OWNER)
        self.circle.asks(c.ProposeMerge(keeps=self.amira, goes=self.again), Role.OWNER)

    def everybody_says_no(self) -> None:
        """Decline every question that waits."""
        (merge,) = self.circle.state.merges
        self.circle.asks(c.DeclineHosting(member=self.jonas), Role.MEMBER, self.jonas)
        decline = c.DeclineMerge(member=self.again, merge=MergeId(merge))
        self.circle.asks(decline, Role.MEMBER, self.again)
        self.circle.refuses(self.invited[0])


@pytest.fixture
def scene(circle: Circle) -> Scene:
    return Scene(circle)


def walked(scene: Scene, browser: FlaskClient) -> Iterator[tuple[str, str]]:
    """Every page of hosts that is reached by links and by GET forms, with its text."""
    posted = ("/withdraw", "/invite/link", "/person", "/list", "/people", "/uses")
    waiting = ["/community", "/privacy/record", "/community/members?q=am"]
    waiting += [f"/community/members/{scene.amira}/merge", "/community/invite?first=0"]
    seen: set[str] = set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = browser.get(path)
        assert answer.status_code == 200, path
        yield path, answer.text
        links = re.findall(r'(?:href|action)="(/[^"#]*)', answer.text)
        waiting += [
            one.replace("&amp;", "&")
            for one in links
            if one.startswith(("/community", "/privacy/record")) and not one.endswith(posted)
        ]


@pytest.mark.parametrize("who", ["owner", "host"])
def test_no_page_tells_sessions_turns_devices_contacts_or_refusals(scene: Scene, who: str) -> None:
    scene.everybody_is_asked()
    scene.everybody_says_no()
    browser = scene.hosts_browser if who == "host" else scene.circle.site.owner()
    pages = dict(walked(scene, browser))
    assert {
        "/community", "/community/members", "/community/invite", "/community/settings",
        "/privacy/record", f"/community/members/{scene.amira}/merge",
        f"/community/members/{scene.amira}/remove",
    } <= pages.keys()  # fmt: skip
    for path, text in pages.items():
        for secret in SECRETS:
            assert secret not in text, (path, secret)


def test_a_no_changes_nothing_that_hosts_see(scene: Scene) -> None:
    scene.everybody_is_asked()
    before = told(scene)
    scene.everybody_says_no()
    assert told(scene) == before


def told(scene: Scene) -> dict[str, str]:
    """Every page, without what is made anew for each."""
    pages = walked(scene, scene.hosts_browser)
    return {path: re.sub(r'name="id" value="[^"]*"', "", text) for path, text in pages}


def test_what_hosts_send_tells_nothing_of_who_is_a_member_or_said_no(scene: Scene) -> None:
    """The same answer for a stranger, a member, and somebody who wants no letters."""
    scene.circle.refuses(scene.invited[0])
    addresses = ("stranger@example.org", ADDRESS, INVITED[0], INVITED[1])
    for number, address in enumerate(addresses, 1):
        form = {"name": "Somebody", "address": address, "language": "en"}
        answer = scene.hosts_browser.post("/community/invite/person", data=form, **POST)
        assert (answer.status_code, answer.location) == (303, "/community/invite?invited")
        page = scene.hosts_browser.get(answer.location).text
        assert page.count("<bdi>Somebody</bdi>") == number
    assert scene.circle.letters().count("invitation") == 2  # to Yuna, and to the stranger


def test_withdrawing_what_was_refused_is_answered_like_what_waits(scene: Scene) -> None:
    scene.circle.refuses(scene.invited[0])
    answers = [
        scene.hosts_browser.post(f"/community/invite/{one}/withdraw", **POST)
        for one in (*scene.invited, 999_999)
    ]
    assert len({(one.status_code, one.location, one.text) for one in answers}) == 1
    assert not scene.circle.state.invitations


@pytest.mark.parametrize("count", [1, 4, 5, 37])
def test_left_out_letters_are_counted_from_five_on(circle: Circle, count: int) -> None:
    for number in range(count):
        circle.joins(f"Member {number}", f"m{number}@example.org")
    lines = [f"Somebody, m{number}@example.org" for number in range(count)]
    form = {"list": "\n".join([*lines, "New, new@example.org"]), "id": "once"}
    page = circle.site.owner().post("/community/invite/people", data=form, **POST).text
    assert (f"{count} letters were left out." in page) == (count >= 5)
    assert circle.letters().count("invitation") == 1


def test_letters_to_fewer_than_five_members_are_not_counted(circle: Circle) -> None:
    people = [circle.joins(f"Member {n}", f"m{n}@example.org") for n in range(5)]
    for number, member in enumerate(people):
        circle.comes_back(member_owner(member))
        page = circle.site.owner().get("/community").text
        assert ("Some letters to members could not be delivered." in page) == (number < 4)
    assert "Letters to 5 members could not be delivered." in page
    assert not any(f"Member {n}" in page for n in range(5))


def test_an_invitation_that_came_back_is_named_for_hosts_typed_it(scene: Scene) -> None:
    scene.circle.comes_back(invitation_owner(scene.invited[0]))
    page = scene.hosts_browser.get("/community").text
    assert "1 invitation could not be delivered." in page
    assert "<bdi>Kofi</bdi>" in page
    assert INVITED[0] not in page


class TestEmployer:
    """With an employer no page shows what one person does."""

    def test_pages_are_the_same_whenever_somebody_was_here(self, scene: Scene) -> None:
        circle = scene.circle
        circle.is_a("employer", title="Works")
        before = told(scene)
        circle.site.wait(200 * 24 * 3600)
        circle.asks(c.NoteSeen(member=scene.amira))
        scene.hosts_browser = circle.browser(scene.host)
        people: list[MemberId] = [scene.amira, scene.jonas]
        after = told(scene)
        for path in ("/community/members", *(f"/community/members/{one}" for one in people)):
            assert after[path] == before[path]
        assert before.keys() == after.keys()
        words = ("this quarter", "last quarter", "a year", "year ago", "last seen", "wider-this")
        del after["/privacy/record"]  # says in general what is not shown
        for path, text in after.items():
            assert not any(word in text.casefold() for word in words), path

    def test_nobody_is_found_by_when_they_were_here(self, scene: Scene) -> None:
        scene.circle.is_a("employer")
        pages = {
            scene.hosts_browser.get(f"/community/members?seen={seen}").text.count("<tr>")
            for seen in ("", "this_quarter", "long_ago")
        }
        assert len(pages) == 1

    def test_the_picture_shows_nobody(self, scene: Scene) -> None:
        assert "wider-this_quarter" in scene.hosts_browser.get("/community").text
        scene.circle.is_a("employer")
        page = scene.hosts_browser.get("/community").text
        assert "wider-this_quarter" not in page
        assert "4 members." in page


def test_the_audit_list_names_nobody(scene: Scene) -> None:
    browser = scene.hosts_browser
    browser.post(f"/community/members/{scene.jonas}", data={"do": "ask_host"}, **POST)
    browser.post(f"/community/members/{scene.jonas}", data={"do": "take_back"}, **POST)
    merge = {"other": str(scene.again)}
    browser.post(f"/community/members/{scene.amira}/merge", data=merge, **POST)
    form = {"name": "Lindiwe", "address": "l@example.org", "language": "en"}
    browser.post("/community/invite/person", data=form, **POST)
    browser.post(f"/community/invite/{scene.invited[0]}/withdraw", **POST)
    browser.post("/community/invite/link", data={"generation": "1"}, **POST)
    browser.post("/community/settings", data={"kind": "school", "title": "Quay"}, **POST)
    browser.post(f"/community/members/{scene.jonas}/remove", **POST)
    lines, _count = scene.circle.site.audit.lines()
    assert [(line.what, line.who) for line in reversed(lines) if line.who == "host"] == [
        (what, "host")
        for what in (
            "host_asked", "host_question_taken_back", "merge_proposed", "people_invited",
            "invitation_withdrawn", "invitation_link_renewed", "community_described",
            "member_removed",
        )
    ]  # fmt: skip
    for word in ("Jonas", "Amira", "Lindiwe", "Kofi", "example.org", "Quay"):
        assert word not in repr(lines)
