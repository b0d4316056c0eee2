"""How often a room is sent something."""

import pytest

from fishbowl.live.send_throttle import (
    BURST_BYTES,
    BYTES_PER_S,
    LATE_MAX_S,
    TICK_S,
    ByteBudget,
    SendThrottle,
)

NOON_S = 43_200.0
MOMENT_S = 0.001


def test_the_first_change_of_a_room_goes_out_at_once():
    throttle = SendThrottle()
    assert throttle.due(["WAVE47"], NOON_S) == ["WAVE47"]
    assert throttle.left_s(["WAVE47"], NOON_S) is None


def test_a_room_that_was_sent_something_rests_for_a_tick_and_no_other_does():
    throttle = SendThrottle()
    throttle.hold("WAVE47", NOON_S, phones=40)
    assert throttle.due(["WAVE47", "TIDE22"], NOON_S + MOMENT_S) == ["TIDE22"]
    assert throttle.left_s(["WAVE47"], NOON_S + MOMENT_S) == pytest.approx(TICK_S - MOMENT_S)
    assert throttle.due(["WAVE47"], NOON_S + TICK_S) == ["WAVE47"]


def test_a_big_crowd_rests_longer_and_keeps_no_small_room_waiting():
    throttle = SendThrottle()
    throttle.hold("WAVE47", NOON_S, phones=2_000)
    throttle.hold("TIDE22", NOON_S, phones=40)
    assert throttle.left_s(["WAVE47", "TIDE22"], NOON_S) == pytest.approx(TICK_S)
    assert throttle.due(["WAVE47", "TIDE22"], NOON_S + TICK_S) == ["TIDE22"]
    assert throttle.left_s(["WAVE47"], NOON_S + TICK_S) == pytest.approx(TICK_S)


def test_a_wait_that_is_over_is_none_below_nothing():
    throttle = SendThrottle()
    throttle.hold("WAVE47", NOON_S, phones=1)
    assert throttle.left_s(["WAVE47"], NOON_S + 5) == 0.0
    assert throttle.left_s([], NOON_S) is None


def test_what_comes_after_a_calm_time_goes_out_at_once():
    budget = ByteBudget()
    assert budget.spend("WAVE47", 1_000, NOON_S) == 0.0
    assert budget.spend("WAVE47", int(BURST_BYTES) - 1_000, NOON_S) == 0.0
    assert budget.spend("TIDE22", 1_000, NOON_S) == 0.0


def test_a_room_that_has_been_sent_much_waits_until_that_is_made_up_for():
    budget = ByteBudget()
    budget.spend("WAVE47", int(BURST_BYTES), NOON_S)
    wait_s = budget.spend("WAVE47", 600_000, NOON_S)
    assert wait_s == pytest.approx(600_000 / BYTES_PER_S)
    assert budget.spend("WAVE47", 0, NOON_S + wait_s) == pytest.approx(0.0)


def test_a_room_never_waits_longer_than_that_however_much_it_was_sent():
    budget = ByteBudget()
    assert budget.spend("WAVE47", 10**9, NOON_S) == pytest.approx(LATE_MAX_S)
    assert budget.spend("WAVE47", 10**9, NOON_S) == pytest.approx(LATE_MAX_S)


def test_a_room_rests_as_long_as_its_budget_says():
    throttle = SendThrottle()
    throttle.hold("WAVE47", NOON_S, phones=40, least_s=0.7)
    assert throttle.left_s(["WAVE47"], NOON_S) == pytest.approx(0.7)
