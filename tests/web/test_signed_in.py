"""Cookies hold random tokens; whoever is signed in can sign out, here or everywhere."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from fishbowl.access.sign_ins import OWNER, READER
from fishbowl.domain.kernel.roles import HELPERS, Role
from fishbowl.domain.session.commands import RevokeLinks
from tests.web.conftest import ORIGIN, House

DAY_S = 24 * 60 * 60


def sign_out(browser: FlaskClient, what: str) -> Any:
    return browser.post("/signed-in", data={"end": what}, headers={"Origin": ORIGIN})


def is_owner(browser: FlaskClient) -> bool:
    return "Your fishbowls" in browser.get("/").text


def test_a_cookie_is_no_key(house: House) -> None:
    house.session("WAVE47")
    keys = {
        "/o": house.sign_ins.owner_key(),
        "/k": house.access_keys.facilitator_key("WAVE47"),
        "/a": house.access_keys.reader_key(1),
    }
    seen = set()
    for door, key in keys.items():
        for _ in range(2):
            answer = house.visitor().post(door, json={"key": key}, headers={"Origin": ORIGIN})
            cookie = answer.headers["Set-Cookie"]
            assert key not in cookie
            seen.add(cookie.partition(";")[0])
    assert len(seen) == 6


def test_cookies_that_hold_keys_open_nothing(house: House) -> None:
    """As they were before: their holders open their link again."""
    house.session("WAVE47")
    name = house.sign_ins.cookie(OWNER)
    old = house.visitor(
        **{
            name: house.sign_ins.owner_key(),
            "fishbowl_owner": house.sign_ins.owner_key(),
            "fishbowl_key_WAVE47": house.access_keys.facilitator_key("WAVE47"),
            "fishbowl_reader": house.access_keys.reader_key(1),
        }
    )
    assert not is_owner(old)
    assert old.get("/WAVE47/console").status_code == 403
    assert old.get("/archive").status_code == 403
    assert old.get_cookie("fishbowl_owner", domain="192.168.1.20") is None
    assert old.get_cookie("fishbowl_key_WAVE47", domain="192.168.1.20") is None


def test_a_page_that_is_opened_keeps_its_sign_in_alive_here_and_in_the_browser(
    house: House,
) -> None:
    house.session("WAVE47")
    browser = house.facilitator("WAVE47")
    for _ in range(4):
        house.clock.pass_s(20 * DAY_S)
        answer = browser.get("/WAVE47/console")
        assert answer.status_code == 200
        (cookie,) = answer.headers.getlist("Set-Cookie")
        assert cookie.startswith("fishbowl_key_WAVE47=")
        assert "Max-Age=2592000" in cookie
    house.clock.pass_s(31 * DAY_S)
    assert browser.get("/WAVE47/console").status_code == 403


def test_what_a_page_does_not_need_is_not_kept_alive_by_it(house: House) -> None:
    house.session("WAVE47")
    house.session("TIDE48")
    browser = house.facilitator("WAVE47")
    token = house.sign_ins.enter({}, Role.FACILITATOR, "TIDE48", 1)
    browser.set_cookie("fishbowl_key_TIDE48", token, domain="192.168.1.20")
    for _ in range(2):
        house.clock.pass_s(20 * DAY_S)
        browser.get("/WAVE47/console")
    assert browser.get("/WAVE47/console").status_code == 200
    assert browser.get("/TIDE48/console").status_code == 403


def test_the_owner_signs_out_here_and_stays_signed_in_elsewhere(house: House) -> None:
    here, there = house.owner(), house.owner()
    answer = sign_out(here, house.sign_ins.cookie(OWNER))
    assert answer.status_code == 303
    assert f"{house.sign_ins.cookie(OWNER)}=;" in answer.headers["Set-Cookie"]
    assert (is_owner(here), is_owner(there)) == (False, True)
    assert "signed in to nothing" in here.get("/signed-in?out=").text


def test_signing_out_holds_for_a_copy_of_the_cookie(house: House) -> None:
    token = house.sign_ins.enter({}, OWNER, "", 1)
    name = house.sign_ins.cookie(OWNER)
    mine, copy = house.visitor(**{name: token}), house.visitor(**{name: token})
    sign_out(mine, "here")
    assert not is_owner(copy)


def test_the_owner_signs_out_everywhere_and_nobody_else_does(house: House) -> None:
    house.session("WAVE47")
    here, there, facilitator = house.owner(), house.owner(), house.facilitator("WAVE47")
    assert sign_out(facilitator, "everywhere").status_code == 403
    assert sign_out(house.visitor(), "everywhere").status_code == 403
    assert is_owner(there)
    page = here.get("/signed-in").text
    assert page.count("this device,") == page.count("another device,") == 1
    assert sign_out(here, "everywhere").status_code == 303
    assert (is_owner(here), is_owner(there)) == (False, False)
    assert facilitator.get("/WAVE47/console").status_code == 200


@pytest.mark.parametrize("role", [Role.FACILITATOR, *HELPERS])
def test_whoever_came_by_a_link_can_go_and_the_link_stays_good(house: House, role: Role) -> None:
    house.session("WAVE47")
    pages = {Role.RUNNER: "runner", Role.STAGE_MONITOR: "stage"}
    way = f"/WAVE47/{pages.get(role, 'console')}"
    browser = house.signed_in(role, "WAVE47")
    page = browser.get("/signed-in").text
    assert "WAVE 47" in page
    assert "What makes people stay?" in page
    assert sign_out(browser, house.sign_ins.cookie(role, "WAVE47")).status_code == 303
    assert browser.get(way).status_code == 403
    assert house.signed_in(role, "WAVE47").get(way).status_code == 200


def test_a_reader_can_go(house: House) -> None:
    browser = house.signed_in(READER)
    assert browser.get("/archive").status_code == 200
    assert "Reader of the archive" in browser.get("/signed-in").text
    sign_out(browser, house.sign_ins.cookie(READER))
    assert browser.get("/archive").status_code == 403


def test_nobody_ends_what_another_browser_holds(house: House) -> None:
    owner, other = house.owner(), house.visitor()
    sign_out(other, house.sign_ins.cookie(OWNER))
    sign_out(other, "here")
    assert is_owner(owner)


def test_a_foreign_page_signs_nobody_out(house: House) -> None:
    owner = house.owner()
    answer = owner.post(
        "/signed-in", data={"end": "here"}, headers={"Origin": "https://evil.example"}
    )
    assert answer.status_code == 403
    assert is_owner(owner)


def test_a_link_that_is_taken_back_ends_its_sign_ins(house: House) -> None:
    house.session("WAVE47")
    runner = house.signed_in(Role.RUNNER, "WAVE47")
    assert runner.get("/WAVE47/runner").status_code == 200
    house.send("WAVE47", RevokeLinks(role="runner"))
    answer = runner.get("/WAVE47/runner")
    assert answer.status_code == 403
    assert "This link no longer works" in answer.text
    assert house.signed_in(Role.RUNNER, "WAVE47", 2).get("/WAVE47/runner").status_code == 200


def test_the_front_door_offers_the_way_out_to_whoever_is_in(house: House) -> None:
    house.session("WAVE47")
    assert 'href="/signed-in"' not in house.visitor().get("/").text
    for browser in (house.owner(), house.signed_in(Role.NOTE_TAKER, "WAVE47")):
        assert 'href="/signed-in"' in browser.get("/").text


@pytest.mark.parametrize("generation", ["1" * 5_000, "²", "-1"])
def test_a_key_of_an_absurd_generation_is_a_wrong_one(house: House, generation: str) -> None:
    house.session("WAVE47")
    key = f"WAVE47.runner.{generation}.x"
    answer = house.visitor().post("/k", json={"key": key}, headers={"Origin": ORIGIN})
    assert answer.status_code == 403
