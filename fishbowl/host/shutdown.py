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
"""Seconds after which the system ends the process in any case."""


def stop_on_signal(spawn: Callable[[Callable[[], None]], Any], stop: Callable[[], None]) -> None:
    """On SIGINT or SIGTERM run ``stop`` and end the process; a second signal ends it at once.

    :param spawn: starts a background task of the async mode.
    :param stop: the shutdown; it runs outside the signal handler.
    """
    wake_sender, wake_receiver = socket.socketpair()
    is_stopping = False

    def on_signal(signum: int, frame: Any) -> None:
        nonlocal is_stopping
        if is_stopping:
            os._exit(1)
        is_stopping = True
        _kill_in(STOP_S)
        wake_sender.send(b".")

    def wait_for_signal() -> None:
        wake_receiver.recv(1)
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
        signal.signal(number, on_signal)
    spawn(wait_for_signal)


def _kill_in(seconds: float) -> None:
    """Set an alarm that ends this process, even if it hangs."""
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
