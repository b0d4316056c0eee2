"""What ``fishbowl demo`` does beside its server: creates a session, starts the simulation."""

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

import click
from flask import Flask

from fishbowl.access.codes import spoken
from fishbowl.app import create_app
from fishbowl.cli.create_session import create_session
from fishbowl.cli.demo_server import DemoFailed, DemoServer
from fishbowl.domain.kernel.ids import Millis
from fishbowl.host.browser import open_page
from fishbowl.host.clock import FastClock, SystemClock
from fishbowl.host.settings import Settings, async_mode
from fishbowl.simulation import material
from fishbowl.simulation.__main__ import KEY_VARIABLE
from fishbowl.simulation.script import plan, script_for

EXIT_MARGIN_S = 75.0
"""With ``--exit`` the process ends at most so many seconds after the time of its session, on a
machine that cannot keep up with it; on any other at its time.
"""
CLOSE_MARGIN_S = 60.0
"""The session is closed at most so many seconds after its time."""
OVERRUN = 2
"""With ``--console``: session time runs fast for so many times the planned length."""


class DemoOptions(NamedTuple):
    """The options of the demo; ``started_s`` is when it was started, in seconds since 1970."""

    people: int
    minutes: int
    speed: float
    seed: str
    format: str
    console: bool
    exits: bool
    opens: bool
    started_s: float

    @property
    def close_by_s(self) -> float:
        """The latest close, in seconds since 1970."""
        return self.started_s + 60 * self.minutes / self.speed + CLOSE_MARGIN_S


def start_rehearsal(
    db: Path, port: int, options: DemoOptions, tell: Callable[[str], None]
) -> Flask:
    """Make the server of a rehearsal, and start the rehearsal in it.

    :param tell: is told, in sentences, what whoever starts it should know about the file.
    :return: the application, to be served on this port.
    :raises StoreError: the database cannot be used; in one sentence.
    """
    settings = Settings(db=db, port=port, async_mode=async_mode())
    overrun = OVERRUN if options.console else 1
    behind_s = 60 * options.minutes * overrun + EXIT_MARGIN_S * options.speed
    clock = FastClock(Millis(SystemClock().now_ms() - int(behind_s * 1000)), options.speed)
    app = create_app(settings, clock, tell=tell)
    Rehearsal(app, settings, options).start()
    return app


class Rehearsal(DemoServer):
    """A session in a running server, with simulated people."""

    def __init__(self, app: Flask, settings: Settings, options: DemoOptions) -> None:
        super().__init__(app, settings)
        self._port = settings.port
        self._options = options

    def play(self) -> bool:
        """Create the session, and simulate its people until it is over."""
        code = self._create_session()
        self.context.presence.simulate(code)
        self._print_addresses(code)
        self._simulate(code)
        if self._options.exits:
            self._print_summary_address(code)
        else:
            click.echo(f"\nThe summary: {self.here}{self._summary(code)}")
        return self._options.exits

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
        return create_session(self._port, self.context.sign_ins.owner_key(), form)

    def _print_addresses(self, code: str) -> None:
        """Print the addresses, and open display and console in the browser if wanted."""
        options, context = self._options, self.context
        display = f"{self.here}/{code}/display"
        console = f"{self.here}/k#{context.access_keys.facilitator_key(code)}"
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

        :raises DemoFailed: the simulation failed.
        """
        options = self._options
        arguments = ["--url", self.here, "--code", code, "--people", str(options.people)]
        arguments += ["--minutes", str(options.minutes), "--seed", options.seed]
        if not options.console:
            arguments += ["--facilitate", "--close-by", str(options.close_by_s)]
        self.simulate(
            ["fishbowl.simulation", *arguments],
            environment={KEY_VARIABLE: self.context.access_keys.facilitator_key(code)},
            is_over=lambda: options.exits and self._is_over(code),
        )
        if not self._is_closed(code):
            raise DemoFailed("The simulation ended before the session was closed.")

    def _is_closed(self, code: str) -> bool:
        session = self.context.service.session(code)
        return session is not None and session.clock.closed_at_ms is not None

    def _is_over(self, code: str) -> bool:
        """Whether the session is closed and, if the facilitator is simulated, published."""
        session = self.context.service.session(code)
        published = session is not None and session.summary.published
        return self._is_closed(code) and (published or self._options.console)

    # The end

    def _print_summary_address(self, code: str) -> None:
        click.echo("\nThe session is closed. Its code, and where its summary is:")
        click.echo(code)
        click.echo(self._summary(code))

    def _summary(self, code: str) -> str:
        session = self.context.service.session(code)
        if session is None or not session.summary.published:
            return f"/{code}/summary"
        return f"/s/{self.context.access_keys.summary_slug(code)}"
