"""``python -m fishbowl.simulation``: lets simulated people join an existing session."""

import argparse
import os
import secrets
import sys
from collections.abc import Sequence

from fishbowl.simulation.process import run_until_stopped
from fishbowl.simulation.run import SimulationOptions, run_simulation

KEY_VARIABLE = "FISHBOWL_FACILITATOR_KEY"
"""The facilitator's key is passed in the environment, since other users can read arguments."""
PEOPLE_MAX = 2000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the simulation.

    :return: the exit code: 0 after the session has ended or on a signal, 1 after an error.
    """
    chosen = _parser().parse_args(arguments)
    options = SimulationOptions(
        url=chosen.url.rstrip("/"),
        code=chosen.code,
        people=chosen.people,
        seed=chosen.seed or secrets.token_hex(4),
        minutes=chosen.minutes,
        rush_s=chosen.rush,
        key=os.environ.get(KEY_VARIABLE, "") if chosen.facilitate else "",
        close_by_s=chosen.close_by,
    )
    if chosen.facilitate and not options.key:
        print(f"{KEY_VARIABLE} is not set: there is no key to the console.", file=sys.stderr)
        return 1
    return run_until_stopped(run_simulation(options, lambda line: print(line, flush=True)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m fishbowl.simulation", description=__doc__)
    parser.add_argument("--url", required=True, help="the server, as http://host:port")
    parser.add_argument("--code", required=True, help="the session's join code")
    parser.add_argument("--people", type=_people, default=40, help="how many come (40)")
    parser.add_argument("--minutes", type=int, help="how long everything lasts in session time")
    parser.add_argument("--rush", type=float, help="session seconds in which everybody comes")
    parser.add_argument("--seed", help="the same seed brings the same people")
    parser.add_argument(
        "--facilitate", action="store_true", help=f"run the session too, with {KEY_VARIABLE}"
    )
    parser.add_argument(
        "--close-by", type=float, default=float("inf"), help="latest close, in seconds since 1970"
    )
    return parser


def _people(text: str) -> int:
    number = int(text)
    if not 1 <= number <= PEOPLE_MAX:
        raise argparse.ArgumentTypeError(f"from 1 to {PEOPLE_MAX}")
    return number


if __name__ == "__main__":
    sys.exit(main())
