"""The settings for mail, as options of a command."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from fishbowl.host.mail_settings import PER_MINUTE, PORTS, MailSettings, password
from fishbowl.integrations.mail.letter import parsed

OPTIONS = (
    click.option(
        "--mail-host",
        default="",
        envvar="FISHBOWL_MAIL_HOST",
        help="The mail server (SMTP) that takes letters; without one, no mail is sent.",
    ),
    click.option(
        "--mail-port",
        type=click.IntRange(1, 65_535),
        default=None,
        show_default="587 for starttls, 465 for tls, 25 for none",
        envvar="FISHBOWL_MAIL_PORT",
        help="Its TCP port.",
    ),
    click.option(
        "--mail-security",
        type=click.Choice(list(PORTS)),
        default="starttls",
        show_default=True,
        envvar="FISHBOWL_MAIL_SECURITY",
        help="How the connection is encrypted.",
    ),
    click.option(
        "--mail-user",
        default="",
        envvar="FISHBOWL_MAIL_USER",
        help="Who signs in there, if anybody has to.",
    ),
    click.option(
        "--mail-password-file",
        type=click.Path(dir_okay=False),
        default="",
        envvar="FISHBOWL_MAIL_PASSWORD_FILE",
        help="A file with the password on its first line, which only you can read.",
    ),
    click.option(
        "--mail-from",
        default="",
        envvar="FISHBOWL_MAIL_FROM",
        help='Who letters come from: an address, or "Name <address>".',
    ),
    click.option(
        "--mail-per-minute",
        type=click.IntRange(1, 10_000),
        default=PER_MINUTE,
        show_default=True,
        envvar="FISHBOWL_MAIL_PER_MINUTE",
        help="So many letters leave within a minute at most.",
    ),
)


def mail_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command, which gets them as ``mail``."""

    @wraps(function)
    def command(
        *args: Any,
        mail_host: str,
        mail_port: int | None,
        mail_security: Any,
        mail_user: str,
        mail_password_file: str,
        mail_from: str,
        mail_per_minute: int,
        **kwargs: Any,
    ) -> Any:
        mail = MailSettings(
            host=mail_host,
            port=mail_port or PORTS[mail_security],
            security=mail_security,
            user=mail_user,
            password_file=mail_password_file,
            sender=mail_from,
            per_minute=mail_per_minute,
        )
        return function(*args, mail=mail, **kwargs)

    for option in reversed(OPTIONS):
        command = option(command)
    return command


def check(mail: MailSettings) -> None:
    """Check the settings before anything is started or sent.

    :raises click.ClickException: letters could not be sent; says which setting is wrong.
    """
    if not mail.sender:
        raise click.ClickException(
            "Letters need a sender. Set mail_from in the settings file, FISHBOWL_MAIL_FROM, "
            "or --mail-from."
        )
    try:
        parsed(mail.sender)
        password(mail)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
