"""The process that solves a round: ``python -m fishbowl.pairing.worker``.

It reads a problem from standard input, writes its solution to standard output
(:mod:`fishbowl.host.worker_process`), and ends at the end of its input. It has limits of its own:
a problem that needs more time or memory ends the process, not the server.
"""

import contextlib
import os
import signal
import sys

import msgspec

from fishbowl.host.worker_process import read, write
from fishbowl.pairing.problem import Problem
from fishbowl.pairing.solve import solve

NICE = 4
"""The nice value, so that live rooms have priority."""
MEMORY_BYTES = 1024 * 1024 * 1024
"""Of addresses, of which a thousand members need a tenth in memory."""


def main(seconds: int) -> None:
    """Solve problems until there are no more.

    :param seconds: for one problem; after that the process ends.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the server's, which ends our input
    with contextlib.suppress(OSError, AttributeError):
        os.nice(NICE)
    _limit_memory()
    reading = msgspec.msgpack.Decoder(Problem)
    while (message := read(sys.stdin.buffer)) is not None:
        if hasattr(signal, "alarm"):
            signal.alarm(seconds)
        solution = solve(reading.decode(message))
        if hasattr(signal, "alarm"):
            signal.alarm(0)
        write(sys.stdout.buffer, msgspec.msgpack.encode(solution))


def _limit_memory() -> None:
    """Bound the addresses of this process, where the system can do that."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # there is none on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


if __name__ == "__main__":
    main(int(sys.argv[1]))
