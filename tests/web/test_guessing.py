"""Whoever tries codes finds out little and slowly; a room behind one address notices nothing."""

import re
from typing import Any

import pytest

from fishbowl.access.codes import DIGITS, WORDS
from fishbowl.access.unknown_codes import BURST
from fishbowl.domain.session.commands import CloseSession, PublishSummary, StartSession
from tests.web.conftest import ORIGIN, House

HALL, OTHER = "203.0.113.5", "198.51.100.9"


def get(house: House, path: str, address: str = HALL, **options: Any) -> Any:
    return house.visitor().get(path, environ_overrides={"REMOTE_ADDR": address}, **options)


def guess(house: House, way: str = "/{code}", tries: int = 200) -> list[int]:
    codes = [f"{word}{a}{b}" for word in WORDS for a in DIGITS for b in DIGITS]
    return [get(house, way.format(code=code)).status_code for code in codes[:tries]]


@pytest.mark.parametrize(
    "way",
    [
        "/{code}", "/{code}/display", "/{code}/console", "/{code}/join.svg", "/{code}/wifi.svg",
        "/{code}/me.json", "/{code}/links.json", "/{code}/summary", "/{code}/replay.json",
        "/{code}/people/1/move.json", "/{code}/handover/runner.svg", "/go?code={code}",
        "/s/{code}-0123456789", "/s/{code}-0123456789/replay.json",
    ],
)  # fmt: skip
def test_on_every_way_that_takes_a_code_guessing_ends(house: House, way: str) -> None:
    found = guess(house, way, BURST + 30)
    assert found == [404] * BURST + [429] * 30


def test_enumeration_finds_no_session_any_more(house: House) -> None:
    house.session("YEAR99")  # the last of all codes
    house.session("WARD55")
    assert set(guess(house, tries=10_000)) == {404, 429}
    assert get(house, "/YEAR99").status_code == 429
    assert get(house, "/YEAR99", OTHER).status_code == 200


def test_the_codes_in_use_at_an_address_are_answered_whatever_happens(house: House) -> None:
    house.session("WAVE47")
    assert get(house, "/WAVE47").status_code == 200
    guess(house)
    for path in ("/WAVE47", "/wave%2047/display", "/WAVE47/join.svg", "/go?code=wave+47"):
        assert get(house, path).status_code in (200, 302, 303)


def test_who_is_signed_in_is_answered_always(house: House) -> None:
    house.session("WAVE47")
    guess(house)
    for browser in (house.owner(), house.facilitator("WAVE47")):
        there = {"REMOTE_ADDR": HALL}
        assert browser.get("/WAVE47/console", environ_overrides=there).status_code == 200
    house.session("TIDE48")
    elsewhere = house.facilitator("WAVE47")
    answer = elsewhere.get("/TIDE48", environ_overrides={"REMOTE_ADDR": HALL})
    assert answer.status_code == 429


def test_a_code_that_is_not_looked_up_is_said_and_tried_again_by_itself(house: House) -> None:
    guess(house)
    answer = get(house, "/go?code=wave+47")
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 180
    assert answer.headers["Refresh"] == "30"
    assert "wave 47" in answer.text
    assert "within 3 minutes" in answer.text
    assert 'action="/go"' in answer.text
    assert get(house, "/WAVE47/me.json").json == {"error": "too_fast"}
    house.session("WAVE47")
    house.clock.pass_s(181)
    assert get(house, "/go?code=wave+47").status_code == 303


def test_a_display_that_was_opened_too_early_opens_once_there_is_a_session(house: House) -> None:
    for _ in range(100):
        assert get(house, "/WAVE47/display").status_code == 404
    guess(house)
    house.session("WAVE47")
    assert get(house, "/WAVE47/display").status_code == 200


def test_a_published_summary_opens_also_where_somebody_guesses(house: House) -> None:
    house.session("WAVE47")
    for command in (StartSession(), CloseSession(), PublishSummary()):
        house.send("WAVE47", command)
    slug = house.access_keys.summary_slug("WAVE47", 1)
    guess(house)
    assert get(house, f"/s/{slug}").status_code == 200
    assert get(house, f"/s/{slug}x").status_code == 429


@pytest.mark.parametrize(("public_url", "words"), [("", 1), ("https://bowl.example", 2)])
def test_where_strangers_can_try_them_codes_are_long(
    house: House, public_url: str, words: int
) -> None:
    house.network._public_url = public_url
    page = house.owner().get("/new").text
    found = re.search(r'name="code" value="([A-Z]+)(\d+)"', page)
    assert found
    assert (len(found[1]) == 10, len(found[2])) == (words == 2, 2 * words)
    form = {"question": "Why?", "code": found[1] + found[2], "id": "made-here-0001"}
    answer = house.owner().post("/new", data=form, headers={"Origin": ORIGIN})
    assert answer.headers["Location"] == f"/{found[1]}{found[2]}/console"
