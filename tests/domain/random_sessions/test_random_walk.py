"""Long random sessions of 150 commands each, deeper than hypothesis goes by itself."""

import pytest

from tests.domain.random_sessions.random_walk import COMMANDS, RandomWalk
from tests.support.long import cases


@pytest.mark.parametrize("seed", cases(range(40), short=range(15)))
def test_a_long_random_session_keeps_every_promise(seed: int):
    walk = RandomWalk(seed)
    for _ in range(COMMANDS):
        walk.goes_on()
        walk.everything_holds()
    walk.teardown()
