"""The actions of a script exist, and a plan fits into the length it was made for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishbowl.domain.session.commands import CHAIRS_MAX, CHAIRS_MIN
from fishbowl.simulation.schedule import ACTIONS
from fishbowl.simulation.script import LEAST_TEMPO, OPEN_FISHBOWL, plan, tempo


def test_every_scheduled_action_exists():
    assert {scheduled.action for scheduled in OPEN_FISHBOWL.actions} == set(ACTIONS)


def test_scheduled_actions_are_in_order_and_within_the_session():
    times = [scheduled.at for scheduled in OPEN_FISHBOWL.actions]
    assert times == sorted(times)
    assert times[0] > 0
    assert times[-1] < 1


def test_the_talk_moves_on_more_than_once():
    assert sum(scheduled.action == "begin_topic" for scheduled in OPEN_FISHBOWL.actions) >= 3


@given(minutes=st.integers(2, 24 * 60))
def test_a_plan_fits_into_its_length(minutes):
    made = plan(minutes)
    whole = made.gather_s / 60 + made.planned + made.extension + made.pause_s / 60
    assert made.planned >= 1
    assert minutes - 1.5 <= whole <= minutes


def test_half_an_hour_is_used_to_the_end():
    made = plan(30)
    assert (made.planned, made.extension) == (26, 2)
    assert made.gather_s + made.pause_s == 120


def test_even_a_minute_has_a_plan():
    assert plan(1).planned == 1


@pytest.mark.parametrize(
    ("people", "chairs"), [(3, 3), (5, 3), (6, 4), (8, 5), (12, 5), (40, 5), (200, 5)]
)
def test_a_bowl_leaves_somebody_to_listen(people, chairs):
    assert OPEN_FISHBOWL.chairs_for(people) == chairs
    assert CHAIRS_MIN <= chairs <= CHAIRS_MAX


def test_short_sessions_are_lived_faster():
    assert tempo(26 * 60_000) == 1
    assert tempo(12 * 60_000) == 0.5
    assert tempo(60_000) == LEAST_TEMPO
