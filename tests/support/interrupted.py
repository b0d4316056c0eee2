"""A command that is interrupted as by Ctrl+C: ``python -m tests.support.interrupted WHAT N …``.

As soon as it reports that N of the stage WHAT is done, the process gets SIGINT.
"""

import os
import signal
import sys

from fishbowl.cli import fishbowl
from fishbowl.cli.progress import Progress


def main() -> None:
    """Run the command line, and interrupt it once."""
    what, at = sys.argv[1], int(sys.argv[2])
    # Whoever runs the tests in the background may have it ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    report = Progress.__call__
    sent: list[str] = []

    def interrupts(self: Progress, stage: str, done: int, total: int) -> None:
        report(self, stage, done, total)
        if stage == what and done >= at and not sent:
            sent.append(stage)
            os.kill(os.getpid(), signal.SIGINT)

    Progress.__call__ = interrupts  # type: ignore[method-assign]
    sys.argv = ["fishbowl", *sys.argv[3:]]
    fishbowl()


if __name__ == "__main__":
    main()
