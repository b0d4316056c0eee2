"""The process in which a home checks sessions of laptops (``python -m``).

To fold and replay a log takes seconds, and a broken one may take for ever. This process reads the
path of a file from standard input and answers what is in it, as JSON
(:mod:`fishbowl.host.worker_process`). A file that takes too long, or too much memory, ends it.
"""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from fishbowl.host import logs
from fishbowl.host.worker_process import WorkerProcess, read, write
from fishbowl.services.import_budget import FILE_MAX_S
from fishbowl.services.import_file import Found, checked, limit_this_process

MODULE = "fishbowl.home.checker"


class Checker:
    """Checks files in the process, which ends after each: there are few.

    :param run_in_thread: calls a function that waits for the process.
    :param now_ms: session time.
    """

    def __init__(self, run_in_thread: Callable[..., Any], now_ms: Callable[[], int]) -> None:
        self._run_in_thread, self._now_ms = run_in_thread, now_ms
        self._process = WorkerProcess(MODULE)

    def __call__(self, path: Path) -> Found:
        """Check a file; one call at a time."""
        asked = msgspec.json.encode((str(path), self._now_ms()))
        try:
            answer = self._run_in_thread(self._process.ask, asked)
        except OSError:  # it ended itself
            return Found(broken=f"{path.name} takes too long, or too much memory, to read.")
        finally:
            self._process.stop()
        return msgspec.json.decode(answer, type=Found)


def main() -> None:
    """Check files until there are no more."""
    logs.set_up(logs.chosen())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the server's, which ends our input
    limit_this_process()
    while (asked := read(sys.stdin.buffer)) is not None:
        watchdog = threading.Timer(FILE_MAX_S, os._exit, (1,))
        watchdog.daemon = True
        watchdog.start()
        path, now_ms = msgspec.json.decode(asked, type=tuple[str, int])
        try:
            found = checked(Path(path), now_ms)
        finally:
            watchdog.cancel()
        with contextlib.suppress(OSError):
            write(sys.stdout.buffer, msgspec.json.encode(found))


if __name__ == "__main__":
    main()
