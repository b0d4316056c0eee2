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


def open_for_reading(db: Path) -> Store:
    """Open a database beside a server that may be writing to it.

    :raises click.ClickException: it cannot be opened; in one sentence.
    """
    try:
        return open_store(db, readonly=True)
    except StoreError as error:
        raise click.ClickException(str(error)) from error
