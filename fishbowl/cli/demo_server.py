"""What every demo does: it starts a simulation beside its server, and ends both.

The simulation is a separate process, so that it shares nothing with the server.
"""

import os
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence

import click
from flask import Flask

from fishbowl.app import stop_app
from fishbowl.cli.create_session import SessionNotCreated
from fishbowl.host.settings import Settings
from fishbowl.host.shutdown import stop_on_signal
from fishbowl.live.transport.server import LiveServer
from fishbowl.web.context import EXTENSION, WebContext

LOOK_S = 0.1
"""Seconds between two checks whether the simulation has ended."""
GOODBYE_S = 2.0
"""Seconds the simulation has to end after what it plays, and again after a signal."""


class DemoFailed(Exception):
    """The demo cannot continue; the message is one sentence."""


class DemoServer(ABC):
    """A running server with a simulation.

    :param app: the server's application.
    """

    def __init__(self, app: Flask, settings: Settings) -> None:
        self.context: WebContext = app.extensions[EXTENSION]
        self.server: LiveServer = app.extensions["fishbowl.live"]
        self.here = f"http://127.0.0.1:{settings.port}"
        self._app = app
        self._simulation: subprocess.Popen[bytes] | None = None
        self._stopping = False

    @abstractmethod
    def play(self) -> bool:
        """Play the demo from its beginning to its end.

        :return: whether the process ends with it.
        :raises DemoFailed: it cannot continue.
        """

    def start(self) -> None:
        """Start in the background. It ends the process if the demo says so, or on a signal."""
        stop_on_signal(self.server.spawn, self._stop)
        self.server.spawn(self._run)

    def simulate(
        self,
        arguments: Sequence[str],
        *,
        environment: Mapping[str, str],
        is_over: Callable[[], bool],
        descriptors: Sequence[int] = (),
    ) -> None:
        """Start ``python -m`` with these arguments, and wait until it ends or is over.

        :param environment: is added to that of this process.
        :param is_over: from then on the simulation has :data:`GOODBYE_S` to end; it is asked all
            the time.
        :param descriptors: files that it inherits.
        :raises DemoFailed: the simulation failed.
        """
        self._simulation = process = subprocess.Popen(
            [sys.executable, "-m", *arguments],
            env={**os.environ, **environment},
            pass_fds=tuple(descriptors),
        )
        left_s = GOODBYE_S
        while process.poll() is None:
            if is_over():
                left_s -= LOOK_S
                if left_s < 0:
                    return self._stop_simulation()
            self.server.sleep(LOOK_S)
        if process.returncode != 0:
            raise DemoFailed(
                f"The simulation has failed (exit {process.returncode}); its last lines are above."
            )

    def _run(self) -> None:
        try:
            ends = self.play()
        except Exception as error:  # in the background: without this, the process would hang
            if not self._stopping:
                known = isinstance(error, (DemoFailed, SessionNotCreated))
                click.echo(f"Error: {str(error) if known else repr(error)}", err=True)
                self._exit(1)
            return
        if ends:
            self._exit(0)
        click.echo("The server goes on. Press Ctrl+C to stop it.")
        sys.stdout.flush()

    def _stop_simulation(self) -> None:
        if self._simulation is None or self._simulation.poll() is not None:
            return
        self._simulation.terminate()
        try:
            self._simulation.wait(GOODBYE_S)
        except subprocess.TimeoutExpired:
            self._simulation.kill()

    def _stop(self) -> None:
        self._stopping = True
        self._stop_simulation()
        stop_app(self._app)
        click.echo("Stopped. Everything is saved.")

    def _exit(self, status: int) -> None:
        """End the process from a background task, after the writer has finished."""
        self._stopping = True
        self._stop_simulation()
        stop_app(self._app)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
