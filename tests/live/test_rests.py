"""How often a room is sent something."""

import pytest

from fishbowl.live.rests import TICK_S, Rests

NOON_S = 43_200.0
MOMENT_S = 0.001


def test_the_first_change_of_a_room_goes_out_at_once():
    rests = Rests()
    assert rests.due(["WAVE47"], NOON_S) == ["WAVE47"]
    assert rests.left_s(["WAVE47"], NOON_S) is None


def test_a_room_that_was_sent_something_rests_for_a_tick_and_no_other_does():
    rests = Rests()
    rests.begin("WAVE47", NOON_S, phones=40)
    assert rests.due(["WAVE47", "TIDE22"], NOON_S + MOMENT_S) == ["TIDE22"]
    assert rests.left_s(["WAVE47"], NOON_S + MOMENT_S) == pytest.approx(TICK_S - MOMENT_S)
    assert rests.due(["WAVE47"], NOON_S + TICK_S) == ["WAVE47"]


def test_a_big_crowd_rests_longer_and_keeps_no_small_room_waiting():
    rests = Rests()
    rests.begin("WAVE47", NOON_S, phones=2_000)
    rests.begin("TIDE22", NOON_S, phones=40)
    assert rests.left_s(["WAVE47", "TIDE22"], NOON_S) == pytest.approx(TICK_S)
    assert rests.due(["WAVE47", "TIDE22"], NOON_S + TICK_S) == ["TIDE22"]
    assert rests.left_s(["WAVE47"], NOON_S + TICK_S) == pytest.approx(TICK_S)


def test_a_wait_that_is_over_is_none_below_nothing():
    rests = Rests()
    rests.begin("WAVE47", NOON_S, phones=1)
    assert rests.left_s(["WAVE47"], NOON_S + 5) == 0.0
    assert rests.left_s([], NOON_S) is None
