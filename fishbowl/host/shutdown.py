"""Shutdown on a signal, in every async mode.

A signal may arrive during a transaction of the writer. The handler therefore only notifies a
background task, which lets the writer finish and ends the process. What was acknowledged is on disk
anyway. The process ends in any case, also if the shutdown fails or takes too long, or if its output
cannot be written.
"""

import contextlib
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable
from typing import Any

log = logging.getLogger(__name__)

STOP_S = 20.0
"""After so long the system ends the process, whatever it is doing."""


def stop_on_signal(spawn: Callable[[Callable[[], None]], Any], stop: Callable[[], None]) -> None:
    """End the process, after ``stop``, on Ctrl+C or when told to terminate.

    A second signal ends it at once.

    :param spawn: starts a background task of the server's kind.
    :param stop: what is left to do; it runs outside the signal handler.
    """
    bell, ear = socket.socketpair()
    rung = False

    def ring(signum: int, frame: Any) -> None:
        nonlocal rung
        if rung:
            os._exit(1)
        rung = True
        _end_in(STOP_S)
        bell.send(b".")

    def hear() -> None:
        ear.recv(1)
        status = 1
        try:
            stop()
            status = 0
        except Exception:
            log.exception("stopping failed; what was acknowledged is saved")
        finally:
            with contextlib.suppress(Exception):
                sys.stdout.flush()
            os._exit(status)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ring)
    spawn(hear)


def _end_in(seconds: float) -> None:
    """Let the system end this process, whether or not it can still do anything itself."""
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
