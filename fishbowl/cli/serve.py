"""``fishbowl serve``: run the server."""

import logging
import os
import shlex
import sys
from pathlib import Path

import click
from flask import Flask

from fishbowl.cli.common import (
    PORT,
    contacts_key_option,
    db_option,
    erasures_option,
    examples,
    host_option,
    log_option,
    port_option,
    teller,
    valid,
)
from fishbowl.cli.fast_import import import_without_clients
from fishbowl.cli.mail_options import check, mail_options
from fishbowl.cli.progress import progress
from fishbowl.host.logs import Format, set_up
from fishbowl.host.mail_settings import MailSettings
from fishbowl.host.open_files import raise_limit
from fishbowl.host.settings import (
    LAN_NAME,
    PROXIES_MAX,
    Settings,
    async_mode,
    default_db,
    lan_name,
    security_contact,
)
from fishbowl.host.streams import ignore_broken_output

LISTENER = "FISHBOWL_LISTENER"
"""The descriptor of a listening socket that a standby leaves to the server it becomes."""

log = logging.getLogger("fishbowl.serve")

UPDATE_KEPT = "Nothing is lost: start it again, and it goes on where it was."


@click.command(
    "serve",
    epilog=examples(
        "fishbowl serve",
        "fishbowl serve --port 9000 --db talks.db",
        "fishbowl serve --host 127.0.0.1 --public-url https://talk.example.org --trusted-proxies 1",
    ),
)
@port_option
@host_option
@click.option(
    "--public-url",
    default="",
    envvar="FISHBOWL_PUBLIC_URL",
    help="The address that phones open, if the server cannot find it out.",
)
@click.option(
    "--trusted-proxies",
    type=click.IntRange(0, PROXIES_MAX),
    default=0,
    show_default=True,
    envvar="FISHBOWL_TRUSTED_PROXIES",
    help="The number of proxies in front whose X-Forwarded headers are trusted.",
)
@click.option(
    "--lan-name",
    callback=valid(lan_name),
    envvar="FISHBOWL_LAN_NAME",
    show_default=f"{LAN_NAME}, where fishbowl[lan] is installed",
    help="The name for the QR, announced in the local network as NAME.local; empty for none.",
)
@click.option(
    "--security-contact",
    default="",
    callback=valid(security_contact),
    envvar="FISHBOWL_SECURITY_CONTACT",
    help="Who is told of vulnerabilities (/.well-known/security.txt): a mail or https address.",
)
@click.option(
    "--metrics-token",
    default="",
    envvar="FISHBOWL_METRICS_TOKEN",
    help="Who sends this token may read /metrics; without it only this computer may.",
)
@log_option
@click.option(
    "--open/--no-open", "opens", default=True, help="Open the owner's page in the browser."
)
@click.option(
    "--despite-takeover",
    is_flag=True,
    help="Start although a standby has taken over; this machine goes on instead of it.",
)
@mail_options
@contacts_key_option
@erasures_option
@db_option
def command(
    db: Path,
    erasures: Path | None,
    contacts_key: Path | None,
    despite_takeover: bool,
    port: int,
    host: str,
    public_url: str,
    trusted_proxies: int,
    lan_name: str,
    security_contact: str,
    metrics_token: str,
    log_format: Format,
    opens: bool,
    mail: MailSettings,
) -> None:
    """Start the server and print the link that signs you in, until it is used."""
    settings = Settings(
        db=db,
        erasures=erasures,
        contacts_key=contacts_key,
        despite_takeover=despite_takeover,
        host=host,
        port=port,
        public_url=public_url,
        async_mode=async_mode(),
        trusted_proxies=trusted_proxies,
        lan_name=lan_name,
        security_contact=security_contact,
        metrics_token=metrics_token,
        mail=mail,
    )
    if mail.host:
        check(mail)
    raise_limit()
    ignore_broken_output()
    set_up(log_format)
    with import_without_clients():
        from fishbowl.app import create_app, owner_link, serve_app
    from fishbowl.host.browser import open_page
    from fishbowl.host.shutdown import stop_on_signal
    from fishbowl.live.transport.listener import adopted, listen
    from fishbowl.log import StoreError
    from fishbowl.web.assets import FrontEndMissing

    try:
        with progress(quiet=log_format == "json", kept=UPDATE_KEPT) as report:
            app = create_app(settings, tell=teller(log_format), report=report)
        left_open = os.environ.pop(LISTENER, "")
        listener = adopted(int(left_open)) if left_open else listen(settings.host, settings.port)
    except (StoreError, FrontEndMissing, OSError) as error:
        raise click.ClickException(_sentence(error, settings)) from error
    log.info("serving on port %d", settings.port)
    stop_on_signal(app.extensions["fishbowl.live"].spawn, lambda: _stop(app))
    link = owner_link(app, settings)
    click.echo(_greeting(link, settings))
    click.echo(f"Everything is kept in {app.extensions['fishbowl.service'].path}.")
    click.echo("Phones in the same network can join sessions. Press Ctrl+C to stop.")
    sys.stdout.flush()
    if opens:
        open_page(link)
    serve_app(app, listener)


def _greeting(link: str, settings: Settings) -> str:
    """The text with the sign-in link. A used link is not printed again, since terminals keep it."""
    if "#" in link:
        return f"Fishbowl is running. Open this link to sign in on this computer:\n\n  {link}\n"
    again = "fishbowl new-owner-key"
    if settings.db != default_db():
        again += f" --db {shlex.quote(str(settings.db))}"
    if settings.port != PORT:
        again += f" --port {settings.port}"
    return (
        f"Fishbowl is running at {link}\n\n"
        "The link that signs you in has been used, so it is not printed again. Where you are not\n"
        f"signed in any more, this makes a new one:\n\n  {again}\n"
    )


def _stop(app: Flask) -> None:
    from fishbowl.app import stop_app

    stop_app(app)
    log.info("stopped")
    click.echo("Stopped. Everything is saved.")


def _sentence(error: Exception, settings: Settings) -> str:
    if isinstance(error, OSError):
        return (
            f"Port {settings.port} cannot be used: {error.strerror or error}. "
            f"Another program may have it; try --port {settings.port + 1}."
        )
    return str(error)
