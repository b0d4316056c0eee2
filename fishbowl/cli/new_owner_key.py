"""``fishbowl new-owner-key``: a new link that signs the owner in; the old one ends."""

from pathlib import Path

import click

from fishbowl.access.keys import Doors
from fishbowl.access.sign_ins import NotSaved, SignIns
from fishbowl.cli.common import db_option, port_option
from fishbowl.clock import SystemClock
from fishbowl.host.private_files import private_database
from fishbowl.storage import Store, StoreError, open_store


@click.command("new-owner-key")
@port_option
@db_option
def command(db: Path, port: int) -> None:
    """Make a new link for the owner. The old link and every sign-in of the owner end."""
    try:
        key = _in_file(db)
    except (StoreError, NotSaved) as error:
        raise click.ClickException(str(error)) from error
    click.echo(
        f"Open this link to sign in on this computer:\n\n  http://127.0.0.1:{port}/o#{key}\n"
    )
    click.echo("The old link opens nothing any more, and nobody is signed in as the owner.")
    click.echo("A server that is running now takes the new link when it is started again.")


def _in_file(db: Path) -> str:
    """Make the key in the file. Where a server runs, this is what it is to be asked for instead.

    :raises StoreError: there is no such database, or it cannot be opened.
    :raises NotSaved: nothing has changed.
    """
    if not db.is_file():
        raise StoreError(f"There is no database at {db}.")
    with private_database(db):
        store = open_store(db)
    try:
        return new_owner_key(store)
    finally:
        store.close()


def new_owner_key(store: Store) -> str:
    """Make a new key for the owner of an installation; the old one and its sign-ins end.

    :raises NotSaved: nothing has changed.
    """
    sign_ins = SignIns(store, Doors(store.secret()), SystemClock().now_ms)
    return sign_ins.renew_owner_key()
