"""``fishbowl mail``: try the settings for mail, and take note of letters that came back."""

import secrets
import sys
import time
from pathlib import Path

import click

from fishbowl.cli.common import db_option, examples
from fishbowl.cli.mail_options import check, mail_options
from fishbowl.host.mail_settings import MailSettings, password
from fishbowl.integrations.mail.bounce import READ_MAX_BYTES, read_bounce
from fishbowl.integrations.mail.letter import Letter, message, parsed
from fishbowl.integrations.mail.returned import note_bounce_in
from fishbowl.integrations.mail.smtp import MailError, connected
from fishbowl.integrations.mail.what_is_wrong import sentence
from fishbowl.log import StoreError

TRY_LATER = 75
"""The exit code by which a mail server knows to call again (EX_TEMPFAIL)."""

TEXT = """This is a test from Fishbowl.

The mail settings work: letters to your members leave through {host}.
Nobody else got this letter, and no answer is needed.
"""


@click.group("mail", epilog=examples("fishbowl mail test me@example.org"))
def command() -> None:
    """Try the settings for mail, and take note of letters that came back."""


@command.command("test")
@click.argument("address")
@mail_options
def test(address: str, mail: MailSettings) -> None:
    """Send one test letter to ADDRESS, and say in words what is wrong if it is not taken.

    \b
    fishbowl mail test me@example.org --mail-host smtp.example.org \\
        --mail-user bowl --mail-password-file mail.key --mail-from "Bowl <bowl@example.org>"
    """
    if not mail.host:
        raise click.ClickException(
            "No mail server is set, so no mail is sent. Set mail_host in the settings file, "
            "FISHBOWL_MAIL_HOST, or --mail-host."
        )
    check(mail)
    try:
        parsed(address)
        letter = Letter(
            to=address,
            subject="Fishbowl: a test letter",
            text=TEXT.format(host=mail.host),
            message_id=f"test-{secrets.token_hex(8)}",
        )
        made = message(letter, mail.sender, time.time_ns() // 1_000_000)
        with connected(mail, password(mail)) as server:
            server.send(made)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    except MailError as error:
        raise click.ClickException(sentence(error, mail)) from error
    click.echo(
        f"{mail.host} took the letter to {address}. If it does not arrive within some minutes, "
        "look in the folder for unwanted mail."
    )


@command.command("bounce")
@db_option
def bounce(db: Path) -> None:
    """Read from standard input that a letter came back, as mail servers write it (RFC 3464).

    For a mail server, which calls it with each message to the sender of the letters. What is no
    such message is ignored. A server that is running goes on.

    \b
    fishbowl mail bounce < returned.eml
    """
    found = read_bounce(sys.stdin.buffer.read(READ_MAX_BYTES))
    if found is None:
        return
    try:
        note_bounce_in(db, found)
    except StoreError as error:
        click.echo(f"It is to be noted later: {error}", err=True)
        sys.exit(TRY_LATER)
