"""``python -m fishbowl.simulation.conference``: holds a conference in a running server."""

import argparse
import os
import secrets
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from fishbowl.simulation.conference.conference import ConferenceOptions
from fishbowl.simulation.conference.programme import MINUTES, ROOMS_MAX
from fishbowl.simulation.conference.run import hold_conference
from fishbowl.simulation.conference.telling import Telling
from fishbowl.simulation.process import run_until_stopped

KEY_VARIABLE = "FISHBOWL_OWNER_KEY"
"""The owner's key is passed in the environment, since other users can read arguments."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Hold the conference.

    :return: the exit code: 0 after the last session or on a signal, 1 after an error.
    """
    chosen = _parser().parse_args(arguments)
    key = os.environ.get(KEY_VARIABLE, "")
    if not key:
        print(f"{KEY_VARIABLE} is not set: nobody can open the owner's pages.", file=sys.stderr)
        return 1
    options = ConferenceOptions(
        url=chosen.url.rstrip("/"),
        rooms=chosen.rooms,
        people=chosen.people,
        minutes=chosen.minutes,
        seed=chosen.seed or secrets.token_hex(4),
        first=chosen.first,
        folder=chosen.folder,
        key=key,
        clock=chosen.clock,
    )
    telling = Telling(lambda line: print(line, flush=True))
    return run_until_stopped(hold_conference(options, telling))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m fishbowl.simulation.conference", description=__doc__
    )
    parser.add_argument("--url", required=True, help="the server, as http://host:port")
    parser.add_argument(
        "--clock", type=int, required=True, help="descriptor of the socket that tells the time"
    )
    parser.add_argument(
        "--folder", type=Path, required=True, help="where letters arrive, and the page is written"
    )
    parser.add_argument("--first", type=date.fromisoformat, required=True, help="the first day")
    parser.add_argument("--rooms", type=int, choices=range(1, ROOMS_MAX + 1), default=3)
    parser.add_argument("--people", type=int, default=200, help="how many come (200)")
    parser.add_argument("--minutes", type=int, default=MINUTES, help="length of each session")
    parser.add_argument("--seed", help="the same seed brings the same people")
    return parser


if __name__ == "__main__":
    sys.exit(main())
