"""``fishbowl new-owner-key``: makes a new sign-in link for the owner and revokes the old one."""

from pathlib import Path

import click

from fishbowl.cli.common import db_option, examples, port_option
from fishbowl.log import StoreError
from fishbowl.services.owner_key import new_owner_key


@click.command(
    "new-owner-key",
    epilog=examples(
        "fishbowl new-owner-key",
        "fishbowl new-owner-key --port 9000",
    ),
)
@port_option
@db_option
def command(db: Path, port: int) -> None:
    """Make a new link for the owner. The old link and every sign-in of the owner end.

    A server that is running goes on; --port is the one on which it listens.
    """
    try:
        key = new_owner_key(db)
    except StoreError as error:
        raise click.ClickException(str(error)) from error
    click.echo(
        f"Open this link to sign in on this computer:\n\n  http://127.0.0.1:{port}/o#{key}\n"
    )
    click.echo("The old link opens nothing any more, and nobody is signed in as the owner.")
