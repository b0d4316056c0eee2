"""``fishbowl demo``: a server with a simulated room, or a conference."""

import errno
import secrets
import socket
import time
from pathlib import Path

import click

from fishbowl.cli.common import examples, log_option, teller
from fishbowl.cli.fast_import import import_without_clients
from fishbowl.domain.session.formats import FORMATS
from fishbowl.host.logs import Format, set_up
from fishbowl.host.open_files import raise_limit
from fishbowl.host.settings import Settings, default_db
from fishbowl.host.streams import ignore_broken_output
from fishbowl.simulation.conference.programme import MINUTES as SESSION_MINUTES
from fishbowl.simulation.conference.programme import MINUTES_MAX, PEOPLE_MAX, ROOMS_MAX

DEFAULT_PORT = 8080
PEOPLE, MINUTES = 40, 30
SPEED = 10.0
CONSOLE_SPEED = 3.0
"""The default with ``--console``: at speed 10 a call would last four real seconds."""
CONFERENCE_PEOPLE, ROOMS, CONFERENCE_SPEED = 200, 3, 60.0
"""The defaults with ``--conference``."""


@click.command(
    "demo",
    epilog=examples(
        "fishbowl demo",
        "fishbowl demo --people 100 --format samoan --speed 20",
        "fishbowl demo --console",
        "fishbowl demo --conference --rooms 2 --people 80",
    ),
)
@click.option(
    "--people",
    type=click.IntRange(3, 2000),
    show_default=f"{PEOPLE}; {CONFERENCE_PEOPLE} with --conference",
    help="How many people join.",
)
@click.option(
    "--minutes",
    type=click.IntRange(1, 24 * 60),
    show_default=f"{MINUTES}; {SESSION_MINUTES} with --conference",
    help="Length of the session in minutes, arrival included; with --conference of each session.",
)
@click.option(
    "--speed",
    type=click.FloatRange(1, 120),
    show_default="10; 3 with --console; 60 with --conference",
    help="Simulated minutes for each real minute.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    envvar="FISHBOWL_PORT",
    show_default="8080, or a free one",
    help="The TCP port to listen on; 0 takes a free one.",
)
@click.option(
    "--db",
    "demo_db",  # not "db": the setting for real sessions does not apply to a demo
    type=click.Path(dir_okay=False, path_type=Path),
    show_default="fishbowl-demo.db in your data folder, separate from real sessions; "
    "a new file for each conference",
    help="The database file.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    metavar="NAME",
    show_default=next(iter(FORMATS)),
    help=f"The format: {', '.join(FORMATS)}.",
)
@click.option("--console", is_flag=True, help="You run the session yourself from the console.")
@click.option(
    "--conference",
    is_flag=True,
    help="Two days with sessions in several rooms at once, and the weeks afterwards, with members, "
    "letters and people who meet.",
)
@click.option(
    "--rooms",
    type=click.IntRange(1, ROOMS_MAX),
    show_default=str(ROOMS),
    help="With --conference: in how many rooms at once.",
)
@click.option("--exit", "exits", is_flag=True, help="Stop when it is over.")
@click.option(
    "--open/--no-open",
    "opens",
    default=True,
    help="Open the display in the browser, and with --console the console; after a conference the "
    "page with what there is to see.",
)
@log_option
@click.option("--seed", help="The same seed gives the same people.")
def command(
    people: int | None,
    minutes: int | None,
    speed: float | None,
    port: int | None,
    demo_db: Path | None,
    format_name: str | None,
    console: bool,
    conference: bool,
    rooms: int | None,
    exits: bool,
    opens: bool,
    log_format: Format,
    seed: str | None,
) -> None:
    """Run a fishbowl with simulated people, to watch it or to rehearse.

    Real phones in the same network can join. With --conference it is two days of them and the weeks
    afterwards, which shows what there is between sessions; letters go to a folder and to nobody.
    """
    started_s = time.time()
    if conference and (console or format_name):
        raise click.UsageError("--conference goes without --console and --format.")
    if conference and minutes and minutes > MINUTES_MAX:
        raise click.UsageError(f"--minutes is {MINUTES_MAX} at most with --conference.")
    if conference and people and people > PEOPLE_MAX:
        raise click.UsageError(f"--people is {PEOPLE_MAX} at most with --conference.")
    if rooms and not conference:
        raise click.UsageError("--rooms goes with --conference.")
    if conference and demo_db and demo_db.exists():
        raise click.ClickException(
            f"{demo_db} is there already, and a conference needs a new file. Nothing was changed. "
            "Name another one, or leave --db out."
        )
    raise_limit()
    ignore_broken_output()
    set_up(log_format)
    seed = seed or secrets.token_hex(4)
    try:
        listener = _listen(port)
    except OSError as error:
        reason = error.strerror or error
        raise click.ClickException(f"Port {port} cannot be used: {reason}.") from error
    port = listener.getsockname()[1]
    with import_without_clients():
        from fishbowl.app import serve_app
    from fishbowl.log import StoreError
    from fishbowl.web.assets import FrontEndMissing

    try:
        if conference:
            from fishbowl.cli.conference import ConferenceOptions, start_conference

            asked = ConferenceOptions(
                people=people or CONFERENCE_PEOPLE,
                rooms=rooms or ROOMS,
                minutes=minutes or SESSION_MINUTES,
                speed=speed or CONFERENCE_SPEED,
                seed=seed,
                exits=exits,
                opens=opens,
            )
            app = start_conference(demo_db, port, asked, teller(log_format))
        else:
            from fishbowl.cli.rehearsal import DemoOptions, start_rehearsal

            options = DemoOptions(
                people=people or PEOPLE,
                minutes=minutes or MINUTES,
                speed=speed or (CONSOLE_SPEED if console else SPEED),
                seed=seed,
                format=format_name or next(iter(FORMATS)),
                console=console,
                exits=exits,
                opens=opens,
                started_s=started_s,
            )
            app = start_rehearsal(demo_db or _usual_db(), port, options, teller(log_format))
    except (StoreError, FrontEndMissing) as error:
        raise click.ClickException(str(error)) from error
    serve_app(app, listener)


def _usual_db() -> Path:
    return default_db().with_name("fishbowl-demo.db")


def _listen(port: int | None) -> socket.socket:
    """Listen on the given port; without one on the default port or, if it is taken, on a free one.

    :raises OSError: the port is taken, or this user may not open it.
    """
    from fishbowl.live.transport.listener import listen

    host = Settings(db=Path()).host
    try:
        return listen(host, DEFAULT_PORT if port is None else port)
    except OSError as error:
        if port is not None or error.errno != errno.EADDRINUSE:
            raise
        return listen(host, 0)
