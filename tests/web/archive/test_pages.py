"""The archive's pages: everything for the owner, what is published for readers."""

import re

import msgspec
import pytest

from fishbowl.access.sign_ins import READER
from fishbowl.archive.indexing import index_session
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series.commands import DescribeSeries
from fishbowl.domain.session.commands import (
    AddNote,
    BeginTopic,
    CloseSession,
    PublishSummary,
    StartSession,
    WithdrawSummary,
)
from tests.web.conftest import ORIGIN, Site


def past(site: Site, code: str = "WAVE47", topic: str = "Leaving well", **chosen: str) -> None:
    """A session that has ended and is on the shelf."""
    site.creates(code, **chosen)
    site.sends(code, StartSession())
    site.sends(code, BeginTopic(title=topic))
    site.sends(code, AddNote(kind="insight", words="People <b>leave</b> quietly"))
    site.sends(code, CloseSession())
    read_again(site, code)


def read_again(site: Site, code: str = "WAVE47") -> None:
    assert index_session(site.store, code)


def reader(site: Site, generation: int = 1):
    return site.signed_in(READER, generation=generation)


def test_the_owner_finds_a_session_and_every_place_in_it(site: Site):
    past(site)
    page = site.owner().get("/archive?q=leav").text
    assert "<mark>Leaving</mark> well" in page
    assert "&lt;b&gt;<mark>leave</mark>&lt;/b&gt; quietly" in page
    anchors = re.findall(r'href="/WAVE47/summary#([a-z]+-\d+)"', page)
    summary = site.owner().get("/WAVE47/summary").text
    assert len(anchors) == 2
    assert all(f'id="{anchor}"' in summary for anchor in anchors)


def test_readers_find_what_is_published_as_it_was_published(site: Site):
    past(site)
    assert "Leaving" not in reader(site).get("/archive?q=leaving").text
    site.sends("WAVE47", PublishSummary())
    read_again(site)
    page = reader(site).get("/archive?q=leaving").text
    slug = site.access_keys.summary_slug("WAVE47")
    assert f'href="/s/{slug}' in page
    assert "/WAVE47/summary" not in page
    assert site.visitor().get(f"/s/{slug}").status_code == 200
    site.sends("WAVE47", WithdrawSummary())
    assert "Leaving" not in reader(site).get("/archive?q=leaving").text
    read_again(site)
    assert "Leaving" not in reader(site).get("/archive?q=leaving").text


def test_strangers_see_nothing(site: Site):
    past(site)
    answer = site.visitor().get("/archive?q=leaving")
    assert answer.status_code == 403
    assert "The archive is for members" in answer.text
    assert "Leaving" not in answer.text
    assert site.visitor().get("/archive/link").status_code == 403
    assert reader(site).get("/archive/link").status_code == 403


def test_the_readers_link_opens_the_archive_until_it_is_renewed(site: Site):
    owner, visitor = site.owner(), site.visitor()
    link = re.search(r"/a#([\w-]+)", owner.get("/archive/link").text)
    assert link is not None
    answer = visitor.post("/a", json={"key": link[1]}, headers={"Origin": ORIGIN})
    assert answer.json == {"way": "/archive"}
    assert visitor.get("/archive").status_code == 200
    for _ in range(2):  # pressed twice, it happens once
        renewed = owner.post("/archive/link", data={"generation": "1"}, headers={"Origin": ORIGIN})
        assert renewed.status_code == 303
    assert visitor.get("/archive").status_code == 403
    assert reader(site, 2).get("/archive").status_code == 200
    wrong = visitor.post("/a", json={"key": link[1]}, headers={"Origin": ORIGIN})
    assert wrong.status_code == 403


@pytest.mark.parametrize(
    "typed",
    ['"', "AND OR NOT", "NEAR(", "<script>alert(1)</script>", "\u202eabc", "🐟", "x" * 10_000,
     "\x00", "%", "'"],
)  # fmt: skip
def test_nothing_that_is_typed_breaks_the_page(site: Site, typed: str):
    past(site)
    answer = site.owner().get("/archive", query_string={"q": typed, "first": typed, "year": typed})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


def test_filters_are_links_that_stay(site: Site):
    past(site, "WAVE47", event="Day One")
    past(site, "WAVE48", event="Day Two")
    page = site.owner().get("/archive?q=leaving").text
    assert "/archive?q=leaving&amp;event=Day+One" in page
    narrowed = site.owner().get("/archive?q=leaving&event=Day+One").text
    assert "/WAVE47/summary" in narrowed
    assert "/WAVE48/summary" not in narrowed
    assert 'aria-current="true"><bdi>Day One' in narrowed


def test_the_filter_follows_the_series_whatever_name_sessions_show(site: Site):
    series = site.filing.find_or_begin("Community lunch")
    past(site, "WAVE47", event="Lunch", series=series)
    past(site, "WAVE48", event="Community lunch", series=series)
    past(site, "WAVE49", event="HomeLink day")
    page = site.owner().get("/archive?q=leaving").text
    assert "/archive?q=leaving&amp;series=community-lunch" in page
    assert "/archive?q=leaving&amp;event=HomeLink+day" in page
    for way in ("series=community-lunch", "event=LUNCH", "event=Community+lunch"):
        narrowed = site.owner().get(f"/archive?{way}").text
        assert {code for code in ("WAVE47", "WAVE48", "WAVE49") if f"/{code}/sum" in narrowed} == {
            "WAVE47",
            "WAVE48",
        }
        assert 'aria-current="true"><bdi>Community lunch' in narrowed
        assert "<span><bdi>Lunch</bdi></span>" in narrowed
    assert "Nothing found" in site.owner().get("/archive?series=unknown").text


def test_pages_follow_each_other(site: Site):
    for number in range(12):
        past(site, f"WAVE{number + 22}", question=f"Question {number}?")
    first = site.owner().get("/archive").text
    second = site.owner().get("/archive?first=10").text
    assert first.count('class="hit"') == 10
    assert second.count('class="hit"') == 2
    assert 'href="/archive?first=10"' in first


def test_earlier_talks_are_told_to_who_may_read_them(site: Site):
    past(site, "WAVE47", topic="Paying people who maintain")
    past(site, "TIDE48", topic="Paying people who maintain")
    site.sends("TIDE48", PublishSummary())
    read_again(site, "TIDE48")
    site.creates("REEF22")
    way = "/REEF22/before.json?q=paying+people+who"

    def told(visitor) -> set[str]:
        return {one["href"].partition("#")[0] for one in visitor.get(way).json["sessions"]}

    slug = f"/s/{site.access_keys.summary_slug('TIDE48')}"
    assert told(site.owner()) == {"/WAVE47/summary", "/TIDE48/summary"}
    assert told(site.facilitator("REEF22")) == {slug}
    both = site.facilitator("REEF22")
    token = site.sign_ins.enter({}, Role.FACILITATOR, "WAVE47", 1)
    both.set_cookie("fishbowl_key_WAVE47", token, domain="192.168.1.20")
    assert told(both) == {slug, "/WAVE47/summary"}
    assert site.visitor().get(way).status_code == 403


def test_earlier_talks_of_the_same_series_are_told_first(site: Site):
    series = site.filing.find_or_begin("Lunch")
    past(site, "TIDE48", topic="Paying people who maintain")
    past(site, "WAVE47", topic="Paying people who maintain", series=series)
    for code, first in (("REEF22", {"series": series}), ("REED33", {})):
        site.creates(code, **first)
        found = site.owner().get(f"/{code}/before.json?q=paying+people+who").json["sessions"]
        best = "WAVE47" if first else "TIDE48"
        assert found[0]["href"].startswith(f"/{best}/")


def test_front_page_and_archive_lead_to_the_series_once_one_is_public(site: Site):
    past(site)
    id = site.filing.find_or_begin("Community lunch")
    series = site.series.state(id)
    assert series is not None
    pages = ("/", "/archive")
    owner = site.owner()
    assert not any('href="/series"' in owner.get(page).text for page in pages)
    about = msgspec.structs.replace(series.about, is_public=True)
    assert site.series.ask(id, DescribeSeries(about=about), role=Role.OWNER).ok
    assert all('href="/series">Public series</a>' in owner.get(page).text for page in pages)


def test_the_front_page_leads_to_the_archive(site: Site):
    past(site)
    assert 'href="/archive"' in site.owner().get("/").text
