"""Series on a member's own page, and the links of their letters."""

import json
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from fishbowl.domain.community import commands as cc
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import OccasionId, SeriesId
from fishbowl.domain.series.model import About, Recurrence
from fishbowl.domain.series.state import Series
from fishbowl.services.series_letters import SeriesLetters
from tests.domain.series.dsl import at
from tests.web.community.circle import comes
from tests.web.community.conftest import NOBODY, POST, Circle

LUNCH = SeriesId("lunchlunch")
NOVEMBER, DECEMBER = OccasionId("2026-11-05"), OccasionId("2026-12-03")
ABOUT = About(label="First Thursday lunch", slug="lunch", time_zone="Europe/Berlin", is_public=True)
FIRST_THURSDAY = Recurrence(
    every="month", weekdays=("th",), nth=1, starts_on="2026-01-01", at="12:15", minutes=75
)


class Lunch:
    """A lunch in a week, of whose rota two are."""

    def __init__(self, circle: Circle) -> None:
        self.circle, self.site = circle, circle.site
        self.site.clock.wait((at("2026-10-29 08:00") - self.site.clock.now_ms()) / 1000)
        self.site.series.follow_with(SeriesLetters(self.site.tokens, self.site.series.state))
        self.asks(c.BeginSeries(id=LUNCH, about=ABOUT))
        self.asks(c.SetRecurrence(recurrence=FIRST_THURSDAY))
        self.ana = circle.joins("Ana", mail="ana@example.org")
        self.ben = circle.joins("Wilhelmina", mail="ben@example.org")

    def asks(self, command: c.Command, member: MemberId = NOBODY) -> Any:
        role = Role.MEMBER if member else Role.OWNER
        outcome = self.site.series.ask(LUNCH, command, role=role, member=member)
        assert outcome.ok, outcome
        return outcome

    @property
    def state(self) -> Series:
        found = self.site.series.state(LUNCH)
        assert found is not None
        return found

    def turn(self, occasion: OccasionId = NOVEMBER) -> Any:
        found = self.state.occasions.get(occasion)
        return None if found is None else found.turn

    def sends(self, member: MemberId, path: str = f"/me/series/{LUNCH}", **form: str) -> str:
        """Send a form, and say where it leads."""
        answer = self.circle.browser(member).post(path, data=form, **POST)
        assert answer.status_code == 303, answer.text
        return str(answer.headers["Location"])

    def sees(self, member: MemberId) -> str:
        answer = self.circle.browser(member).get("/me")
        assert answer.status_code == 200
        return str(answer.text)

    def opens(self, member: MemberId, purpose: str, do: str = "") -> tuple[int, Any]:
        """Open the link of their last letter of a kind, and press."""
        row = next(
            one
            for one in self.site.service.log.letters(f"member/{member}")
            if one.letter == purpose
        )
        token = self.site.tokens.make(row.id, purpose)  # type: ignore[arg-type]
        body = {"token": token, **({"do": do} if do else {})}
        answer = self.site.visitor().post("/t", json=body, **POST)
        return answer.status_code, answer.get_json()


@pytest.fixture
def lunch(circle: Circle) -> Lunch:
    return Lunch(circle)


def test_who_turns_the_switch_on_is_asked_and_answers_on_their_page(lunch: Lunch) -> None:
    answer = lunch.circle.browser(lunch.ana).post(
        "/me/series", json={"what": f"{LUNCH}/rota", "on": True}, **POST
    )
    assert answer.status_code == 204
    assert "turn" in lunch.circle.state.members[lunch.ana].consents
    lunch.asks(c.AskTurn(occasion=NOVEMBER))
    assert "Would 5 November be yours?" in lunch.sees(lunch.ana)
    assert "Would 5 November" not in lunch.sees(lunch.ben)
    assert lunch.circle.browser(lunch.ana).get("/me/asked.json").get_json() == {"asked": True}
    lunch.sends(lunch.ana, do="take", occasion=NOVEMBER)
    page = lunch.sees(lunch.ana)
    assert "Dates that are yours" in page
    assert "Would 5 November" not in page
    lunch.sends(lunch.ana, do="bring", occasion=NOVEMBER, bring="lunch", words="Soup")
    assert "lunch: Soup" in lunch.sees(lunch.ana)
    data = json.loads(lunch.circle.browser(lunch.ana).get("/me/data.json").text)
    (kept,) = data["series"]
    assert kept["turns"][0]["brings"] == {"what": "lunch", "words": "Soup"}
    lunch.sends(lunch.ana, do="give_back", occasion=NOVEMBER)
    assert lunch.turn() is None


def test_a_series_that_is_not_public_is_offered_to_who_came_to_it_alone(lunch: Lunch) -> None:
    lunch.asks(c.DescribeSeries(about=replace(ABOUT, is_public=False)))
    assert "First Thursday lunch" not in lunch.sees(lunch.ana)
    switch = {"what": f"{LUNCH}/dates", "on": True}
    assert (
        lunch.circle.browser(lunch.ana).post("/me/series", json=switch, **POST).status_code == 400
    )
    lunch.site.creates("WAVE47", series=LUNCH)
    person = comes(lunch.site, "WAVE47")
    lunch.circle.asks(cc.LinkSession(member=lunch.ana, code="WAVE47", person=person))
    page = lunch.sees(lunch.ana)
    assert "First Thursday lunch" in page
    assert "You came once." in page
    assert "/series/lunch" not in page
    assert (
        lunch.circle.browser(lunch.ana).post("/me/series", json=switch, **POST).status_code == 204
    )
    assert "/series/lunch" in lunch.sees(lunch.ana)


def test_without_a_script_the_form_keeps_the_switches_of_all_series(lunch: Lunch) -> None:
    lunch.sends(lunch.ana, "/me/series", agree=f"{LUNCH}/dates")
    assert list(lunch.state.followers) == [lunch.ana]
    lunch.sends(lunch.ana, "/me/series")
    assert not lunch.state.followers
    assert lunch.circle.letters() == ["dates"]


def _both_have_a_date(lunch: Lunch) -> None:
    for member, date in ((lunch.ana, NOVEMBER), (lunch.ben, DECEMBER)):
        lunch.circle.asks(cc.SetConsent(member=member, consent="turn", on=True))
        lunch.asks(c.JoinRota(member=member), member)
        lunch.asks(c.TakeTurn(occasion=date, member=member), member)


def test_a_swap_is_asked_on_one_page_and_answered_on_the_other_without_names(lunch: Lunch) -> None:
    _both_have_a_date(lunch)
    lunch.sends(lunch.ana, do="swap", occasion=NOVEMBER, takes=DECEMBER)
    assert "Wilhelmina" not in lunch.sees(lunch.ana)
    page = lunch.sees(lunch.ben)
    assert "Would you swap 3 December for 5 November?" in page
    assert "Ana" not in page
    (swap,) = lunch.state.swaps
    lunch.sends(lunch.ben, do="agree", swap=str(swap))
    assert (lunch.turn().member, lunch.turn(DECEMBER).member) == (lunch.ben, lunch.ana)
    assert lunch.circle.letters(f"member/{lunch.ana}") == ["swapped"]


def test_what_is_over_is_said_and_changes_nothing(lunch: Lunch) -> None:
    assert lunch.sends(lunch.ana, do="take", occasion=NOVEMBER) == "/me?over#dates"
    assert "not possible any more" in lunch.circle.browser(lunch.ana).get("/me?over").text
    assert lunch.turn() is None
    path = "/me/series/otherseries"
    answer = lunch.circle.browser(lunch.ana).post(path, data={"do": "take"}, **POST)
    assert answer.status_code == 400


def test_the_link_of_a_letter_tells_the_question_and_one_press_answers_it_once(
    lunch: Lunch,
) -> None:
    lunch.circle.asks(cc.SetConsent(member=lunch.ana, consent="turn", on=True))
    lunch.asks(c.JoinRota(member=lunch.ana), lunch.ana)
    lunch.asks(c.AskTurn(occasion=NOVEMBER))
    status, told = lunch.opens(lunch.ana, "turn")
    assert (status, told["heading"]) == (200, "Would 5 November be yours?")
    assert not lunch.turn().is_taken, "opening the link answers nothing"
    assert lunch.opens(lunch.ana, "turn", "take") == (200, {"outcome": "taken"})
    assert lunch.turn().is_taken
    assert lunch.opens(lunch.ana, "turn", "pass")[0] == 410


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_until_when_is_told_by_the_clock_of_the_member(lunch: Lunch, zone: str) -> None:
    for command in (
        cc.SetConsent(member=lunch.ana, consent="turn", on=True),
        cc.ChangeMember(member=lunch.ana, label="Ana", language="en", time_zone=zone),
    ):
        lunch.circle.asks(command, Role.MEMBER, lunch.ana)
    lunch.asks(c.JoinRota(member=lunch.ana), lunch.ana)
    lunch.asks(c.AskTurn(occasion=NOVEMBER))
    until = datetime.fromtimestamp(lunch.turn().until_ms / 1000, ZoneInfo(zone))
    words = f"Without an answer by {until.day} {until:%b} {until.year}"
    assert words in lunch.sees(lunch.ana)
    assert words in lunch.opens(lunch.ana, "turn")[1]["text"]


def test_never_by_a_letter_turns_the_consent_off(lunch: Lunch) -> None:
    lunch.circle.asks(cc.SetConsent(member=lunch.ana, consent="turn", on=True))
    lunch.asks(c.JoinRota(member=lunch.ana), lunch.ana)
    lunch.asks(c.AskTurn(occasion=NOVEMBER))
    assert lunch.opens(lunch.ana, "turn", "never") == (200, {"outcome": "never"})
    assert "turn" not in lunch.circle.state.members[lunch.ana].consents


def test_a_letter_about_a_swap_leads_to_its_answer(lunch: Lunch) -> None:
    _both_have_a_date(lunch)
    lunch.asks(c.AskSwap(member=lunch.ana, gives=NOVEMBER, takes=DECEMBER), lunch.ana)
    assert lunch.opens(lunch.ben, "swap")[1]["heading"].startswith("Would you swap 3 December")
    assert lunch.opens(lunch.ben, "swap", "agree") == (200, {"outcome": "swapped"})
    assert lunch.turn().member == lunch.ben


def test_hosts_see_how_many_are_asked_and_whose_turn_nobody_takes(lunch: Lunch) -> None:
    lunch.circle.asks(cc.SetConsent(member=lunch.ana, consent="turn", on=True))
    lunch.asks(c.JoinRota(member=lunch.ana), lunch.ana)
    lunch.asks(c.AskTurn(occasion=NOVEMBER))
    page = lunch.site.owner().get("/community").text
    assert "1 member is asked whether a date would be theirs." in page
    lunch.asks(c.PassTurn(occasion=NOVEMBER, member=lunch.ana), lunch.ana)
    assert lunch.site.owner().get("/community").text == page, "a pass looks like silence"
    lunch.asks(c.WithdrawTurnQuestion(occasion=NOVEMBER))
    assert "Nobody has taken the turn on 5 November." in lunch.site.owner().get("/community").text
