"""``fishbowl demo``: a server with a simulated room."""

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
from fishbowl.host.settings import Settings, async_mode, default_db
from fishbowl.host.streams import ignore_broken_output

DEFAULT_PORT = 8080
SPEED = 10.0
CONSOLE_SPEED = 3.0
"""The default with ``--console``: at speed 10 a call would last four real seconds."""
EXIT_MARGIN_S = 15.0
"""With ``--exit`` the process ends at most so many seconds after the time of its session."""
CLOSE_MARGIN_S = 8.0
"""The session is closed at most so many seconds after its time."""
OVERRUN = 2
"""With ``--console``: session time runs fast for so many times the planned length."""


@click.command(
    "demo",
    epilog=examples(
        "fishbowl demo",
        "fishbowl demo --people 100 --format samoan --speed 20",
        "fishbowl demo --console",
    ),
)
@click.option(
    "--people",
    type=click.IntRange(3, 2000),
    default=40,
    show_default=True,
    help="How many people join.",
)
@click.option(
    "--minutes",
    type=click.IntRange(1, 24 * 60),
    default=30,
    show_default=True,
    help="Length of the session in minutes, arrival included.",
)
@click.option(
    "--speed",
    type=click.FloatRange(1, 120),
    show_default="10; 3 with --console",
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
    default=lambda: default_db().with_name("fishbowl-demo.db"),
    show_default="fishbowl-demo.db in your data folder, separate from real sessions",
    help="The database file.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    metavar="NAME",
    default=next(iter(FORMATS)),
    show_default=True,
    help=f"The format: {', '.join(FORMATS)}.",
)
@click.option("--console", is_flag=True, help="You run the session yourself from the console.")
@click.option("--exit", "exits", is_flag=True, help="Stop when the session is closed.")
@click.option(
    "--open/--no-open",
    "opens",
    default=True,
    help="Open the display in the browser, and with --console the console.",
)
@log_option
@click.option("--seed", help="The same seed gives the same people.")
def command(
    people: int,
    minutes: int,
    speed: float | None,
    port: int | None,
    demo_db: Path,
    format_name: str,
    console: bool,
    exits: bool,
    opens: bool,
    log_format: Format,
    seed: str | None,
) -> None:
    """Run a fishbowl with simulated people, to watch it or to rehearse.

    Real phones in the same network can join.
    """
    started_s = time.time()
    raise_limit()
    ignore_broken_output()
    set_up(log_format)
    speed = speed or (CONSOLE_SPEED if console else SPEED)
    try:
        listener = _listen(port)
    except OSError as error:
        reason = error.strerror or error
        raise click.ClickException(f"Port {port} cannot be used: {reason}.") from error
    settings = Settings(db=demo_db, port=listener.getsockname()[1], async_mode=async_mode())
    with import_without_clients():
        from fishbowl.app import create_app, serve_app
    from fishbowl.cli.rehearsal import DemoOptions, Rehearsal
    from fishbowl.domain.kernel.ids import Millis
    from fishbowl.host.clock import FastClock, SystemClock
    from fishbowl.log import StoreError
    from fishbowl.web.assets import FrontEndMissing

    behind_s = 60 * minutes * (OVERRUN if console else 1) + EXIT_MARGIN_S * speed
    clock = FastClock(Millis(SystemClock().now_ms() - int(behind_s * 1000)), speed)
    try:
        app = create_app(settings, clock, tell=teller(log_format))
    except (StoreError, FrontEndMissing) as error:
        raise click.ClickException(str(error)) from error
    options = DemoOptions(
        people=people,
        minutes=minutes,
        seed=seed or secrets.token_hex(4),
        format=format_name,
        console=console,
        exits=exits,
        opens=opens,
        close_by_s=started_s + 60 * minutes / speed + CLOSE_MARGIN_S,
    )
    Rehearsal(app, settings, options).start()
    serve_app(app, listener)


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
