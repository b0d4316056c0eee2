"""``python -m fishbowl.simulation``: send simulated people into a session that exists."""

import argparse
import asyncio
import os
import secrets
import signal
import sys
import traceback
from collections.abc import Sequence

from fishbowl.simulation.client import CrowdError
from fishbowl.simulation.run import Visit, visit

KEY_VARIABLE = "FISHBOWL_FACILITATOR_KEY"
"""The facilitator's key comes by the environment: arguments can be read by everybody."""
PEOPLE_MAX = 2000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the crowd.

    :return: 0 when the session is over or somebody stopped the crowd, 1 if it broke.
    """
    chosen = _parser().parse_args(arguments)
    going = Visit(
        url=chosen.url.rstrip("/"),
        code=chosen.code,
        people=chosen.people,
        seed=chosen.seed or secrets.token_hex(4),
        minutes=chosen.minutes,
        rush_s=chosen.rush,
        key=os.environ.get(KEY_VARIABLE, "") if chosen.facilitate else "",
        close_by_s=chosen.close_by,
    )
    if chosen.facilitate and not going.key:
        print(f"{KEY_VARIABLE} is not set: there is no key to the console.", file=sys.stderr)
        return 1
    try:
        asyncio.run(_until_stopped(going))
    except asyncio.CancelledError:
        return 0
    except Exception as error:
        print(_why(error), file=sys.stderr)
        return 1
    return 0


async def _until_stopped(going: Visit) -> None:
    """Live until the session is over, or somebody presses Ctrl+C.

    Only the first signal counts: Ctrl+C reaches the crowd and the server that started it, which
    then tells the crowd as well, and a second cancellation would cut the goodbye short.
    """
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task is not None

    def stop() -> None:
        if not task.cancelling():
            task.cancel()

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop)
    await visit(going, lambda line: print(line, flush=True))


def _why(error: BaseException) -> str:
    """Say why the crowd broke: a sentence if there is one, else where it happened."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    if isinstance(error, CrowdError):
        return f"The crowd cannot go on. {error}"
    told = "".join(traceback.format_exception(error))
    return f"{told}\nThe crowd cannot go on: {type(error).__name__}."


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
