"""A short round in each mode; ``make fuzz`` runs long ones."""

from pathlib import Path

import pytest

from tests.fuzz.rounds import WEIGHTS, fuzz

SECONDS = 5.0
SEED = 11


@pytest.mark.parametrize("async_mode", ["eventlet", "threading"])
def test_whatever_is_sent_the_server_lives_and_serves_others(
    tmp_path: Path, async_mode: str
) -> None:
    round = fuzz(tmp_path, seconds=SECONDS, seed=SEED, async_mode=async_mode)
    assert round.findings == []
    assert set(round.sent) == set(WEIGHTS)
