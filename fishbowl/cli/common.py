"""What several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from fishbowl.host.settings import default_db
from fishbowl.log import Store, StoreError, open_store

PORT = 8080
"""The TCP port unless told otherwise."""

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


def open_for_reading(db: Path) -> Store:
    """Open a database beside a server that may be writing to it.

    :raises click.ClickException: it cannot be opened; in one sentence.
    """
    try:
        return open_store(db, readonly=True)
    except StoreError as error:
        raise click.ClickException(str(error)) from error
