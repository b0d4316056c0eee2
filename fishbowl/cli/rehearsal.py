"""What ``fishbowl demo`` does while its server runs: creates a session and starts the simulation.

The simulation is a process of its own, so that it shares nothing with the server.
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
from fishbowl.cli.create_session import NotMade, make_session
from fishbowl.host.browser import open_page
from fishbowl.host.settings import Settings
from fishbowl.host.shutdown import stop_on_signal
from fishbowl.live.transport.server import LiveServer
from fishbowl.simulation import material
from fishbowl.simulation.__main__ import KEY_VARIABLE
from fishbowl.simulation.script import plan, script_for
from fishbowl.web.context import EXTENSION, WebContext

LOOK_S = 0.1
"""How often it is seen whether the crowd has gone."""
GOODBYE_S = 2.0
"""How long the crowd may take to go home by itself, and again when told to."""


class Wishes(NamedTuple):
    """What was asked for; ``close_by_s`` is the latest close, in seconds since 1970."""

    people: int
    minutes: int
    seed: str
    format: str
    console: bool
    exits: bool
    opens: bool
    close_by_s: float


class _Broken(Exception):
    """The rehearsal cannot go on; in one sentence."""


class Rehearsal:
    """A session in a running server, with simulated people.

    :param app: the server's application.
    """

    def __init__(self, app: Flask, settings: Settings, wishes: Wishes) -> None:
        self._app = app
        self._context: WebContext = app.extensions[EXTENSION]
        self._server: LiveServer = app.extensions["fishbowl.live"]
        self._here = f"http://127.0.0.1:{settings.port}"
        self._port = settings.port
        self._wishes = wishes
        self._crowd: subprocess.Popen[bytes] | None = None
        self._stopping = False

    def start(self) -> None:
        """Begin in the background; the process ends when the rehearsal or somebody says so."""
        stop_on_signal(self._server.spawn, self._stop)
        self._server.spawn(self._run)

    def _run(self) -> None:
        try:
            code = self._make_session()
            self._context.presence.simulate(code)
            self._introduce(code)
            self._live(code)
        except Exception as error:  # in the background: without this, the process would hang
            if not self._stopping:
                sentence = str(error) if isinstance(error, (_Broken, NotMade)) else repr(error)
                click.echo(f"Error: {sentence}", err=True)
                self._leave(1)
            return
        if self._wishes.exits:
            self._say_where(code)
            self._leave(0)
        click.echo(f"\nThe summary: {self._here}{self._summary(code)}")
        click.echo("The server goes on. Press Ctrl+C to stop it.")
        sys.stdout.flush()

    # The session

    def _make_session(self) -> str:
        """Fill in the form of a new session, about something from the bank of questions."""
        wishes = self._wishes
        about = material.pick(Random(wishes.seed))
        minutes = wishes.minutes if wishes.console else plan(wishes.minutes).planned
        form = {
            "question": about.question,
            "event": about.event,
            "format": wishes.format,
            "chairs": str(script_for(wishes.format).chairs_for(wishes.people)),
            "minutes": str(minutes),
            "attribution": "named",
        }
        return make_session(self._port, self._context.sign_ins.owner_key(), form)

    def _introduce(self, code: str) -> None:
        """Say what there is to see, and show it where there is a screen."""
        wishes, context = self._wishes, self._context
        display = f"{self._here}/{code}/display"
        console = f"{self._here}/k#{context.access_keys.facilitator_key(code)}"
        session = context.service.session(code)
        question = "" if session is None else session.settings.question
        click.echo(f"{wishes.people} people are on their way to {spoken(code)}:\n{question}\n")
        click.echo(f"  the wall     {display}")
        click.echo(f"  the console  {console}")
        click.echo(f"  your phone   {context.network.join_url(code)}\n")
        if wishes.console:
            click.echo("You run it: open the console, seat somebody, start. Press ? for the keys.")
        sys.stdout.flush()
        if wishes.opens and not wishes.exits:
            open_page(display)
        if wishes.opens and wishes.console:
            open_page(console)

    # The crowd

    def _live(self, code: str) -> None:
        """Start the simulation, and wait until the session is over.

        :raises _Broken: the crowd broke.
        """
        wishes = self._wishes
        arguments = ["--url", self._here, "--code", code, "--people", str(wishes.people)]
        arguments += ["--minutes", str(wishes.minutes), "--seed", wishes.seed]
        if not wishes.console:
            arguments += ["--facilitate", "--close-by", str(wishes.close_by_s)]
        key = self._context.access_keys.facilitator_key(code)
        self._crowd = crowd = subprocess.Popen(
            [sys.executable, "-m", "fishbowl.simulation", *arguments],
            env={**os.environ, KEY_VARIABLE: key},
        )
        left_s = GOODBYE_S
        while crowd.poll() is None:
            if wishes.exits and self._is_over(code):
                left_s -= LOOK_S
                if left_s < 0:
                    return self._send_home()
            self._server.sleep(LOOK_S)
        if crowd.returncode != 0:
            raise _Broken(
                f"The crowd broke down (exit {crowd.returncode}); its last words are above."
            )
        if not self._is_closed(code):
            raise _Broken("The crowd left before the session was closed.")

    def _is_closed(self, code: str) -> bool:
        session = self._context.service.session(code)
        return session is not None and session.clock.closed_at_ms is not None

    def _is_over(self, code: str) -> bool:
        """Whether the session is closed and, if the facilitator is simulated, published."""
        session = self._context.service.session(code)
        published = session is not None and session.summary.published
        return self._is_closed(code) and (published or self._wishes.console)

    def _send_home(self) -> None:
        if self._crowd is None or self._crowd.poll() is not None:
            return
        self._crowd.terminate()
        try:
            self._crowd.wait(GOODBYE_S)
        except subprocess.TimeoutExpired:
            self._crowd.kill()

    # The end

    def _say_where(self, code: str) -> None:
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
        self._send_home()
        stop_app(self._app)
        click.echo("Stopped. Everything is saved.")

    def _leave(self, status: int) -> None:
        """End the process from the background, once the writer has finished."""
        self._stopping = True
        self._send_home()
        stop_app(self._app)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
