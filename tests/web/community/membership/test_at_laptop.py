"""A laptop without a network greets members of its home, and what they wish is done there later."""

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fishbowl.access.passes import hash_of, verifier_at
from fishbowl.archive.indexing import index_session
from fishbowl.domain.community import commands as c
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series.commands import BeginSeries, PlanOccasion
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.model import About, Slot
from fishbowl.domain.series.rules.due import to_open
from fishbowl.domain.series.rules.times import starts_at_ms, zone_of
from fishbowl.domain.session.commands import (
    CloseSession,
    CreateSession,
    PublishSummary,
    StartSession,
    WithdrawSummary,
)
from tests.home.machines import HOME_URL
from tests.support.passes import verifier_of
from tests.web.community.circle import ADDRESS, DEVICE, Browser, comes, letters
from tests.web.conftest import ORIGIN, Site
from tests.web.test_valid_html import validated

TOMORROW = "2027-01-16"
CODE, EARLIER = "WAVE47", "REEF22"


@pytest.fixture
def home(site: Site) -> Site:
    described = c.DescribeCommunity(kind="association", title="Stewardship Network")
    assert site.members.ask(described, role=Role.OWNER).ok
    return site


@pytest.fixture
def laptop(home: Site, tmp_path: Path) -> Iterator[Site]:
    """A laptop that was at home once, and has no network now."""
    folder = tmp_path / "laptop"
    folder.mkdir()
    laptop = Site(folder / "laptop.db")
    laptop.cable.home = home
    code, _ = home.home.receiving.codes.new()
    laptop.home.join(HOME_URL, code, "Boiler House")
    laptop.home.push()
    laptop.cable.is_cut = True
    yield laptop
    laptop.service.stop()


class Guest(Browser):
    """A browser at a laptop, with a pass of the home."""

    def __init__(self, laptop: Site, home: Site, number: int = 1) -> None:
        super().__init__(laptop, number)
        at_home = verifier_of(self.written, home.access_keys.installation_mark())
        self.of_home = Browser(home, number)
        self.hash = hash_of(at_home)
        self.verifier = verifier_at(self.hash, laptop.access_keys.installation_mark())

    def wishes_to_join(self, code: str = CODE, **fields: Any) -> Any:
        written = urlsafe_b64encode(self.hash).decode().rstrip("=")
        return self.joins(
            invitation="", session=code, device=DEVICE, home_hash=written, **fields
        )  # fmt: skip

    def links(self, code: str = CODE) -> Any:
        return self.posts(f"/me/sessions/{code}", DEVICE, verifier=self.verifier)

    def unlinks(self, code: str = CODE) -> Any:
        return self.client.delete(
            f"/me/sessions/{code}", json={"verifier": self.verifier}, headers={"Origin": ORIGIN}
        )

    def agrees(self, consent: str, *, on: bool = True) -> Any:
        return self.posts("/me/consents", verifier=self.verifier, consent=consent, on=on)


def held(laptop: Site, code: str = CODE) -> int:
    """A session was begun in which Amira is; her number."""
    laptop.creates(code)
    person = comes(laptop, code)
    assert laptop.sends(code, StartSession()).ok
    return person


def is_back(laptop: Site) -> None:
    """The network is back, and everything is handed over."""
    laptop.cable.is_cut = False
    assert laptop.home.push().state == "waiting"


def test_a_member_of_the_home_is_greeted_without_a_network_and_linked_later(home, laptop):
    mine = Browser(home)
    mine.joins(consents=["meet"])
    is_back(laptop)
    laptop.cable.is_cut = True
    guest = Guest(laptop, home)
    answer = guest.enters()
    assert (answer.status_code, answer.json["name"]) == (200, "Amira")
    assert "Set-Cookie" not in answer.headers, "nobody is signed in: the page is at home"
    assert Guest(laptop, home, 2).enters().status_code == 403
    assert Browser(laptop).enters().status_code == 403, "what opens the page at home is not asked"
    person = held(laptop)
    assert guest.links().status_code == 204
    laptop.sends(CODE, CloseSession())
    is_back(laptop)
    assert [(one.code, one.person) for one in mine.member.links] == [(CODE, person)]
    assert laptop.home_link.wishing.count() == 0
    assert guest.unlinks().status_code == 204
    laptop.home.push()
    assert mine.member.links == ()


def test_who_joins_in_a_room_without_a_network_is_a_member_at_home_when_it_is_back(home, laptop):
    person = held(laptop)
    guest = Guest(laptop, home)
    for _ in range(2):
        answer = guest.wishes_to_join(reach="mail", contact=ADDRESS, consents=["meet"])
        assert (answer.status_code, answer.json) == (201, {"way": f"{HOME_URL}/m"})
    assert guest.enters().json["name"] == "Amira", "they are greeted here at once"
    laptop.sends(CODE, CloseSession())
    assert ADDRESS.encode() not in laptop.db.read_bytes()
    is_back(laptop)
    mine = guest.of_home
    assert mine.enters().status_code == 200
    assert "Amira" in mine.sees("/me")
    assert mine.member.consents == {"meet"}
    assert [(one.code, one.person) for one in mine.member.links] == [(CODE, person)]
    assert [one.letter for one in letters(home, mine.owner)] == ["confirm"]
    assert guest.enters().json["name"] == "Amira", "and from then on as a member of the home"


def test_what_a_member_may_be_asked_is_wished_at_the_laptop(home, laptop):
    mine = Browser(home)
    mine.joins(consents=["meet"])
    is_back(laptop)
    laptop.cable.is_cut = True
    guest = Guest(laptop, home)
    assert guest.enters().json["consents"] == ["meet"]
    assert guest.agrees("meet", on=False).status_code == 204
    assert guest.agrees("turn").status_code == 204
    assert guest.enters().json["consents"] == ["turn"]
    home.clock.wait(minutes=5)
    is_back(laptop)
    assert mine.member.consents == {"turn"}
    assert guest.enters().json["consents"] == ["turn"]


def test_who_has_left_at_home_is_greeted_no_more_at_the_next_look(home, laptop):
    mine = Browser(home)
    mine.joins()
    is_back(laptop)
    guest = Guest(laptop, home)
    assert guest.enters().status_code == 200
    left = mine.member.id
    assert home.members.ask(
        c.LeaveCommunity(member=left), role=Role.MEMBER, member=MemberId(left)
    ).ok
    laptop.cable.is_cut = True
    assert guest.agrees("meet").status_code == 204
    is_back(laptop)
    assert guest.enters().status_code == 403
    assert laptop.home_link.taking.member_count() == 0
    page = laptop.owner().get("/home").text
    assert "One wish of a member was not taken at home" in page
    assert "Home does not know their pass any more. (1)" in page
    assert "On their page at home they can still do it." in page
    assert "Amira" not in page
    assert laptop.home.status().refused_wishes == {"pass_unknown": 1}


def test_published_sessions_are_found_at_the_laptop_until_they_are_withdrawn(home, laptop):
    home.creates(EARLIER, question="How is bread shared?")
    home.sends(EARLIER, StartSession())
    home.sends(EARLIER, CloseSession())
    index_session(home.service.log, EARLIER)
    is_back(laptop)
    assert laptop.context.archive.related_sessions("bread", exclude="") == ()
    home.sends(EARLIER, PublishSummary())
    index_session(home.service.log, EARLIER)
    laptop.home.push()
    laptop.cable.is_cut = True
    (found,) = laptop.context.archive.related_sessions("bread", exclude="")
    slug = home.access_keys.summary_slug(EARLIER)
    assert found.question == "How is bread shared?"
    page = laptop.owner().get("/archive?q=bread").text
    assert f"{HOME_URL}/s/{slug}" in page
    assert "from <bdi>Stewardship Network</bdi>" in page
    held(laptop)
    before = laptop.facilitator(CODE).get(f"/{CODE}/before.json?q=bread").json["sessions"]
    assert [one["from"] for one in before] == ["from Stewardship Network"]
    assert "from <bdi>" not in home.owner().get("/archive?q=bread").text
    laptop.cable.is_cut, before = False, len(laptop.cable.posted)
    laptop.home.push()
    assert len(laptop.cable.posted) == before + 2, "is home there, and what is new: nothing"
    home.sends(EARLIER, WithdrawSummary())
    index_session(home.service.log, EARLIER)
    is_back(laptop)
    assert laptop.context.archive.related_sessions("bread", exclude="") == ()
    assert slug not in laptop.owner().get("/archive?q=bread").text


def test_planned_occasions_come_along_without_turns_and_names(home, laptop):
    id = SeriesId("lunch23456")
    about = About(label="Lunch", slug="lunch", time_zone="Europe/Berlin", opens_by_itself=True)
    begin = BeginSeries(id=id, about=about)
    assert home.series.ask(id, begin, role=Role.OWNER).ok
    slot = Slot(on=TOMORROW, at="12:15", minutes=60, title="Who decides about pay?")
    home.series.ask(id, PlanOccasion(slot=slot), role=Role.OWNER)
    is_back(laptop)
    (series,) = laptop.home_link.taking.series
    assert (series.id, series.about.label) == (id, "Lunch")
    assert [one.slot.title for one in series.occasions] == ["Who decides about pay?"]
    laptop.cable.is_cut = True
    owner, (occasion,) = laptop.owner(), series.occasions
    assert owner.get("/hosts/series").headers["Location"] == "/home/planned"
    page = owner.get("/home/planned").text
    assert "Who decides about pay?" in page
    assert "Home may open it by itself" in page
    doors_ms = starts_at_ms(occasion.slot, zone_of("Europe/Berlin"))
    planned = home.series.state(id)
    assert planned is not None
    assert [one.id for one in to_open(planned, doors_ms)] == [occasion.id]
    fields = {"series": series.id, "occasion": occasion.id}
    for _ in range(2):
        opened = owner.post("/home/planned", data=fields, headers={"Origin": ORIGIN})
        assert opened.status_code == 303
    (row,) = laptop.service.sessions()
    assert opened.headers["Location"] == f"/{row.code}/console"
    assert (row.series, row.occasion, row.question) == (id, occasion.id, "Who decides about pay?")
    wrong = {**fields, "occasion": "2031-01-01"}
    refused = owner.post("/home/planned", data=wrong, headers={"Origin": ORIGIN})
    assert refused.status_code == 422
    laptop.sends(row.code, StartSession())
    laptop.sends(row.code, CloseSession())
    for one in (home, laptop):
        one.clock.wait(minutes=3 * 24 * 60)  # it is over by far when the laptop is back
    is_back(laptop)
    there = home.series.state(id)
    assert there is not None
    assert there.occasions[occasion.id].code == row.code
    assert to_open(there, doors_ms) == [], "it was held"
    assert "Home may open it by itself" not in owner.get("/home/planned").text


def test_a_typed_event_finds_the_series_of_the_home_and_begins_none_here(home, laptop):
    id = SeriesId("lunch23456")
    begin = BeginSeries(id=id, about=About(label="Lunch", slug="lunch", is_public=True))
    assert home.series.ask(id, begin, role=Role.OWNER).ok
    is_back(laptop)
    laptop.cable.is_cut = True
    for code, event, series in ((CODE, "LUNCH", id), (EARLIER, "Something else", "")):
        command = CreateSession(code=code, question="Why?", event=event)
        assert laptop.filing.submit(laptop.envelope(command, code=code)).ok
        session = laptop.service.session(code)
        assert session is not None
        assert (session.settings.event, session.settings.series) == (event, series)
    assert laptop.filing.labels(only_public=True) == ["Lunch"]
    assert list(laptop.series.all()) == []


def test_the_community_is_not_changed_at_a_laptop_and_its_pages_say_where_it_is(
    home, laptop, tmp_path
):
    owner = laptop.owner()
    page = owner.get("/community/members")
    assert page.status_code == 200
    assert f'href="{HOME_URL}/community/members"' in page.text
    assert "Stewardship Network" in page.text
    assert f'href="{HOME_URL}/m"' in laptop.visitor().get("/me").text
    assert f'href="{HOME_URL}/me/offers"' in laptop.visitor().get("/me/offers").text
    pages = [tmp_path / f"{name}.html" for name in ("members", "me", "planned")]
    pages[0].write_text(page.text)
    pages[1].write_text(laptop.visitor().get("/me").text)
    pages[2].write_text(owner.get("/home/planned").text)
    assert validated(pages) == ""
    posted = owner.post("/community/settings", data={"title": "X"}, headers={"Origin": ORIGIN})
    assert posted.status_code == 409
    for command in (c.Join(label="Jonas"), c.DescribeCommunity(kind="association", title="X")):
        role = Role.DOOR if isinstance(command, c.Join) else Role.OWNER
        assert laptop.members.ask(command, role=role).code == "kept_at_home"
    id = SeriesId("lunch23456")
    begin = BeginSeries(id=id, about=About(label="Lunch", slug="lunch"))
    assert laptop.series.ask(id, begin, role=Role.OWNER).code == "kept_at_home"
    laptop.home.leave()
    assert laptop.members.ask(c.Join(label="Jonas"), role=Role.DOOR).ok
    assert owner.get("/community/members").status_code == 200
    page = owner.get("/home").text
    assert "One member of this laptop’s own community is not carried over" in page
    assert "They can become members at home like everybody else." in page
    assert "is not carried over" not in home.owner().get("/home").text


def test_what_came_from_a_home_is_forgotten_with_it(home, laptop):
    Browser(home).joins()
    is_back(laptop)
    held(laptop)
    laptop.cable.is_cut = True
    assert Guest(laptop, home, 2).wishes_to_join(name="Jonas").status_code == 201
    assert laptop.home_link.taking.member_count() == 2
    laptop.home.leave()
    assert laptop.home_link.home is None
    assert (laptop.home_link.taking.member_count(), laptop.home_link.wishing.count()) == (0, 0)


def test_pages_at_a_laptop_carry_the_mark_and_the_address_of_its_home(home, laptop):
    held(laptop)
    page = laptop.visitor().get(f"/{CODE}").text
    mark = home.access_keys.installation_mark()
    assert f'data-home="{mark}" data-home-url="{HOME_URL}"' in page
    assert 'data-community="Stewardship Network"' in page
    assert "data-home=" not in home.visitor().get("/").text
