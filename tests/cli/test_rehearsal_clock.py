"""The clock of a rehearsal runs fast, and never ahead of the wall's."""

from fishbowl.domain.kernel.ids import Millis
from fishbowl.host.clock import FastClock, SystemClock

HOUR_MS = 3_600_000


def test_it_starts_in_the_past_and_runs_fast():
    wall_ms = SystemClock().now_ms()
    clock = FastClock(Millis(wall_ms - HOUR_MS), 10.0)
    assert clock.rate == 10.0
    assert wall_ms - HOUR_MS <= clock.now_ms() < wall_ms


def test_it_keeps_to_the_wall_once_it_has_caught_up():
    wall = SystemClock()
    clock = FastClock(Millis(wall.now_ms() + HOUR_MS), 10.0, wall)
    assert clock.rate == 1.0
    assert clock.now_ms() <= wall.now_ms()


def test_it_can_skip_a_night_and_is_fast_afterwards():
    wall_ms = SystemClock().now_ms()
    clock = FastClock(Millis(wall_ms - 10 * HOUR_MS), 10.0)
    clock.skip_to(Millis(wall_ms - 2 * HOUR_MS))
    assert wall_ms - 2 * HOUR_MS <= clock.now_ms() < wall_ms - HOUR_MS
    assert clock.rate == 10.0


def test_it_never_goes_back_nor_ahead_of_the_wall():
    wall = SystemClock()
    wall_ms = wall.now_ms()
    clock = FastClock(Millis(wall_ms - 2 * HOUR_MS), 10.0, wall)
    clock.skip_to(Millis(wall_ms - 5 * HOUR_MS))
    assert clock.now_ms() >= wall_ms - 2 * HOUR_MS
    clock.skip_to(Millis(wall_ms + HOUR_MS))
    assert clock.rate == 1.0
    assert clock.now_ms() <= wall.now_ms()
