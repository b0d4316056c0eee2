"""Making a session: what the form says is what the first event says, and nothing is lost."""

import re
from typing import Any

import pytest

from fishbowl.domain.session.state import Session
from tests.web.conftest import ORIGIN, House

FORM = {
    "question": "What makes people stay?",
    "event": "Stewardship Day",
    "chairs": "6",
    "minutes": "60",
    "seat_minutes": "5",
    "attribution": "chatham_house",
}


def post(house: House, **changes: str) -> Any:
    form = {name: value for name, value in {**FORM, **changes}.items() if value is not None}
    return house.owner().post("/new", data=form, headers={"Origin": ORIGIN})


def made(house: House) -> Session:
    (row,) = house.service.sessions()
    session = house.service.session(row.code)
    assert session is not None
    return session


def test_a_form_becomes_a_session_and_leads_to_its_console(house: House):
    answer = post(house)
    session = made(house)
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/{session.code}/console"
    assert session.settings.question == "What makes people stay?"
    assert session.settings.event == "Stewardship Day"
    assert session.settings.chair_count == 6
    assert session.settings.open_chairs == 1
    assert session.settings.seat_limit_ms == 5 * 60_000
    assert session.settings.attribution == "chatham_house"
    assert session.clock.planned_ms == 60 * 60_000


def test_a_question_alone_is_enough(house: House):
    answer = house.owner().post("/new", data={"question": "Why?"}, headers={"Origin": ORIGIN})
    assert answer.status_code == 303
    assert made(house).settings.chair_count == 5
    assert made(house).settings.attribution == "named"


def test_the_wifi_that_was_typed_is_the_rooms(house: House):
    post(house, wifi_network="Hall 2", wifi_security="open", wifi_password="left over")
    wifi = made(house).wifi
    assert (wifi.network, wifi.security, wifi.password) == ("Hall 2", "open", "")


def test_lines_of_a_question_become_one(house: House):
    post(house, question="What makes\r\n people \u202estay?")
    assert made(house).settings.question == "What makes people stay?"


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
    house: House, field: str, value: str
):
    answer = post(house, **{field: value})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert house.service.sessions() == []
    assert f'id="{field}-problem"' in page
    assert len(re.findall(r'id="\w+-problem"', page)) == 1
    if field != "attribution":
        assert 'aria-invalid="true"' in page
    for other, typed in FORM.items():
        if other not in (field, "attribution"):
            assert typed in page


def test_the_form_shows_the_code_that_the_session_gets(house: House):
    owner = house.owner()
    page = owner.get("/new").get_data(as_text=True)
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', page))
    owner.post("/new", data={**FORM, **hidden}, headers={"Origin": ORIGIN})
    assert made(house).code == hidden["code"]


def test_a_form_that_is_sent_twice_makes_one_session(house: House):
    hidden = {"code": "WAVE47", "id": "the-form-of-this-morning"}
    places = [post(house, **hidden).headers["Location"] for _ in range(2)]
    assert places == ["/WAVE47/console"] * 2
    assert len(house.service.sessions()) == 1


def test_going_back_and_asking_something_else_makes_another(house: House):
    hidden = {"code": "WAVE47", "id": "the-form-of-this-morning"}
    post(house, **hidden)
    answer = post(house, **hidden, question="What makes people leave?")
    assert answer.status_code == 303
    assert answer.headers["Location"] != "/WAVE47/console"
    assert {row.question for row in house.service.sessions()} == {
        "What makes people stay?",
        "What makes people leave?",
    }


@pytest.mark.parametrize("code", ["new", "WAVE 47", "../o", "ÄRA47", "X" * 50])
def test_a_made_up_code_is_drawn_again(house: House, code: str):
    post(house, code=code)
    assert re.fullmatch(r"[A-Z]{4,5}[2-9]{2}", made(house).code)


def test_the_owners_page_lists_the_sessions(house: House):
    house.session("WAVE47", question="Is <b>this</b> safe?")
    page = house.owner().get("/").get_data(as_text=True)
    assert "Is &lt;b&gt;this&lt;/b&gt; safe?" in page
    assert "WAVE 47" in page
    assert 'href="/WAVE47/console"' in page
    assert 'href="/WAVE47/summary"' in page
    assert "Not started" in page
    assert "0 people" in page
