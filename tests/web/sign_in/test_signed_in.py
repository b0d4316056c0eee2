"""Cookies hold random tokens; whoever is signed in can sign out, here or everywhere."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from fishbowl.access.sign_ins import OWNER, READER
from fishbowl.domain.kernel.roles import HELPERS, Role
from fishbowl.domain.session.commands import RevokeLinks
from tests.web.conftest import ORIGIN, Site

DAY_S = 24 * 60 * 60


def sign_out(browser: FlaskClient, what: str) -> Any:
    return browser.post("/signed-in", data={"end": what}, headers={"Origin": ORIGIN})


def is_owner(browser: FlaskClient) -> bool:
    return "Your fishbowls" in browser.get("/").text


def test_a_cookie_is_no_key(site: Site) -> None:
    site.creates("WAVE47")
    keys = {
        "/o": site.sign_ins.owner_key(),
        "/k": site.access_keys.facilitator_key("WAVE47"),
        "/a": site.access_keys.reader_key(1),
    }
    seen = set()
    for door, key in keys.items():
        for _ in range(2):
            answer = site.visitor().post(door, json={"key": key}, headers={"Origin": ORIGIN})
            cookie = answer.headers["Set-Cookie"]
            assert key not in cookie
            seen.add(cookie.partition(";")[0])
    assert len(seen) == 6


def test_cookies_that_hold_keys_open_nothing(site: Site) -> None:
    """As they were before: their holders open their link again."""
    site.creates("WAVE47")
    name = site.sign_ins.cookie(OWNER)
    old = site.visitor(
        **{
            name: site.sign_ins.owner_key(),
            "fishbowl_owner": site.sign_ins.owner_key(),
            "fishbowl_key_WAVE47": site.access_keys.facilitator_key("WAVE47"),
            "fishbowl_reader": site.access_keys.reader_key(1),
        }
    )
    assert not is_owner(old)
    assert old.get("/WAVE47/console").status_code == 403
    assert old.get("/archive").status_code == 403
    assert old.get_cookie("fishbowl_owner", domain="192.168.1.20") is None
    assert old.get_cookie("fishbowl_key_WAVE47", domain="192.168.1.20") is None


def test_a_page_that_is_opened_keeps_its_sign_in_alive_here_and_in_the_browser(
    site: Site,
) -> None:
    site.creates("WAVE47")
    browser = site.facilitator("WAVE47")
    for _ in range(4):
        site.wait(20 * DAY_S)
        answer = browser.get("/WAVE47/console")
        assert answer.status_code == 200
        (cookie,) = answer.headers.getlist("Set-Cookie")
        assert cookie.startswith("fishbowl_key_WAVE47=")
        assert "Max-Age=2592000" in cookie
    site.wait(31 * DAY_S)
    assert browser.get("/WAVE47/console").status_code == 403


def test_what_a_page_does_not_need_is_not_kept_alive_by_it(site: Site) -> None:
    site.creates("WAVE47")
    site.creates("TIDE48")
    browser = site.facilitator("WAVE47")
    token = site.sign_ins.enter({}, Role.FACILITATOR, "TIDE48", 1)
    browser.set_cookie("fishbowl_key_TIDE48", token, domain="192.168.1.20")
    for _ in range(2):
        site.wait(20 * DAY_S)
        browser.get("/WAVE47/console")
    assert browser.get("/WAVE47/console").status_code == 200
    assert browser.get("/TIDE48/console").status_code == 403


def test_the_owner_signs_out_here_and_stays_signed_in_elsewhere(site: Site) -> None:
    here, there = site.owner(), site.owner()
    answer = sign_out(here, site.sign_ins.cookie(OWNER))
    assert answer.status_code == 303
    assert f"{site.sign_ins.cookie(OWNER)}=;" in answer.headers["Set-Cookie"]
    assert (is_owner(here), is_owner(there)) == (False, True)
    assert "signed in to nothing" in here.get("/signed-in?out=").text


def test_signing_out_holds_for_a_copy_of_the_cookie(site: Site) -> None:
    token = site.sign_ins.enter({}, OWNER, "", 1)
    name = site.sign_ins.cookie(OWNER)
    mine, copy = site.visitor(**{name: token}), site.visitor(**{name: token})
    sign_out(mine, "here")
    assert not is_owner(copy)


def test_the_owner_signs_out_everywhere_and_nobody_else_does(site: Site) -> None:
    site.creates("WAVE47")
    here, there, facilitator = site.owner(), site.owner(), site.facilitator("WAVE47")
    assert sign_out(facilitator, "everywhere").status_code == 403
    assert sign_out(site.visitor(), "everywhere").status_code == 403
    assert is_owner(there)
    page = here.get("/signed-in").text
    assert page.count("this device,") == page.count("another device,") == 1
    assert sign_out(here, "everywhere").status_code == 303
    assert (is_owner(here), is_owner(there)) == (False, False)
    assert facilitator.get("/WAVE47/console").status_code == 200


@pytest.mark.parametrize("role", [Role.FACILITATOR, *HELPERS])
def test_whoever_came_by_a_link_can_go_and_the_link_stays_good(site: Site, role: Role) -> None:
    site.creates("WAVE47")
    pages = {Role.RUNNER: "runner", Role.STAGE_MONITOR: "stage"}
    way = f"/WAVE47/{pages.get(role, 'console')}"
    browser = site.signed_in(role, "WAVE47")
    page = browser.get("/signed-in").text
    assert "WAVE 47" in page
    assert "What makes people stay?" in page
    assert sign_out(browser, site.sign_ins.cookie(role, "WAVE47")).status_code == 303
    assert browser.get(way).status_code == 403
    assert site.signed_in(role, "WAVE47").get(way).status_code == 200


def test_a_reader_can_go(site: Site) -> None:
    browser = site.signed_in(READER)
    assert browser.get("/archive").status_code == 200
    assert "Reader of the archive" in browser.get("/signed-in").text
    sign_out(browser, site.sign_ins.cookie(READER))
    assert browser.get("/archive").status_code == 403


def test_nobody_ends_what_another_browser_holds(site: Site) -> None:
    owner, other = site.owner(), site.visitor()
    sign_out(other, site.sign_ins.cookie(OWNER))
    sign_out(other, "here")
    assert is_owner(owner)


def test_a_foreign_page_signs_nobody_out(site: Site) -> None:
    owner = site.owner()
    answer = owner.post(
        "/signed-in", data={"end": "here"}, headers={"Origin": "https://evil.example"}
    )
    assert answer.status_code == 403
    assert is_owner(owner)


def test_a_link_that_is_taken_back_ends_its_sign_ins(site: Site) -> None:
    site.creates("WAVE47")
    runner = site.signed_in(Role.RUNNER, "WAVE47")
    assert runner.get("/WAVE47/runner").status_code == 200
    site.sends("WAVE47", RevokeLinks(role="runner"))
    answer = runner.get("/WAVE47/runner")
    assert answer.status_code == 403
    assert "This link no longer works" in answer.text
    assert site.signed_in(Role.RUNNER, "WAVE47", 2).get("/WAVE47/runner").status_code == 200


def test_the_front_door_offers_the_way_out_to_whoever_is_in(site: Site) -> None:
    site.creates("WAVE47")
    assert 'href="/signed-in"' not in site.visitor().get("/").text
    for browser in (site.owner(), site.signed_in(Role.NOTE_TAKER, "WAVE47")):
        assert 'href="/signed-in"' in browser.get("/").text


@pytest.mark.parametrize("generation", ["1" * 5_000, "²", "-1"])
def test_a_key_of_an_absurd_generation_is_a_wrong_one(site: Site, generation: str) -> None:
    site.creates("WAVE47")
    key = f"WAVE47.runner.{generation}.x"
    answer = site.visitor().post("/k", json={"key": key}, headers={"Origin": ORIGIN})
    assert answer.status_code == 403
