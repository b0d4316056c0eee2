"""What several commands share."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from fishbowl.host.clock import wall_ms
from fishbowl.host.logs import FORMATS, VARIABLE, Format
from fishbowl.host.settings import default_db
from fishbowl.log import Store, StoreError, open_store
from fishbowl.services.audit import note_once

PORT = 8080
"""The default TCP port."""

F = TypeVar("F", bound=Callable[..., Any])


def examples(*lines: str) -> str:
    """Make the end of a command's help: examples, which a test parses with the command's options.

    :param lines: command lines as they are typed.
    """
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def db_option(function: F) -> F:
    """Add ``--db FILE`` to a command."""
    return click.option(
        "--db",
        type=click.Path(dir_okay=False, path_type=Path),
        default=default_db,
        show_default="in your data folder",
        envvar="FISHBOWL_DB",
        help="The database file.",
    )(function)


def erasures_option(function: F) -> F:
    """Add ``--erasures FILE`` to a command."""
    return click.option(
        "--erasures",
        type=click.Path(dir_okay=False, path_type=Path),
        default=None,
        show_default="beside the database",
        envvar="FISHBOWL_ERASURES",
        help="The list of what was erased, which older copies of the database have to follow.",
    )(function)


def contacts_key_option(function: F) -> F:
    """Add ``--contacts-key FILE`` to a command."""
    return click.option(
        "--contacts-key",
        type=click.Path(dir_okay=False, path_type=Path),
        default=None,
        show_default="beside the database",
        envvar="FISHBOWL_CONTACTS_KEY",
        help="The key of members' contacts, which no database holds: back it up apart.",
    )(function)


def port_option(function: F) -> F:
    """Add ``--port N`` to a command."""
    return click.option(
        "--port",
        type=click.IntRange(1, 65_535),
        default=PORT,
        show_default=True,
        envvar="FISHBOWL_PORT",
        help="The TCP port to listen on.",
    )(function)


def valid(check: Callable[[Any], str]) -> Callable[[click.Context, click.Parameter, Any], str]:
    """Let a setting's own check read the value of an option: a wrong one is an error of use."""

    def read(ctx: click.Context, param: click.Parameter, value: Any) -> str:
        try:
            return check(value)
        except ValueError as error:
            raise click.BadParameter(str(error), ctx, param) from error

    return read


def host_option(function: F) -> F:
    """Add ``--host ADDRESS`` to a command."""
    return click.option(
        "--host",
        default="0.0.0.0",
        show_default="every address",
        envvar="FISHBOWL_HOST",
        help="The address to listen on.",
    )(function)


def log_option(function: F) -> F:
    """Add ``--log text|json`` to a command that serves."""
    return click.option(
        "--log",
        "log_format",
        type=click.Choice(FORMATS),
        default=FORMATS[0],
        show_default=True,
        envvar=VARIABLE,
        help="How the log is written to standard error.",
    )(function)


def teller(log_format: Format) -> Callable[[str], None]:
    """What tells sentences about the database: lines for people, or lines of the log."""
    if log_format == "json":
        return logging.getLogger("fishbowl.database").warning
    return lambda sentence: click.echo(sentence, err=True)


def open_for_reading(db: Path) -> Store:
    """Open a database beside a server that may be writing to it.

    :raises click.ClickException: it cannot be opened; in one sentence.
    """
    try:
        return open_store(db, readonly=True)
    except StoreError as error:
        raise click.ClickException(str(error)) from error


def note_in_audit(path: Path, what: str, **about: object) -> None:
    """Note in the audit list what this command did; say so if that is not possible.

    :param path: the database that was used.
    :param about: further fields of :class:`~fishbowl.log.records.AuditLine`.
    """
    if not note_once(path, wall_ms(), what, **about):
        click.echo("This could not be noted in the audit list: the file refused.", err=True)
