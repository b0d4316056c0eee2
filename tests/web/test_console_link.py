"""The facilitator's link: the owner hands it out, and can renew it."""

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import ORIGIN, House


@pytest.fixture
def code(house: House) -> str:
    return house.session("WAVE47")


def link(house: House, code: str) -> str:
    """The link that the owner's page of a session shows."""
    page = house.owner().get(f"/{code}/link").text
    return page.partition('id="link" value="')[2].partition('"')[0]


def open_link(browser: FlaskClient, url: str):
    return browser.post("/k", json={"key": url.partition("#")[2]}, headers={"Origin": ORIGIN})


def renew(house: House, code: str, generation: int = 1):
    return house.owner().post(
        f"/{code}/link", data={"generation": generation}, headers={"Origin": ORIGIN}
    )


def test_the_owner_sees_the_link_and_what_renewing_does(house: House, code: str):
    page = house.owner().get(f"/{code}/link")
    assert page.headers["Cache-Control"] == "no-store"
    assert link(house, code) == f"{ORIGIN}/k#{house.access_keys.facilitator_key(code)}"
    assert "every console that was opened with it is told so" in page.text
    assert f'href="/{code}/link"' in house.owner().get("/").text


def test_a_renewed_link_opens_and_the_old_one_is_told_why_not(house: House, code: str):
    old, holder = link(house, code), house.visitor()
    assert open_link(holder, old).status_code == 200
    answer = renew(house, code)
    assert (answer.status_code, answer.location) == (303, f"/{code}/link?renewed=")
    assert open_link(house.visitor(), old).json == {"error": "link_revoked"}
    assert "This link no longer works" in holder.get(f"/{code}/console").text
    new = link(house, code)
    assert new != old
    assert open_link(holder, new).json == {"code": code, "role": "facilitator"}
    assert holder.get(f"/{code}/console").status_code == 200
    assert holder.get(f"/{code}/links.json").json["console"] == new


def test_the_owner_stays_in(house: House, code: str):
    renew(house, code)
    assert house.owner().get(f"/{code}/console").status_code == 200


def test_pressed_twice_on_one_page_it_is_renewed_once(house: House, code: str):
    renew(house, code)
    new = link(house, code)
    assert renew(house, code).status_code == 303
    assert link(house, code) == new


def test_it_can_be_renewed_again_and_no_old_link_comes_back(house: House, code: str):
    links = [link(house, code)]
    for generation in (1, 2):
        renew(house, code, generation)
        links.append(link(house, code))
    assert len(set(links)) == 3
    assert [open_link(house.visitor(), one).status_code for one in links] == [403, 403, 200]


def test_only_the_owner_sees_or_renews_it(house: House, code: str):
    for browser in (house.visitor(), house.facilitator(code)):
        assert browser.get(f"/{code}/link").status_code == 403
        answer = browser.post(f"/{code}/link", data={"generation": 1}, headers={"Origin": ORIGIN})
        assert answer.status_code == 403
    assert house.facilitator(code).get(f"/{code}/console").status_code == 200


def test_a_key_for_the_owners_generation_cannot_be_made_up(house: House, code: str):
    made_up = f"{code}.facilitator.0.{house.access_keys.facilitator_key(code).partition('.')[2]}"
    assert house.access_keys.read_key(made_up) is None


@pytest.mark.parametrize("generation", ["", "x", "-1"])
def test_a_form_that_is_not_ours_changes_nothing(house: House, code: str, generation: str):
    old = link(house, code)
    answer = house.owner().post(
        f"/{code}/link", data={"generation": generation}, headers={"Origin": ORIGIN}
    )
    assert answer.status_code == 400
    assert link(house, code) == old
