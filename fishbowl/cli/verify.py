"""``fishbowl verify``: checks the file, and that every log is complete and unchanged."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import click

from fishbowl.cli.common import db_option, examples, open_for_reading
from fishbowl.cli.progress import Progress, progress
from fishbowl.log import Store, chain
from fishbowl.log.connection import connect
from fishbowl.log.file_copy import quick_check
from fishbowl.log.verify import check_log

EXIT_BROKEN = 1
"""Logs cannot be read or were changed."""
EXIT_DAMAGED = 3
"""Pages of the file are damaged."""


@click.command(
    "verify",
    epilog=examples(
        "fishbowl verify",
        "fishbowl verify --db talks.db",
    ),
)
@db_option
def command(db: Path) -> None:
    """Check the file, fold every log, and compare it with its hashes.

    The exit code is 0 if everything is correct, 1 if logs cannot be read or were changed, and 3
    if the file is damaged.
    """
    with progress(kept="Nothing was changed.") as shown:
        _verify(db, shown)


def _verify(db: Path, shown: Progress) -> None:
    store = open_for_reading(db)
    shown("Checking the pages of the file", 0, 0)
    faults = _page_faults(store.path)
    for fault in faults:
        shown.say(f"The file is damaged: {fault}")
    try:
        sessions, events, broken = _read(store, shown)
        lost = _has_orphans(store.path)
    except sqlite3.DatabaseError as error:
        sessions, events, broken, lost = 0, 0, 1, False
        click.echo(f"The sessions cannot be listed: {error}")
    if broken:
        click.echo(f"{broken} of {sessions} sessions are broken.", err=True)
    if faults:
        click.echo(
            "Stop the server and bring a backup back, or start it: what can be read is then "
            "copied into a new file, and the damaged one stays as it is.",
            err=True,
        )
        sys.exit(EXIT_DAMAGED)
    if broken or lost:
        sys.exit(EXIT_BROKEN)
    click.echo(f"{sessions} sessions, {events} events")


def _page_faults(path: Path) -> list[str]:
    with closing(connect(path, readonly=True)) as connection:
        return quick_check(connection)


def _read(store: Store, shown: Progress) -> tuple[int, int, int]:
    """Fold every log.

    :param shown: is told how far it is, and which logs are broken.
    :return: how many sessions and events there are, and how many sessions are broken.
    :raises sqlite3.DatabaseError: the list of sessions cannot be read.
    """
    rows, events, broken = store.sessions(), 0, 0
    with closing(connect(store.path, readonly=True)) as connection:
        for done, row in enumerate(rows):
            shown("Checking logs", done, len(rows))
            try:
                events += check_log(connection, row.code)
            except Exception as error:  # a changed log can raise anything in the rules
                broken += 1
                shown.say(f"{row.code} is broken: {error}")
    shown.end()
    return len(rows), events, broken


def _has_orphans(path: Path) -> bool:
    """Whether there are entries without a row for their session.

    :raises sqlite3.DatabaseError: the entries cannot be counted.
    """
    with closing(connect(path, readonly=True)) as connection:
        lost = chain.without_session(connection)
    if lost:
        click.echo(f"The row of a session is missing: {lost} entries belong to none.", err=True)
    return bool(lost)
