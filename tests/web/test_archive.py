"""The archive's pages: everything for the owner, what is published for readers."""

import re

import pytest

from fishbowl.access.sign_ins import READER
from fishbowl.archive.indexing import index_session
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import (
    AddNote,
    BeginTopic,
    CloseSession,
    PublishSummary,
    StartSession,
    WithdrawSummary,
)
from tests.web.conftest import ORIGIN, House


def past(house: House, code: str = "WAVE47", topic: str = "Leaving well", **chosen: str) -> None:
    """A session that has ended and is on the shelf."""
    house.session(code, **chosen)
    house.send(code, StartSession())
    house.send(code, BeginTopic(title=topic))
    house.send(code, AddNote(kind="insight", words="People <b>leave</b> quietly"))
    house.send(code, CloseSession())
    read_again(house, code)


def read_again(house: House, code: str = "WAVE47") -> None:
    assert index_session(house.store, code)


def reader(house: House, generation: int = 1):
    return house.signed_in(READER, generation=generation)


def test_the_owner_finds_a_session_and_every_place_in_it(house: House):
    past(house)
    page = house.owner().get("/archive?q=leav").text
    assert "<mark>Leaving</mark> well" in page
    assert "&lt;b&gt;<mark>leave</mark>&lt;/b&gt; quietly" in page
    anchors = re.findall(r'href="/WAVE47/summary#([a-z]+-\d+)"', page)
    summary = house.owner().get("/WAVE47/summary").text
    assert len(anchors) == 2
    assert all(f'id="{anchor}"' in summary for anchor in anchors)


def test_readers_find_what_is_published_as_it_was_published(house: House):
    past(house)
    assert "Leaving" not in reader(house).get("/archive?q=leaving").text
    house.send("WAVE47", PublishSummary())
    read_again(house)
    page = reader(house).get("/archive?q=leaving").text
    slug = house.access_keys.summary_slug("WAVE47")
    assert f'href="/s/{slug}' in page
    assert "/WAVE47/summary" not in page
    assert house.visitor().get(f"/s/{slug}").status_code == 200
    house.send("WAVE47", WithdrawSummary())
    assert "Leaving" not in reader(house).get("/archive?q=leaving").text
    read_again(house)
    assert "Leaving" not in reader(house).get("/archive?q=leaving").text


def test_strangers_see_nothing(house: House):
    past(house)
    answer = house.visitor().get("/archive?q=leaving")
    assert answer.status_code == 403
    assert "The archive is for members" in answer.text
    assert "Leaving" not in answer.text
    assert house.visitor().get("/archive/link").status_code == 403
    assert reader(house).get("/archive/link").status_code == 403


def test_the_readers_link_opens_the_archive_until_it_is_renewed(house: House):
    owner, visitor = house.owner(), house.visitor()
    link = re.search(r"/a#([\w-]+)", owner.get("/archive/link").text)
    assert link is not None
    answer = visitor.post("/a", json={"key": link[1]}, headers={"Origin": ORIGIN})
    assert answer.json == {"way": "/archive"}
    assert visitor.get("/archive").status_code == 200
    for _ in range(2):  # pressed twice, it happens once
        renewed = owner.post("/archive/link", data={"generation": "1"}, headers={"Origin": ORIGIN})
        assert renewed.status_code == 303
    assert visitor.get("/archive").status_code == 403
    assert reader(house, 2).get("/archive").status_code == 200
    wrong = visitor.post("/a", json={"key": link[1]}, headers={"Origin": ORIGIN})
    assert wrong.status_code == 403


@pytest.mark.parametrize(
    "typed",
    ['"', "AND OR NOT", "NEAR(", "<script>alert(1)</script>", "\u202eabc", "🐟", "x" * 10_000,
     "\x00", "%", "'"],
)  # fmt: skip
def test_nothing_that_is_typed_breaks_the_page(house: House, typed: str):
    past(house)
    answer = house.owner().get("/archive", query_string={"q": typed, "first": typed, "year": typed})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


def test_filters_are_links_that_stay(house: House):
    past(house, "WAVE47", event="Day One")
    past(house, "WAVE48", event="Day Two")
    page = house.owner().get("/archive?q=leaving").text
    assert "/archive?q=leaving&amp;event=Day+One" in page
    narrowed = house.owner().get("/archive?q=leaving&event=Day+One").text
    assert "/WAVE47/summary" in narrowed
    assert "/WAVE48/summary" not in narrowed
    assert 'aria-current="true"><bdi>Day One' in narrowed


def test_pages_follow_each_other(house: House):
    for number in range(12):
        past(house, f"WAVE{number + 22}", question=f"Question {number}?")
    first = house.owner().get("/archive").text
    second = house.owner().get("/archive?first=10").text
    assert first.count('class="hit"') == 10
    assert second.count('class="hit"') == 2
    assert 'href="/archive?first=10"' in first


def test_earlier_talks_are_told_to_who_may_read_them(house: House):
    past(house, "WAVE47", topic="Paying people who maintain")
    past(house, "TIDE48", topic="Paying people who maintain")
    house.send("TIDE48", PublishSummary())
    read_again(house, "TIDE48")
    house.session("REEF22")
    way = "/REEF22/before.json?q=paying+people+who"

    def told(visitor) -> set[str]:
        return {one["href"].partition("#")[0] for one in visitor.get(way).json["sessions"]}

    slug = f"/s/{house.access_keys.summary_slug('TIDE48')}"
    assert told(house.owner()) == {"/WAVE47/summary", "/TIDE48/summary"}
    assert told(house.facilitator("REEF22")) == {slug}
    both = house.facilitator("REEF22")
    token = house.sign_ins.enter({}, Role.FACILITATOR, "WAVE47", 1)
    both.set_cookie("fishbowl_key_WAVE47", token, domain="192.168.1.20")
    assert told(both) == {slug, "/WAVE47/summary"}
    assert house.visitor().get(way).status_code == 403


def test_the_front_page_leads_to_the_archive(house: House):
    past(house)
    assert 'href="/archive"' in house.owner().get("/").text
