"""Links that hand a part over: who gets them, what they open, and that they can be taken back."""

import pytest
from flask.testing import FlaskClient

from fishbowl.domain.kernel.roles import HELPERS, Role
from fishbowl.domain.session.commands import RevokeLinks
from tests.web.conftest import ORIGIN, Site

CONSOLE_HELPERS = (Role.CO_FACILITATOR, Role.NOTE_TAKER)
WAY_IN = {
    Role.CO_FACILITATOR: "console",
    Role.NOTE_TAKER: "console",
    Role.RUNNER: "runner",
    Role.STAGE_MONITOR: "stage",
}


def link(site: Site, role: Role, code: str = "WAVE47") -> str:
    """The link that the facilitator's console offers for a role."""
    helpers = site.facilitator(code).get(f"/{code}/links.json").json["helpers"]
    return str(helpers[role.value])


def let_in(site: Site, role: Role, code: str = "WAVE47") -> FlaskClient:
    """Somebody who has opened the link of a role."""
    browser = site.visitor()
    answer = open_link(browser, link(site, role, code))
    assert answer.json == {"code": code, "role": role.value}
    return browser


def open_link(browser: FlaskClient, url: str):
    return browser.post("/k", json={"key": url.partition("#")[2]}, headers={"Origin": ORIGIN})


@pytest.fixture
def code(site: Site) -> str:
    return site.creates("WAVE47")


@pytest.mark.parametrize("role", HELPERS)
def test_a_link_says_its_role_and_opens_its_page(site: Site, code: str, role: Role):
    assert link(site, role).startswith(f"{ORIGIN}/k#WAVE47.{role.value}.1.")
    browser = let_in(site, role)
    assert browser.get(f"/{code}/{WAY_IN[role]}").status_code == 200
    assert site.visitor().get(f"/{code}/{WAY_IN[role]}").status_code == 403


@pytest.mark.parametrize("role", HELPERS)
def test_a_link_opens_one_session_and_not_the_others(site: Site, code: str, role: Role):
    site.creates("MATE23")
    browser = let_in(site, role)
    assert browser.get(f"/MATE23/{WAY_IN[role]}").status_code == 403
    key = link(site, role).partition("#")[2]
    elsewhere = site.visitor(**{f"fishbowl_{role.value}_MATE23": key})
    assert elsewhere.get(f"/MATE23/{WAY_IN[role]}").status_code == 403


OPENS = {
    "console": {Role.CO_FACILITATOR, Role.NOTE_TAKER},
    "summary": {Role.CO_FACILITATOR, Role.NOTE_TAKER},
    "export.md": {Role.CO_FACILITATOR, Role.NOTE_TAKER},
    "people.json": {Role.CO_FACILITATOR},
    "links.json": {Role.CO_FACILITATOR},
    "sheet": {Role.CO_FACILITATOR},
    "runner": {Role.CO_FACILITATOR, Role.RUNNER},
    "stage": {Role.CO_FACILITATOR, Role.STAGE_MONITOR},
    "handover/runner.svg": set(),
}


@pytest.mark.parametrize("path", OPENS)
@pytest.mark.parametrize("role", HELPERS)
def test_each_role_opens_what_it_needs(site: Site, code: str, role: Role, path: str):
    status = 200 if role in OPENS[path] else 403
    assert let_in(site, role).get(f"/{code}/{path}").status_code == status
    assert site.facilitator(code).get(f"/{code}/{path}").status_code == 200


def test_only_the_facilitator_is_given_links_to_hand_out(site: Site, code: str):
    given = let_in(site, Role.CO_FACILITATOR).get(f"/{code}/links.json").json
    assert not {"console", "helpers"} & given.keys()
    assert given["join"]


@pytest.mark.parametrize("role", HELPERS)
def test_a_link_taken_back_opens_nothing_and_says_so(site: Site, code: str, role: Role):
    old, browser = link(site, role), let_in(site, role)
    assert site.sends(code, RevokeLinks(role=role.value)).ok
    page = browser.get(f"/{code}/{WAY_IN[role]}")
    assert page.status_code == 403
    assert b"This link no longer works" in page.data
    answer = open_link(site.visitor(), old)
    assert (answer.status_code, answer.json) == (403, {"error": "link_revoked"})
    assert "Set-Cookie" not in answer.headers
    new = link(site, role)
    assert new != old
    assert open_link(browser, new).status_code == 200
    assert browser.get(f"/{code}/{WAY_IN[role]}").status_code == 200


def test_taking_one_roles_links_back_leaves_the_others(site: Site, code: str):
    co, runner = let_in(site, Role.CO_FACILITATOR), let_in(site, Role.RUNNER)
    site.sends(code, RevokeLinks(role="runner"))
    assert co.get(f"/{code}/console").status_code == 200
    assert runner.get(f"/{code}/runner").status_code == 403
    assert site.facilitator(code).get(f"/{code}/console").status_code == 200


def test_the_highest_role_wins(site: Site, code: str):
    browser = let_in(site, Role.NOTE_TAKER)
    open_link(browser, link(site, Role.CO_FACILITATOR))
    assert browser.get(f"/{code}/people.json").status_code == 200
    site.sends(code, RevokeLinks(role="co_facilitator"))
    assert browser.get(f"/{code}/people.json").status_code == 403
    assert browser.get(f"/{code}/console").status_code == 200


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("runner", "co_facilitator"), ("runner", "facilitator"), ("runner", "time"),
        (".1.", ".2."), (".1.", ".01."), (".1.", ".-1."), (".1.", "."), ("WAVE47", "WAVE47.x"),
    ],
)  # fmt: skip
def test_a_link_that_was_changed_by_hand_opens_nothing(
    site: Site, code: str, written: str, instead: str
):
    answer = open_link(site.visitor(), link(site, Role.RUNNER).replace(written, instead))
    assert (answer.status_code, answer.json) == (403, {"error": "wrong_key"})


def test_the_qr_of_a_link_is_for_the_facilitator_and_not_kept(site: Site, code: str):
    answer = site.facilitator(code).get(f"/{code}/handover/note_taker.svg")
    assert answer.content_type.startswith("image/svg+xml")
    assert answer.headers["Cache-Control"] == "no-store"
    for role in ("facilitator", "attendee", "nobody"):
        assert site.facilitator(code).get(f"/{code}/handover/{role}.svg").status_code == 404
