"""The wider bowl: the nearer the more lately seen, and nobody in particular."""

from itertools import pairwise
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishbowl.views.community.host_members import SEEN
from fishbowl.views.community.wider_bowl import CENTRE, DOTS_MAX, sampled, wider_bowl

counts = st.lists(st.integers(0, 12_000), min_size=4, max_size=4)


@given(counts)
def test_the_nearer_the_more_lately_seen_and_no_dot_lies_on_another(numbers: list[int]):
    bowl = wider_bowl(dict(zip(SEEN, numbers, strict=True)))
    assert bowl.is_sample == (sum(numbers) > DOTS_MAX)
    shown = [sum(dot.seen == seen for dot in bowl.dots) for seen in SEEN]
    assert shown == sampled(numbers)
    assert [bool(one) for one in shown] == [bool(one) for one in numbers]
    distances = [dist((dot.x, dot.y), (CENTRE, CENTRE)) for dot in bowl.dots]
    groups = [
        [far for far, dot in zip(distances, bowl.dots, strict=True) if dot.seen == seen]
        for seen in SEEN
    ]
    for near, far in pairwise([group for group in groups if group]):
        assert max(near) < min(far)
    assert all(58 < one < 200 for one in distances)
    places = {(dot.x, dot.y) for dot in bowl.dots}
    assert len(places) == len(bowl.dots)


@given(counts)
def test_a_sample_keeps_the_proportions_and_the_bound(numbers: list[int]):
    shown = sampled(numbers)
    assert sum(shown) <= max(DOTS_MAX, 0)
    if sum(numbers) <= DOTS_MAX:
        assert shown == numbers


def test_four_sizes_the_biggest_nearest():
    bowl = wider_bowl(dict.fromkeys(SEEN, 3))
    sizes = [next(dot.r for dot in bowl.dots if dot.seen == seen) for seen in SEEN]
    assert sizes == sorted(set(sizes), reverse=True)


@pytest.mark.parametrize("numbers", [{}, dict.fromkeys(SEEN, 0)])
def test_nobody_leaves_empty_rings(numbers: dict[str, int]):
    bowl = wider_bowl(numbers)  # type: ignore[arg-type]
    assert (bowl.dots, len(bowl.rings), bowl.is_sample) == ((), 4, False)
