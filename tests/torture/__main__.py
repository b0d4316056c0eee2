"""``python -m tests.torture [--minutes N]``: the long rounds, by hand and nightly.

A third of the time goes to kills, a third to power cuts, a third to bad networks. Every round that
breaks a promise is named; the exit code is then 1.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.torture.kills import kill_again_and_again
from tests.torture.networks import tap_through
from tests.torture.power_cuts import cut_again_and_again

ENDLESS = 10**9


def main() -> int:
    """Run the rounds and say what they came to."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--kills", type=int, default=ENDLESS, help="stop killing after so many")
    parser.add_argument("--only", choices=("kills", "power", "network"))
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    each_s = 60 * asked.minutes / (1 if asked.only else 3)
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        if asked.only in (None, "kills"):
            kills = kill_again_and_again(
                folder / "kills.db", kills=asked.kills, until_s=each_s, seed=asked.seed
            )
            print(f"kills: {kills.kills}, acknowledged: {kills.acknowledged}", flush=True)
            wrong += kills.wrong
        if asked.only in (None, "power"):
            (folder / "power").mkdir()
            cuts = cut_again_and_again(
                folder / "power", cuts=ENDLESS, until_s=each_s, seed=asked.seed
            )
            print(f"power cuts: {cuts.cuts}, acknowledged: {cuts.acknowledged}", flush=True)
            wrong += cuts.wrong
        if asked.only in (None, "network"):
            tapped = tap_through(
                folder / "network.db", taps_wanted=ENDLESS, until_s=each_s, seed=asked.seed
            )
            print(
                f"taps through a bad network: {tapped.taps} ({tapped.broken} cuts, "
                f"{tapped.swallowed} black holes, {tapped.doubled} doubled)",
                flush=True,
            )
            wrong += tapped.wrong
    for one in wrong:
        print(f"BROKEN: {one}")
    print(f"{len(wrong)} promises broken")
    return int(bool(wrong))


sys.exit(main())
