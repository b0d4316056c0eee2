"""What ``fishbowl demo`` does beside its server: creates a session, starts the simulation.

The simulation is a separate process, so that it shares nothing with the server.
"""

import os
import subprocess
import sys
from random import Random
from typing import NamedTuple

import click
from flask import Flask

from fishbowl.access.codes import spoken
from fishbowl.app import stop_app
from fishbowl.cli.create_session import SessionNotCreated, create_session
from fishbowl.host.browser import open_page
from fishbowl.host.settings import Settings
from fishbowl.host.shutdown import stop_on_signal
from fishbowl.live.transport.server import LiveServer
from fishbowl.simulation import material
from fishbowl.simulation.__main__ import KEY_VARIABLE
from fishbowl.simulation.script import plan, script_for
from fishbowl.web.context import EXTENSION, WebContext

LOOK_S = 0.1
"""Seconds between two checks whether the simulation has ended."""
GOODBYE_S = 2.0
"""Seconds the simulation has to end after the session, and again after a signal."""


class DemoOptions(NamedTuple):
    """The options of the demo; ``close_by_s`` is the latest close, in seconds since 1970."""

    people: int
    minutes: int
    seed: str
    format: str
    console: bool
    exits: bool
    opens: bool
    close_by_s: float


class _DemoFailed(Exception):
    """The demo cannot continue; the message is one sentence."""


class Rehearsal:
    """A session in a running server, with simulated people.

    :param app: the server's application.
    """

    def __init__(self, app: Flask, settings: Settings, options: DemoOptions) -> None:
        self._app = app
        self._context: WebContext = app.extensions[EXTENSION]
        self._server: LiveServer = app.extensions["fishbowl.live"]
        self._here = f"http://127.0.0.1:{settings.port}"
        self._port = settings.port
        self._options = options
        self._simulation: subprocess.Popen[bytes] | None = None
        self._stopping = False

    def start(self) -> None:
        """Start in the background. It ends the process if ``--exit`` is given, or on a signal."""
        stop_on_signal(self._server.spawn, self._stop)
        self._server.spawn(self._run)

    def _run(self) -> None:
        try:
            code = self._create_session()
            self._context.presence.simulate(code)
            self._print_addresses(code)
            self._simulate(code)
        except Exception as error:  # in the background: without this, the process would hang
            if not self._stopping:
                sentence = (
                    str(error)
                    if isinstance(error, (_DemoFailed, SessionNotCreated))
                    else repr(error)
                )
                click.echo(f"Error: {sentence}", err=True)
                self._exit(1)
            return
        if self._options.exits:
            self._print_summary_address(code)
            self._exit(0)
        click.echo(f"\nThe summary: {self._here}{self._summary(code)}")
        click.echo("The server goes on. Press Ctrl+C to stop it.")
        sys.stdout.flush()

    # The session

    def _create_session(self) -> str:
        """Create the session through the set-up form, with a question from the material."""
        options = self._options
        about = material.pick(Random(options.seed))
        minutes = options.minutes if options.console else plan(options.minutes).planned
        form = {
            "question": about.question,
            "event": about.event,
            "format": options.format,
            "chairs": str(script_for(options.format).chairs_for(options.people)),
            "minutes": str(minutes),
            "attribution": "named",
        }
        return create_session(self._port, self._context.sign_ins.owner_key(), form)

    def _print_addresses(self, code: str) -> None:
        """Print the addresses, and open display and console in the browser if wanted."""
        options, context = self._options, self._context
        display = f"{self._here}/{code}/display"
        console = f"{self._here}/k#{context.access_keys.facilitator_key(code)}"
        session = context.service.session(code)
        question = "" if session is None else session.settings.question
        click.echo(f"{options.people} people are on their way to {spoken(code)}:\n{question}\n")
        click.echo(f"  the wall     {display}")
        click.echo(f"  the console  {console}")
        click.echo(f"  your phone   {context.network.join_url(code)}\n")
        if options.console:
            click.echo("You run it: open the console, seat somebody, start. Press ? for the keys.")
        sys.stdout.flush()
        if options.opens and not options.exits:
            open_page(display)
        if options.opens and options.console:
            open_page(console)

    # The simulation

    def _simulate(self, code: str) -> None:
        """Start the simulation, and wait until the session is over.

        :raises _DemoFailed: the simulation failed.
        """
        options = self._options
        arguments = ["--url", self._here, "--code", code, "--people", str(options.people)]
        arguments += ["--minutes", str(options.minutes), "--seed", options.seed]
        if not options.console:
            arguments += ["--facilitate", "--close-by", str(options.close_by_s)]
        key = self._context.access_keys.facilitator_key(code)
        self._simulation = process = subprocess.Popen(
            [sys.executable, "-m", "fishbowl.simulation", *arguments],
            env={**os.environ, KEY_VARIABLE: key},
        )
        left_s = GOODBYE_S
        while process.poll() is None:
            if options.exits and self._is_over(code):
                left_s -= LOOK_S
                if left_s < 0:
                    return self._stop_simulation()
            self._server.sleep(LOOK_S)
        if process.returncode != 0:
            raise _DemoFailed(
                f"The simulation has failed (exit {process.returncode}); its last lines are above."
            )
        if not self._is_closed(code):
            raise _DemoFailed("The simulation ended before the session was closed.")

    def _is_closed(self, code: str) -> bool:
        session = self._context.service.session(code)
        return session is not None and session.clock.closed_at_ms is not None

    def _is_over(self, code: str) -> bool:
        """Whether the session is closed and, if the facilitator is simulated, published."""
        session = self._context.service.session(code)
        published = session is not None and session.summary.published
        return self._is_closed(code) and (published or self._options.console)

    def _stop_simulation(self) -> None:
        if self._simulation is None or self._simulation.poll() is not None:
            return
        self._simulation.terminate()
        try:
            self._simulation.wait(GOODBYE_S)
        except subprocess.TimeoutExpired:
            self._simulation.kill()

    # The end

    def _print_summary_address(self, code: str) -> None:
        click.echo("\nThe session is closed. Its code, and where its summary is:")
        click.echo(code)
        click.echo(self._summary(code))

    def _summary(self, code: str) -> str:
        session = self._context.service.session(code)
        if session is None or not session.summary.published:
            return f"/{code}/summary"
        return f"/s/{self._context.access_keys.summary_slug(code)}"

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
