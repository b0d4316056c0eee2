"""``python -m tests.fuzz [--minutes N] [--seed N]``: long rounds, by hand and nightly.

A round has a server of its own and takes a minute; its seed is printed, and ``--seed`` begins with
it. Whatever is found is printed with what had been sent last; the exit code is then 1.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.rounds import fuzz

ROUND_S = 60.0


def main() -> int:
    """Fuzz, and say what it came to."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 10**6)
    parser.add_argument("--mode", choices=("eventlet", "threading"), default="eventlet")
    asked = parser.parse_args()
    ends_s, seed, found, sent = time.monotonic() + 60 * asked.minutes, asked.seed, 0, 0
    while (left_s := ends_s - time.monotonic()) > 0:
        with tempfile.TemporaryDirectory() as folder:
            round = fuzz(
                Path(folder), seconds=min(ROUND_S, left_s), seed=seed, async_mode=asked.mode
            )
        print(f"seed {seed}: {dict(round.sent)}, slowest /healthz {round.slowest_healthz_s:.2f} s",
              flush=True)  # fmt: skip
        for one in round.findings:
            print(f"FOUND (seed {seed}): {one}", flush=True)
        found, sent, seed = found + len(round.findings), sent + round.sent.total(), seed + 1
    print(f"{sent} requests and connections, {found} findings")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
