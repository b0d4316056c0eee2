"""Whoever tries codes finds out little and slowly; a room behind one address notices nothing."""

import re
from typing import Any

import pytest

from fishbowl.access.codes import DIGITS, WORDS
from fishbowl.access.unknown_codes import BURST
from fishbowl.domain.session.commands import CloseSession, PublishSummary, StartSession
from tests.web.conftest import ORIGIN, Site

HALL, OTHER = "203.0.113.5", "198.51.100.9"


def get(site: Site, path: str, address: str = HALL, **options: Any) -> Any:
    return site.visitor().get(path, environ_overrides={"REMOTE_ADDR": address}, **options)


def guess(site: Site, way: str = "/{code}", tries: int = 200) -> list[int]:
    codes = [f"{word}{a}{b}" for word in WORDS for a in DIGITS for b in DIGITS]
    return [get(site, way.format(code=code)).status_code for code in codes[:tries]]


@pytest.mark.parametrize(
    "way",
    [
        "/{code}", "/{code}/display", "/{code}/console", "/{code}/join.svg", "/{code}/wifi.svg",
        "/{code}/me.json", "/{code}/links.json", "/{code}/summary", "/{code}/replay.json",
        "/{code}/people/1/move.json", "/{code}/handover/runner.svg", "/go?code={code}",
        "/s/{code}-0123456789", "/s/{code}-0123456789/replay.json",
    ],
)  # fmt: skip
def test_on_every_way_that_takes_a_code_guessing_ends(site: Site, way: str) -> None:
    found = guess(site, way, BURST + 30)
    assert found == [404] * BURST + [429] * 30


def test_enumeration_finds_no_session_any_more(site: Site) -> None:
    site.creates("YEAR99")  # the last of all codes
    site.creates("WARD55")
    assert set(guess(site, tries=10_000)) == {404, 429}
    assert get(site, "/YEAR99").status_code == 429
    assert get(site, "/YEAR99", OTHER).status_code == 200


def test_the_codes_in_use_at_an_address_are_answered_whatever_happens(site: Site) -> None:
    site.creates("WAVE47")
    assert get(site, "/WAVE47").status_code == 200
    guess(site)
    for path in ("/WAVE47", "/wave%2047/display", "/WAVE47/join.svg", "/go?code=wave+47"):
        assert get(site, path).status_code in (200, 302, 303)


def test_who_is_signed_in_is_answered_always(site: Site) -> None:
    site.creates("WAVE47")
    guess(site)
    for browser in (site.owner(), site.facilitator("WAVE47")):
        there = {"REMOTE_ADDR": HALL}
        assert browser.get("/WAVE47/console", environ_overrides=there).status_code == 200
    site.creates("TIDE48")
    elsewhere = site.facilitator("WAVE47")
    answer = elsewhere.get("/TIDE48", environ_overrides={"REMOTE_ADDR": HALL})
    assert answer.status_code == 429


def test_a_code_that_is_not_looked_up_is_said_and_tried_again_by_itself(site: Site) -> None:
    guess(site)
    answer = get(site, "/go?code=wave+47")
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 180
    assert answer.headers["Refresh"] == "30"
    assert "wave 47" in answer.text
    assert "within 3 minutes" in answer.text
    assert 'action="/go"' in answer.text
    assert get(site, "/WAVE47/me.json").json == {"error": "too_fast"}
    site.creates("WAVE47")
    site.wait(181)
    assert get(site, "/go?code=wave+47").status_code == 303


def test_a_display_that_was_opened_too_early_opens_once_there_is_a_session(site: Site) -> None:
    for _ in range(100):
        assert get(site, "/WAVE47/display").status_code == 404
    guess(site)
    site.creates("WAVE47")
    assert get(site, "/WAVE47/display").status_code == 200


def test_a_published_summary_opens_also_where_somebody_guesses(site: Site) -> None:
    site.creates("WAVE47")
    for command in (StartSession(), CloseSession(), PublishSummary()):
        site.sends("WAVE47", command)
    slug = site.access_keys.summary_slug("WAVE47", 1)
    guess(site)
    assert get(site, f"/s/{slug}").status_code == 200
    assert get(site, f"/s/{slug}x").status_code == 429


@pytest.mark.parametrize(("public_url", "words"), [("", 1), ("https://bowl.example", 2)])
def test_where_strangers_can_try_them_codes_are_long(
    site: Site, public_url: str, words: int
) -> None:
    site.network._public_url = public_url
    page = site.owner().get("/new").text
    found = re.search(r'name="code" value="([A-Z]+)(\d+)"', page)
    assert found
    assert (len(found[1]) == 10, len(found[2])) == (words == 2, 2 * words)
    form = {"question": "Why?", "code": found[1] + found[2], "id": "made-here-0001"}
    answer = site.owner().post("/new", data=form, headers={"Origin": ORIGIN})
    assert answer.headers["Location"] == f"/{found[1]}{found[2]}/console"
