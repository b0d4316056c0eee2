"""A short round of each torture; ``make torture`` runs long ones."""

from pathlib import Path

from tests.torture.kills import kill_again_and_again
from tests.torture.networks import tap_through
from tests.torture.power_cuts import cut_again_and_again


def test_what_was_acknowledged_before_a_kill_is_there_once_and_answered_the_same(tmp_path: Path):
    round = kill_again_and_again(tmp_path / "fishbowl.db", kills=5, until_s=25)
    assert round.kills >= 1
    assert round.acknowledged > 50
    assert round.wrong == []


def test_what_was_acknowledged_before_a_power_cut_is_there_once(tmp_path: Path):
    round = cut_again_and_again(tmp_path, cuts=15, until_s=20)
    assert round.cuts >= 1
    assert round.acknowledged > 10
    assert round.wrong == []


def test_every_tap_through_a_bad_network_happens_once(tmp_path: Path):
    round = tap_through(tmp_path / "fishbowl.db", taps_wanted=400, until_s=25)
    assert round.broken + round.swallowed + round.doubled > 0
    assert round.taps > 20
    assert round.wrong == []
