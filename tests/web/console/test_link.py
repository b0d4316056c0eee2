"""The facilitator's link: the owner hands it out, and can renew it."""

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import ORIGIN, Site


@pytest.fixture
def code(site: Site) -> str:
    return site.creates("WAVE47")


def link(site: Site, code: str) -> str:
    """The link that the owner's page of a session shows."""
    page = site.owner().get(f"/{code}/link").text
    return page.partition('id="link" value="')[2].partition('"')[0]


def open_link(browser: FlaskClient, url: str):
    return browser.post("/k", json={"key": url.partition("#")[2]}, headers={"Origin": ORIGIN})


def renew(site: Site, code: str, generation: int = 1):
    return site.owner().post(
        f"/{code}/link", data={"generation": generation}, headers={"Origin": ORIGIN}
    )


def test_the_owner_sees_the_link_and_what_renewing_does(site: Site, code: str):
    page = site.owner().get(f"/{code}/link")
    assert page.headers["Cache-Control"] == "no-store"
    assert link(site, code) == f"{ORIGIN}/k#{site.access_keys.facilitator_key(code)}"
    assert "every console that was opened with it is told so" in page.text
    assert f'href="/{code}/link"' in site.owner().get("/").text


def test_a_renewed_link_opens_and_the_old_one_is_told_why_not(site: Site, code: str):
    old, holder = link(site, code), site.visitor()
    assert open_link(holder, old).status_code == 200
    answer = renew(site, code)
    assert (answer.status_code, answer.location) == (303, f"/{code}/link?renewed=")
    assert open_link(site.visitor(), old).json == {"error": "link_revoked"}
    assert "This link no longer works" in holder.get(f"/{code}/console").text
    new = link(site, code)
    assert new != old
    assert open_link(holder, new).json == {"code": code, "role": "facilitator"}
    assert holder.get(f"/{code}/console").status_code == 200
    assert holder.get(f"/{code}/links.json").json["console"] == new


def test_the_owner_stays_in(site: Site, code: str):
    renew(site, code)
    assert site.owner().get(f"/{code}/console").status_code == 200


def test_pressed_twice_on_one_page_it_is_renewed_once(site: Site, code: str):
    renew(site, code)
    new = link(site, code)
    assert renew(site, code).status_code == 303
    assert link(site, code) == new


def test_it_can_be_renewed_again_and_no_old_link_comes_back(site: Site, code: str):
    links = [link(site, code)]
    for generation in (1, 2):
        renew(site, code, generation)
        links.append(link(site, code))
    assert len(set(links)) == 3
    assert [open_link(site.visitor(), one).status_code for one in links] == [403, 403, 200]


def test_only_the_owner_sees_or_renews_it(site: Site, code: str):
    for browser in (site.visitor(), site.facilitator(code)):
        assert browser.get(f"/{code}/link").status_code == 403
        answer = browser.post(f"/{code}/link", data={"generation": 1}, headers={"Origin": ORIGIN})
        assert answer.status_code == 403
    assert site.facilitator(code).get(f"/{code}/console").status_code == 200


def test_a_key_for_the_owners_generation_cannot_be_made_up(site: Site, code: str):
    made_up = f"{code}.facilitator.0.{site.access_keys.facilitator_key(code).partition('.')[2]}"
    assert site.access_keys.read_key(made_up) is None


@pytest.mark.parametrize("generation", ["", "x", "-1"])
def test_a_form_that_is_not_ours_changes_nothing(site: Site, code: str, generation: str):
    old = link(site, code)
    answer = site.owner().post(
        f"/{code}/link", data={"generation": generation}, headers={"Origin": ORIGIN}
    )
    assert answer.status_code == 400
    assert link(site, code) == old
