"""Has rounds solved in a process of its own, so that live rooms do not wait.

The process lives for one problem: rounds are seldom solved, and its library needs memory.
"""

import msgspec

from fishbowl.host.worker_process import WorkerProcess
from fishbowl.pairing.problem import Problem, Solution

WORKER = "fishbowl.pairing.worker"
SECONDS = 120
"""For one problem. A thousand members need a small part of it."""


class Unsolved(Exception):
    """The process took too long or too much memory, or could not be started."""


class Solver:
    """Solves one problem after the other.

    :param seconds: for one problem.
    """

    def __init__(self, seconds: int = SECONDS) -> None:
        self._process = WorkerProcess(WORKER, str(seconds))

    def solve(self, problem: Problem) -> Solution:
        """Wait for a solution. One call at a time, in a thread that may block.

        :raises Unsolved: there is none; nothing has changed.
        """
        try:
            answer = self._process.ask(msgspec.msgpack.encode(problem))
        except OSError as error:
            raise Unsolved from error
        self._process.stop()
        return msgspec.msgpack.decode(answer, type=Solution)

    def stop(self) -> None:
        """End the process; whoever waits for it gets ``Unsolved``."""
        self._process.stop()
