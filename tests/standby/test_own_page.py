"""The page of a standby itself: how often a key may be tried, and what is said before a press."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from fishbowl.host.network import Network
from fishbowl.standby.following import Phase, Standing
from fishbowl.standby.sealing import Seal
from fishbowl.web.standby import own

KEY = "the-key-of-the-link"
URL = "http://127.0.0.1:8080"
ORIGIN = {"Origin": "http://localhost"}


@pytest.fixture
def page() -> Callable[[Phase], FlaskClient]:
    def open_page(phase: Phase) -> FlaskClient:
        standby = own.Standby(
            primary=URL,
            standing=lambda: Standing(phase),
            take_over=lambda: pytest.fail("nobody pressed"),
            became=lambda: None,
            seal=Seal("a key"),
            epoch=lambda: 0,
            network=Network("127.0.0.1", 8081, ""),
        )
        return own.own_app(standby, KEY).test_client()

    return open_page


def tries(browser: FlaskClient, key: str) -> int:
    return browser.post("/o", json={"key": key}, headers=ORIGIN).status_code


def test_wrong_keys_from_one_address_are_limited(page):
    browser = page("in_step")
    burst = own.WRONG_KEYS[0]
    assert {tries(browser, f"guess-{number}") for number in range(burst)} == {403}
    assert tries(browser, "one more") == 429
    assert tries(browser, KEY) == 429, "a guesser learns nothing any more"
    assert browser.post("/standby/fence", data=b"x", headers=ORIGIN).status_code == 429


def test_the_right_key_costs_nothing(page):
    browser = page("in_step")
    assert {tries(browser, KEY) for _ in range(own.WRONG_KEYS[0] + 5)} == {204}


def test_who_cannot_reach_the_other_computer_is_told_to_switch_it_off_before_the_press(page):
    for phase, told in (("away", True), ("in_step", False)):
        browser = page(phase)
        assert tries(browser, KEY) == 204
        assert ("Switch the other computer off before you press" in browser.get("/").text) == told
