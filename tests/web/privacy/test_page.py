"""What is kept, who sees it, for how long: said in plain words where people join and set up."""

from datetime import UTC, datetime

import pytest

from tests.web.conftest import ORIGIN, Site
from tests.web.setup.test_create import made, post

NOON = "2030-03-31T12:00"


@pytest.mark.parametrize("visitor", ["visitor", "owner"])
def test_everybody_can_read_it(site: Site, visitor: str):
    page = getattr(site, visitor)().get("/privacy")
    assert page.status_code == 200
    for words in ("What is kept", "Who sees it", "For how long", "How to be forgotten"):
        assert words in page.text


def test_set_up_leads_to_it(site: Site):
    assert 'href="/privacy"' in site.owner().get("/new").text


def test_names_are_kept_for_twelve_months_unless_somebody_chooses_otherwise(site: Site):
    post(site, starts=NOON, zone="UTC")
    settings = made(site).settings
    assert settings.keep_until_ms == datetime(2031, 3, 31, tzinfo=UTC).timestamp() * 1000
    assert settings.keeps == "published"


@pytest.mark.parametrize(
    ("term", "until"),
    [("1", (2030, 4, 30)), ("3", (2030, 6, 30)), ("24", (2032, 3, 31)), ("never", None)],
)
def test_there_are_other_terms(site: Site, term: str, until: tuple[int, int, int] | None):
    post(site, starts=NOON, zone="UTC", term=term)
    expected = 0 if until is None else datetime(*until, tzinfo=UTC).timestamp() * 1000
    assert made(site).settings.keep_until_ms == expected


def test_published_words_can_go_as_well(site: Site):
    post(site, everything="yes")
    assert made(site).settings.keeps == "nothing"


def test_a_date_of_ones_own_needs_a_date(site: Site):
    for changes in ({"keep": ""}, {"keep": "soon"}):
        answer = post(site, term="date", **changes)
        assert answer.status_code == 422
    assert post(site, term="for ever").status_code == 422
    assert post(site, term="date", keep="2031-01-02", zone="UTC").status_code == 303
    assert made(site).settings.keep_until_ms == datetime(2031, 1, 2, tzinfo=UTC).timestamp() * 1000


def test_another_session_like_one_is_kept_as_that_one_was(site: Site):
    post(site, term="never")
    code = made(site).code
    page = site.owner().get(f"/new?like={code}").text
    assert '<option value="never" selected>' in page


def test_another_session_like_one_from_before_is_asked_the_usual(site: Site):
    site.creates("WAVE47", keeps="nothing")
    assert '<option value="12" selected>' in site.owner().get("/new?like=WAVE47").text


def test_planning_again_keeps_the_choice(site: Site):
    post(site, everything="yes", term="date", keep="2031-01-02", zone="UTC")
    session = made(site)
    page = site.facilitator(session.code).get(f"/{session.code}/setup")
    assert '<option value="date" selected>' in page.text
    assert 'name="everything" value="yes" checked' in page.text
    assert page.headers["Content-Security-Policy"]
    assert ORIGIN
