"""Setting up a session for under-18s: a school is offered it, and it settles names and the date."""

from typing import Any

import pytest

from fishbowl.domain.community.commands import DescribeCommunity
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import JoinSession
from tests.web.conftest import ORIGIN, Site
from tests.web.setup.test_create import made

TICK = "This session is for under-18s"
FORM = {
    "code": "WAVE47",
    "question": "What makes a good teacher?",
    "attribution": "named",
    "term": "never",
    "under_18": "yes",
    "term_end": "2027-07-16",
    "zone": "Europe/Berlin",
}
MIDNIGHT_MS = 1_815_688_800_000
"""The 16th of July 2027 in Berlin."""


def is_a(site: Site, kind: Any) -> None:
    command = DescribeCommunity(kind=kind, title="North School")
    assert site.members.ask(command, role=Role.OWNER).ok


def post(site: Site, path: str = "/new", **changes: str) -> Any:
    form = {**FORM, **changes}
    return site.owner().post(path, data=form, headers={"Origin": ORIGIN})


@pytest.mark.parametrize(("kind", "offers"), [("school", True), ("association", False)])
def test_only_a_school_is_offered_it(site: Site, kind: str, offers: bool):
    assert TICK not in site.owner().get("/new").text
    is_a(site, kind)
    assert (TICK in site.owner().get("/new").text) == offers


def test_nobody_is_named_and_everybody_is_forgotten_on_the_date_whatever_else_the_form_says(
    site: Site,
):
    is_a(site, "school")
    assert post(site).status_code == 303
    settings = made(site).settings
    assert settings.under_18
    assert settings.attribution == "chatham_house"
    assert settings.keep_until_ms == MIDNIGHT_MS


@pytest.mark.parametrize("term_end", ["", "some day", "2019-01-01"])
def test_without_a_date_that_comes_nothing_is_made_and_the_field_says_so(site: Site, term_end: str):
    is_a(site, "school")
    answer = post(site, term_end=term_end)
    assert answer.status_code == 422
    assert 'id="term_end-problem"' in answer.text
    assert not site.service.sessions()


def test_the_page_that_changes_it_shows_it_and_keeps_it_once_somebody_has_joined(site: Site):
    is_a(site, "school")
    post(site)
    code = made(site).code
    assert site.sends(code, JoinSession(name="Amira"), Role.ATTENDEE, "d" * 20).ok
    page = site.owner().get(f"/{code}/setup").text
    assert '<input type="hidden" name="under_18" value="yes">' in page
    assert post(site, f"/{code}/setup", question="Why?").status_code == 303
    assert post(site, f"/{code}/setup", under_18="").status_code == 422
    assert made(site).settings.under_18


def test_another_one_like_it_asks_for_another_date(site: Site):
    is_a(site, "school")
    post(site)
    page = site.owner().get(f"/new?like={made(site).code}").text
    assert 'name="term_end" type="date" value=""' in page
