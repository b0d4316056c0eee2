"""Making a session: what the form says is what the first event says, and nothing is lost."""

import re
from typing import Any

import pytest

from fishbowl.domain.session.state import Session
from tests.web.conftest import ORIGIN, Site

FORM = {
    "question": "What makes people stay?",
    "event": "Stewardship Day",
    "chairs": "6",
    "minutes": "60",
    "seat_minutes": "5",
    "attribution": "chatham_house",
}


def post(site: Site, **changes: str) -> Any:
    form = {name: value for name, value in {**FORM, **changes}.items() if value is not None}
    return site.owner().post("/new", data=form, headers={"Origin": ORIGIN})


def made(site: Site) -> Session:
    (row,) = site.service.sessions()
    session = site.service.session(row.code)
    assert session is not None
    return session


def test_a_form_becomes_a_session_and_leads_to_its_console(site: Site):
    answer = post(site)
    session = made(site)
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/{session.code}/console"
    assert session.settings.question == "What makes people stay?"
    assert session.settings.event == "Stewardship Day"
    assert session.settings.chair_count == 6
    assert session.settings.open_chairs == 1
    assert session.settings.seat_limit_ms == 5 * 60_000
    assert session.settings.attribution == "chatham_house"
    assert session.clock.planned_ms == 60 * 60_000


def test_a_question_alone_is_enough(site: Site):
    answer = site.owner().post("/new", data={"question": "Why?"}, headers={"Origin": ORIGIN})
    assert answer.status_code == 303
    assert made(site).settings.chair_count == 5
    assert made(site).settings.attribution == "named"


def test_the_wifi_that_was_typed_is_the_rooms(site: Site):
    post(site, wifi_network="Hall 2", wifi_security="open", wifi_password="left over")
    wifi = made(site).wifi
    assert (wifi.network, wifi.security, wifi.password) == ("Hall 2", "open", "")


def test_lines_of_a_question_become_one(site: Site):
    post(site, question="What makes\r\n people \u202estay?")
    assert made(site).settings.question == "What makes people stay?"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("question", "  \n "),
        ("question", "x" * 141),
        ("event", "x" * 141),
        ("chairs", "1"),
        ("chairs", "9"),
        ("chairs", "five"),
        ("minutes", "0"),
        ("minutes", "-5"),
        ("minutes", "1441"),
        ("minutes", "4.5"),
        ("seat_minutes", "٣"),
        ("seat_minutes", "9" * 400),
        ("attribution", "everybody"),
    ],
)
def test_what_is_amiss_is_said_beside_its_field_and_nothing_is_lost(
    site: Site, field: str, value: str
):
    answer = post(site, **{field: value})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert site.service.sessions() == []
    assert f'id="{field}-problem"' in page
    assert len(re.findall(r'id="\w+-problem"', page)) == 1
    if field != "attribution":
        assert 'aria-invalid="true"' in page
    for other, typed in FORM.items():
        if other not in (field, "attribution"):
            assert typed in page


def test_the_form_shows_the_code_that_the_session_gets(site: Site):
    owner = site.owner()
    page = owner.get("/new").get_data(as_text=True)
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', page))
    owner.post("/new", data={**FORM, **hidden}, headers={"Origin": ORIGIN})
    assert made(site).code == hidden["code"]


def test_a_form_that_is_sent_twice_makes_one_session(site: Site):
    hidden = {"code": "WAVE47", "id": "the-form-of-this-morning"}
    places = [post(site, **hidden).headers["Location"] for _ in range(2)]
    assert places == ["/WAVE47/console"] * 2
    assert len(site.service.sessions()) == 1


def test_going_back_and_asking_something_else_makes_another(site: Site):
    hidden = {"code": "WAVE47", "id": "the-form-of-this-morning"}
    post(site, **hidden)
    answer = post(site, **hidden, question="What makes people leave?")
    assert answer.status_code == 303
    assert answer.headers["Location"] != "/WAVE47/console"
    assert {row.question for row in site.service.sessions()} == {
        "What makes people stay?",
        "What makes people leave?",
    }


@pytest.mark.parametrize("code", ["new", "WAVE 47", "../o", "ÄRA47", "X" * 50])
def test_a_made_up_code_is_drawn_again(site: Site, code: str):
    post(site, code=code)
    assert re.fullmatch(r"[A-Z]{4,5}[2-9]{2}", made(site).code)


def test_the_owners_page_lists_the_sessions(site: Site):
    site.creates("WAVE47", question="Is <b>this</b> safe?")
    page = site.owner().get("/").get_data(as_text=True)
    assert "Is &lt;b&gt;this&lt;/b&gt; safe?" in page
    assert "WAVE 47" in page
    assert 'href="/WAVE47/console"' in page
    assert 'href="/WAVE47/summary"' in page
    assert "Not started" in page
    assert "0 people" in page


def test_the_typed_event_begins_a_series_in_the_zone_of_the_browser_and_finds_it_again(site: Site):
    post(site, zone="Europe/Lisbon")
    post(site, question="And who leaves?", event="stewardship DAY")
    (series,) = site.series.all()
    assert (series.about.label, series.about.time_zone) == ("Stewardship Day", "Europe/Lisbon")
    assert {row.series for row in site.service.sessions()} == {series.id}
    assert '<option value="Stewardship Day">' in site.owner().get("/new").text


def test_names_of_series_are_suggested_to_hosts_and_public_ones_to_others(site: Site):
    post(site, question="Why?")
    (row,) = site.service.sessions()
    path = f"/{row.code}/event-names.json"
    assert site.owner().get(path).json == {"names": ["Stewardship Day"]}
    assert site.facilitator(row.code).get(path).json == {"names": []}
    assert (
        "<option"
        not in site.facilitator(row.code)
        .get(f"/{row.code}/setup")
        .text.split('id="event-names"')[1]
        .split("</datalist>")[0]
    )
