"""What the processes of simulations share: how they end, and how they tell what went wrong."""

import asyncio
import signal
import sys
import traceback
from collections.abc import Coroutine
from typing import Any

from fishbowl.simulation.client import SimulationError


def run_until_stopped(simulation: Coroutine[Any, Any, object]) -> int:
    """Run a simulation until it is over or a signal arrives.

    :return: the exit code: 0 at its end or on a signal, 1 after an error, which is printed.
    """
    try:
        asyncio.run(_until_stopped(simulation))
    except asyncio.CancelledError:
        return 0
    except Exception as error:
        print(_why(error), file=sys.stderr)
        return 1
    return 0


async def _until_stopped(simulation: Coroutine[Any, Any, object]) -> None:
    """Let only the first signal cancel the task.

    Ctrl+C reaches this process and the server that started it, which then sends a second signal; a
    second cancellation would interrupt the disconnects. Python's own handlers end the process, and
    are there again once the loop is closed, so further signals are ignored by the system.
    """
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task is not None
    numbers = (signal.SIGINT, signal.SIGTERM)

    def stop() -> None:
        for number in numbers:
            loop.remove_signal_handler(number)
            signal.signal(number, signal.SIG_IGN)
        task.cancel()

    for number in numbers:
        loop.add_signal_handler(number, stop)
    await simulation


def _why(error: BaseException) -> str:
    """Describe an error: the sentence of a :class:`SimulationError`, else the traceback."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    if isinstance(error, SimulationError):
        return f"The simulation has failed. {error}"
    told = "".join(traceback.format_exception(error))
    return f"{told}\nThe simulation has failed: {type(error).__name__}."
