"""Stopping when asked to, in either async mode.

A signal may arrive while the writer is in the middle of a transaction, so the handler only rings
a bell; a background task hears it, lets the writer finish, and ends the process. Whatever was
acknowledged is on disk anyway: a kill loses nothing either.
"""

import os
import signal
import socket
import sys
from collections.abc import Callable
from typing import Any


def stop_on_signal(spawn: Callable[[Callable[[], None]], Any], stop: Callable[[], None]) -> None:
    """End the process, after ``stop``, on Ctrl+C or when told to terminate.

    :param spawn: starts a background task of the server's kind.
    :param stop: what is left to do; it runs outside the signal handler.
    """
    bell, ear = socket.socketpair()

    def ring(signum: int, frame: Any) -> None:
        bell.send(b".")

    def hear() -> None:
        ear.recv(1)
        stop()
        sys.stdout.flush()
        os._exit(0)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ring)
    spawn(hear)
