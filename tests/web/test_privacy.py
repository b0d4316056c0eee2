"""What is kept, who sees it, for how long: said in plain words where people join and set up."""

from datetime import UTC, datetime

import pytest

from tests.web.conftest import ORIGIN, House
from tests.web.test_setup import made, post

NOON = "2030-03-31T12:00"


@pytest.mark.parametrize("visitor", ["visitor", "owner"])
def test_everybody_can_read_it(house: House, visitor: str):
    page = getattr(house, visitor)().get("/privacy")
    assert page.status_code == 200
    for words in ("What is kept", "Who sees it", "For how long", "How to be forgotten"):
        assert words in page.text


def test_set_up_leads_to_it(house: House):
    assert 'href="/privacy"' in house.owner().get("/new").text


def test_names_are_kept_for_twelve_months_unless_somebody_chooses_otherwise(house: House):
    post(house, starts=NOON, zone="UTC")
    settings = made(house).settings
    assert settings.keep_until_ms == datetime(2031, 3, 31, tzinfo=UTC).timestamp() * 1000
    assert settings.keeps == "published"


@pytest.mark.parametrize(
    ("term", "until"),
    [("1", (2030, 4, 30)), ("3", (2030, 6, 30)), ("24", (2032, 3, 31)), ("never", None)],
)
def test_there_are_other_terms(house: House, term: str, until: tuple[int, int, int] | None):
    post(house, starts=NOON, zone="UTC", term=term)
    expected = 0 if until is None else datetime(*until, tzinfo=UTC).timestamp() * 1000
    assert made(house).settings.keep_until_ms == expected


def test_published_words_can_go_as_well(house: House):
    post(house, everything="yes")
    assert made(house).settings.keeps == "nothing"


def test_a_date_of_ones_own_needs_a_date(house: House):
    for changes in ({"keep": ""}, {"keep": "soon"}):
        answer = post(house, term="date", **changes)
        assert answer.status_code == 422
    assert post(house, term="for ever").status_code == 422
    assert post(house, term="date", keep="2031-01-02", zone="UTC").status_code == 303
    assert made(house).settings.keep_until_ms == datetime(2031, 1, 2, tzinfo=UTC).timestamp() * 1000


def test_another_session_like_one_is_kept_as_that_one_was(house: House):
    post(house, term="never")
    code = made(house).code
    page = house.owner().get(f"/new?like={code}").text
    assert '<option value="never" selected>' in page


def test_another_session_like_one_from_before_is_asked_the_usual(house: House):
    house.session("WAVE47", keeps="nothing")
    assert '<option value="12" selected>' in house.owner().get("/new?like=WAVE47").text


def test_planning_again_keeps_the_choice(house: House):
    post(house, everything="yes", term="date", keep="2031-01-02", zone="UTC")
    session = made(house)
    page = house.facilitator(session.code).get(f"/{session.code}/setup")
    assert '<option value="date" selected>' in page.text
    assert 'name="everything" value="yes" checked' in page.text
    assert page.headers["Content-Security-Policy"]
    assert ORIGIN
