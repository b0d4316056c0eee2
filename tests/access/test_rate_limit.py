"""A bucket of tokens for each key: a burst, an even refill, nobody slowed by another."""

from hypothesis import given
from hypothesis import strategies as st

from fishbowl.access import rate_limit
from fishbowl.access.rate_limit import RateLimit


def test_a_burst_is_allowed_and_then_one_has_to_wait() -> None:
    limit = RateLimit(5, 10)
    assert [limit.allows("phone", 0) for _ in range(6)] == [True] * 5 + [False]
    assert not limit.allows("phone", 1.9)
    assert limit.allows("phone", 2.1)


def test_one_key_does_not_slow_another_down() -> None:
    limit = RateLimit(1, 10)
    assert limit.allows("phone", 0)
    assert limit.allows("another", 0)
    assert not limit.allows("phone", 0)


def test_asking_takes_no_token() -> None:
    limit = RateLimit(1, 10)
    assert all(limit.would_allow("phone", 0) for _ in range(5))
    assert limit.allows("phone", 0)
    assert not limit.would_allow("phone", 0)
    assert limit.would_allow("phone", 10)
    assert len(limit) == 1


def test_the_wait_is_the_time_until_the_next_token() -> None:
    limit = RateLimit(2, 10)
    assert limit.wait_s("phone", 0) == 0
    for _ in range(2):
        limit.allows("phone", 0)
    assert limit.wait_s("phone", 0) == 5
    assert limit.wait_s("phone", 3) == 2


def test_a_full_bucket_is_forgotten() -> None:
    limit = RateLimit(5, 10)
    for number in range(1_000):
        limit.allows(number, 0)
    limit.allows("late", 10)
    assert len(limit) == 1


def test_keys_without_end_take_no_memory_without_end(monkeypatch) -> None:
    monkeypatch.setattr(rate_limit, "KEYS_MAX", 100)
    limit = RateLimit(5, 10)
    for number in range(1_000):
        limit.allows(number, 0)
    assert len(limit) == 100


@given(st.lists(st.floats(0, 5), min_size=1, max_size=200))
def test_over_any_time_no_more_get_through_than_the_limit_allows(gaps_s: list[float]) -> None:
    limit, now_s, through = RateLimit(20, 10), 0.0, 0
    for gap_s in gaps_s:
        now_s += gap_s
        through += limit.allows("phone", now_s)
    assert through <= 20 + now_s * 2 + 1e-6


def test_who_reserves_is_served_in_turn_and_waits_no_longer_than_they_would() -> None:
    limit = RateLimit(2, 1)  # two a second
    waits = [limit.reserve("address", 0, at_most_s=1) for _ in range(5)]
    assert waits == [0, 0, 0.5, 1, None]
    assert limit.reserve("address", 1, at_most_s=0) is None  # the second paid for two who waited
    assert limit.reserve("address", 1.5, at_most_s=0) == 0


def test_a_bucket_that_owes_tokens_is_kept() -> None:
    limit = RateLimit(1, 1)
    for _ in range(10):
        limit.reserve("address", 0, at_most_s=60)
    limit.allows("another", 5)
    assert len(limit) == 2
