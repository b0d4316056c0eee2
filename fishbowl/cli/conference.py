"""What ``fishbowl demo --conference`` does beside its server: the clock, the mail, the simulation.

The clock starts some weeks ago, and skips what nobody waits for when the simulation asks for it:
breaks, nights, and the weeks afterwards. Then it goes on with the time of the machine.
"""

import contextlib
import socket
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import click
from flask import Flask

from fishbowl.app import create_app
from fishbowl.cli.community import sentences
from fishbowl.cli.demo_server import DemoFailed, DemoServer
from fishbowl.cli.mail_sink import MailSink
from fishbowl.domain.community.rules.figures import figures
from fishbowl.domain.kernel.ids import Millis
from fishbowl.host.browser import open_page
from fishbowl.host.clock import FastClock, wall_ms
from fishbowl.host.settings import Settings, async_mode, default_db
from fishbowl.simulation.conference.__main__ import KEY_VARIABLE
from fishbowl.simulation.conference.looking import LETTERS, PAGE
from fishbowl.simulation.conference.organiser import CIRCLE_SLUG, SLUG
from fishbowl.simulation.conference.programme import ZONE
from fishbowl.simulation.conference.weeks import LAST_DAY

DAYS_AGO = LAST_DAY + 2
"""The first day, so that the weeks afterwards are over."""
BEGINS = time(8)


class ConferenceOptions(NamedTuple):
    """The options of a conference."""

    people: int
    rooms: int
    minutes: int
    speed: float
    seed: str
    exits: bool
    opens: bool


def start_conference(
    db: Path | None, port: int, options: ConferenceOptions, tell: Callable[[str], None]
) -> Flask:
    """Make the server of a conference, and start the conference in it.

    :param db: a file that is not there yet; ``None`` for one in a new folder.
    :param tell: is told, in sentences, what whoever starts it should know about the file.
    :return: the application, to be served on this port.
    :raises StoreError: the database cannot be used; in one sentence.
    """
    db = db or _new_folder() / "conference.db"
    folder = db.with_name(f"{db.stem}-files")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    sink = MailSink(folder / LETTERS)
    settings = Settings(db=db, port=port, async_mode=async_mode(), mail=sink.settings)
    clock = conference_clock(options.speed)
    app = create_app(settings, clock, tell=tell)
    Conference(app, settings, options, clock, sink, folder).start()
    return app


def _new_folder() -> Path:
    now = datetime.fromtimestamp(wall_ms() / 1000, UTC).astimezone()
    return default_db().with_name("fishbowl-conferences") / f"{now:%Y-%m-%d-%H%M%S}"


def first_day(now_ms: int) -> date:
    """The first day of a conference that is over now."""
    return (datetime.fromtimestamp(now_ms / 1000, ZoneInfo(ZONE)) - timedelta(days=DAYS_AGO)).date()


def conference_clock(speed: float) -> FastClock:
    """The clock of a conference: early on its first day."""
    begins = datetime.combine(first_day(wall_ms()), BEGINS, ZoneInfo(ZONE))
    return FastClock(Millis(int(begins.timestamp() * 1000)), speed)


class Conference(DemoServer):
    """A conference in a running server.

    :param clock: that of the server.
    :param sink: takes its letters.
    :param folder: for what belongs to this conference beside its database.
    """

    def __init__(
        self,
        app: Flask,
        settings: Settings,
        options: ConferenceOptions,
        clock: FastClock,
        sink: MailSink,
        folder: Path,
    ) -> None:
        super().__init__(app, settings)
        self._options = options
        self._db = settings.db
        self._clock = clock
        self._sink = sink
        self._folder = folder
        self._first = datetime.fromtimestamp(clock.now_ms() / 1000, ZoneInfo(ZONE)).date()
        self._on_wake_up: tuple[Callable[[], None], ...] = app.extensions["fishbowl.on_wake_up"]
        app.extensions["fishbowl.service"].subscribe(
            lambda change: self.context.presence.simulate(change.after.code)
        )

    def play(self) -> bool:
        """Simulate the conference, and say what there is to look at.

        :raises DemoFailed: it was not held to its end.
        """
        options = self._options
        self._sink.start(self.server.spawn)
        with self._told_time() as descriptor:
            self.simulate(
                [
                    "fishbowl.simulation.conference",
                    *("--url", self.here, "--clock", str(descriptor)),
                    *("--folder", str(self._folder), "--first", self._first.isoformat()),
                    *("--rooms", str(options.rooms), "--people", str(options.people)),
                    *("--minutes", str(options.minutes), "--seed", options.seed),
                ],
                environment={KEY_VARIABLE: self.context.sign_ins.owner_key()},
                is_over=lambda: False,
                descriptors=[descriptor],
            )
        page = self._folder / PAGE
        if not page.exists():
            raise DemoFailed("The simulation ended before the conference was over.")
        self._skip_to(Millis(wall_ms()))
        self._tell_community()
        self._tell_letters()
        if not options.exits:
            click.echo(f"\n  the conference     {self.here}/series/{SLUG}")
            click.echo(f"  the circle         {self.here}/series/{CIRCLE_SLUG}")
            click.echo(f"  today, for hosts   {self.here}/community")
            click.echo(f"  a member's page    {self.here}/me")
        click.echo(f"\nThe links of this page sign you in, so it is for you alone:\n  {page}\n")
        sys.stdout.flush()
        if options.opens and not options.exits:
            open_page(page.as_uri())
        return options.exits

    def _tell_community(self) -> None:
        click.echo(f"\nWhat goes on between members (fishbowl community --db {self._db}):")
        for sentence in sentences(figures(self.context.members.community)):
            click.echo(f"  {sentence}")

    def _tell_letters(self) -> None:
        subjects = self._sink.subjects
        click.echo(f"\n{subjects.total()} letters were sent, and none has left this computer:")
        for subject, count in subjects.most_common():
            click.echo(f"  {count:>4}  {subject}")
        click.echo(f"They are in {self._sink.folder}")

    @contextlib.contextmanager
    def _told_time(self) -> Iterator[int]:
        """Answer the simulation's questions for the time meanwhile.

        :return: the descriptor of the socket for the simulation.
        """
        ours, theirs = socket.socketpair()
        self.server.spawn(lambda: self._tell_time(ours))
        with theirs:
            yield theirs.fileno()

    def _tell_time(self, questions: socket.socket) -> None:
        with questions, questions.makefile("rwb") as stream, contextlib.suppress(OSError):
            while line := stream.readline():
                self._skip_to(Millis(int(line)))
                stream.write(b"%d %f\n" % (self._clock.now_ms(), self._clock.rate))
                stream.flush()

    def _skip_to(self, instant_ms: Millis) -> None:
        """Let time pass at once, as it does for a machine that sleeps."""
        if instant_ms > self._clock.now_ms():
            self._clock.skip_to(instant_ms)
            for wake_up in self._on_wake_up:
                wake_up()
