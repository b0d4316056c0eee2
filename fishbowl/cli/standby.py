"""``fishbowl standby``: follow a server live, and take over from it with one press."""

import os
from pathlib import Path
from typing import IO

import click

from fishbowl.access.keys import AccessKeys
from fishbowl.cli.common import (
    PORT,
    contacts_key_option,
    erasures_option,
    examples,
    host_option,
    port_option,
)
from fishbowl.cli.standby_machine import KEY_VARIABLE, Machine
from fishbowl.host.addresses import base_url
from fishbowl.host.network import Network
from fishbowl.host.settings import default_db
from fishbowl.live.transport.listener import listen
from fishbowl.log import Store, StoreError, open_store
from fishbowl.standby.sealing import Seal
from fishbowl.web.assets import FrontEndMissing


@click.command("standby", epilog=examples("fishbowl standby http://192.168.1.20:8080"))
@click.argument("url")
@port_option
@host_option
@click.option(
    "--public-url",
    default="",
    envvar="FISHBOWL_PUBLIC_URL",
    help="The address that phones open after a takeover, if both machines have the same one.",
)
@click.option(
    "--db",
    type=click.Path(dir_okay=False, path_type=Path),
    default=lambda: default_db().with_name("standby.db"),
    show_default="standby.db in your data folder",
    envvar="FISHBOWL_DB",
    help="The copy that is kept here.",
)
@click.option(
    "--key-file",
    type=click.File("r"),
    help="Read the standby key from this file instead of asking for it.",
)
@click.option("--open/--no-open", "opens", default=True, help="Open the page in the browser.")
@contacts_key_option
@erasures_option
def command(
    url: str,
    port: int,
    host: str,
    public_url: str,
    db: Path,
    key_file: IO[str] | None,
    opens: bool,
    erasures: Path | None,
    contacts_key: Path | None,
) -> None:
    """Follow the server at URL live, and take over when you press.

    The owner of the server finds the standby key on its page /standby. It is asked for here once,
    and never sent. The page of this machine, and the key t in this terminal, take over.
    """
    primary = base_url(url, PORT)
    if primary is None:
        raise click.BadParameter(f"{url} is no address of a server.", param_hint="URL")
    network = Network(host, port, public_url)
    try:
        store = open_store(db, holder={"url": network.base(), "socket": ""}, erasures=erasures)
        listener = listen(host, port)
    except (StoreError, OSError) as error:
        raise click.ClickException(str(error)) from error
    machine = Machine(store, primary, Seal(_key(store, key_file)), network, _address(host, port))
    options = _serve_options(host, port, public_url, store.path, erasures, contacts_key)
    try:
        machine.run(listener, options, opens)
    except FrontEndMissing as error:
        raise click.ClickException(str(error)) from error


def _key(store: Store, key_file: IO[str] | None) -> str:
    """The standby key: of the copy that is here, from a file or the environment, or asked for."""
    if key_file is not None:
        return str(key_file.read()).strip()
    if given := os.environ.get(KEY_VARIABLE, ""):
        return given
    secret = store.known_secret()
    if secret is not None:
        return AccessKeys(secret).standby_key()
    return str(click.prompt("Standby key", hide_input=True)).strip()


def _address(host: str, port: int) -> str:
    """Where other machines find this one; not the address that both announce."""
    return Network(host, port, "").base()


def _serve_options(
    host: str,
    port: int,
    public_url: str,
    db: Path,
    erasures: Path | None,
    contacts_key: Path | None,
) -> list[str]:
    options = ["--host", host, "--port", str(port), "--db", str(db), "--no-open"]
    if public_url:
        options += ["--public-url", public_url]
    if erasures is not None:
        options += ["--erasures", str(erasures)]
    if contacts_key is not None:
        options += ["--contacts-key", str(contacts_key)]
    return options
