"""``fishbowl serve``: run the server."""

import sys
from pathlib import Path

import click
from flask import Flask

from fishbowl.cli.common import db_option, port_option
from fishbowl.cli.server_half import server_half
from fishbowl.settings import Settings, async_mode


@click.command("serve")
@port_option
@click.option(
    "--host",
    default="0.0.0.0",
    show_default="every address",
    envvar="FISHBOWL_HOST",
    help="The address to listen on.",
)
@click.option(
    "--public-url",
    default="",
    envvar="FISHBOWL_PUBLIC_URL",
    help="What phones should open, if this machine cannot know it.",
)
@click.option("--open/--no-open", "opens", default=True, help="Open the owner's page.")
@db_option
def command(db: Path, port: int, host: str, public_url: str, opens: bool) -> None:
    """Start the server and print the link that signs you in."""
    settings = Settings(db=db, host=host, port=port, public_url=public_url, async_mode=async_mode())
    with server_half():
        from fishbowl.app import create_app, owner_link
    from fishbowl.browser import open_page
    from fishbowl.live.server import listen, serve
    from fishbowl.stopping import stop_on_signal
    from fishbowl.storage import StoreError
    from fishbowl.web.assets import FrontEndMissing

    try:
        app = create_app(settings, tell=lambda sentence: click.echo(sentence, err=True))
        listener = listen(settings.host, settings.port)
    except (StoreError, FrontEndMissing, OSError) as error:
        raise click.ClickException(_sentence(error, settings)) from error
    link = owner_link(app, settings)
    click.echo(f"Fishbowl is running. Open this link to sign in on this computer:\n\n  {link}\n")
    click.echo(f"Everything is kept in {settings.db}.")
    click.echo("Phones in the same network can join sessions. Press Ctrl+C to stop.")
    sys.stdout.flush()
    if opens:
        open_page(link)
    socketio = app.extensions["socketio"]
    stop_on_signal(socketio.start_background_task, lambda: _stop(app))
    serve(app, socketio, listener)


def _stop(app: Flask) -> None:
    from fishbowl.app import stop_app

    stop_app(app)
    click.echo("Stopped. Everything is saved.")


def _sentence(error: Exception, settings: Settings) -> str:
    if isinstance(error, OSError):
        return (
            f"Port {settings.port} cannot be used: {error.strerror or error}. "
            f"Another program may have it; try --port {settings.port + 1}."
        )
    return str(error)
