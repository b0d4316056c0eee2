"""What people answer: some say yes, some say no, some never answer, some do so late."""

from collections import Counter
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from fishbowl.simulation.conference.answering import answer_to_letter
from fishbowl.simulation.conference.guest import Guest
from fishbowl.simulation.conference.visitors import draw_visitors
from fishbowl.simulation.material.giving import SUBJECTS

NO_BROWSER: Any = None
"""Deciding what to answer opens no page."""
FIRST = draw_visitors(20, 1, Random("test"))[0]


def guest(number: int = 0, **manner: Any) -> Guest:
    is_usual = {"is_silent": False, "is_late": False, "is_busy": False, "tells": True}
    visitor = replace(
        FIRST, seed=f"guest {number}", manner=replace(FIRST.manner, **{**is_usual, **manner})
    )
    return Guest(visitor, NO_BROWSER)


def said(one: Guest, purpose: str, **told: str) -> dict[str, Any]:
    return answer_to_letter(one, {"purpose": purpose, **told})


@pytest.mark.parametrize("purpose", ["suggestion", "pair", "check_in", "outcome", "ask"])
def test_who_is_silent_never_answers_what_others_ask(purpose: str):
    one = guest(is_silent=True)
    assert not any(said(one, purpose, heading="Did you meet?") for _ in range(20))
    assert said(one, "confirm") == {"do": "confirm"}


def test_who_is_late_answers_when_they_are_asked_again():
    one = guest(is_late=True)
    assert said(one, "check_in", heading="Did you and Jonas meet?") == {}
    assert said(one, "check_in", heading="Did you and Kofi meet?") == {}
    assert said(one, "check_in", heading="Did you and Jonas meet?")
    assert said(one, "check_in", heading="Did you and Jonas meet?") == {}, "it is another question"


@pytest.mark.parametrize(
    ("purpose", "presses"),
    [
        ("suggestion", {"yes", "no"}),
        ("pair", {"yes", "no"}),
        ("check_in", {"met", "not_yet", "will_not"}),
        ("outcome", {"helped_tell", "tried", "did_not_help"}),
        ("ask", {"answer", "pass"}),
    ],
)
def test_people_answer_differently(purpose: str, presses: set[str]):
    found = Counter(said(guest(number), purpose)["do"] for number in range(200))
    assert set(found) == presses
    assert min(found.values()) > 5


def test_an_answer_to_a_question_is_about_what_was_asked():
    answers = [said(guest(number), "ask", text=SUBJECTS[3].question) for number in range(30)]
    assert {one["words"] for one in answers if one["do"] == "answer"} == {SUBJECTS[3].answer}


def test_a_letter_that_asks_nothing_is_left_alone():
    assert said(guest(), "introduction") == {}
