"""Taps come as fast as thumbs, and no faster."""

from hypothesis import given
from hypothesis import strategies as st

from fishbowl.live.pace import Pace


def test_so_many_taps_may_come_at_once_and_then_one_has_to_wait() -> None:
    pace = Pace(5, 10)
    assert [pace.allows("phone", 0) for _ in range(6)] == [True] * 5 + [False]
    assert not pace.allows("phone", 1.9)
    assert pace.allows("phone", 2.1)


def test_one_device_does_not_slow_another_down() -> None:
    pace = Pace(1, 10)
    assert pace.allows("phone", 0)
    assert pace.allows("another", 0)
    assert not pace.allows("phone", 0)


def test_whoever_has_rested_is_forgotten() -> None:
    pace = Pace(5, 10)
    for number in range(1_000):
        pace.allows(number, 0)
    pace.allows("late", 10)
    assert len(pace) == 1


@given(st.lists(st.floats(0, 5), min_size=1, max_size=200))
def test_over_any_stretch_of_time_no_more_get_through_than_the_pace_allows(
    gaps_s: list[float],
) -> None:
    pace, now_s, through = Pace(20, 10), 0.0, 0
    for gap_s in gaps_s:
        now_s += gap_s
        through += pace.allows("phone", now_s)
    assert through <= 20 + now_s * 2 + 1e-6
