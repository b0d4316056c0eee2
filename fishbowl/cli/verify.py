"""``fishbowl verify``: checks the file, and that every log is complete and unchanged."""

import sys
from pathlib import Path

import click

from fishbowl.cli.common import db_option, examples, open_for_reading
from fishbowl.cli.progress import Progress, progress
from fishbowl.domain.session.stream import SESSION
from fishbowl.domain.streams import KINDS
from fishbowl.log import Store, StoreError
from fishbowl.log.verify import check_fold

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
    faults = store.faults()
    for fault in faults:
        shown.say(f"The file is damaged: {fault}")
    counts: dict[str, int] = {}
    try:
        events, broken = _read(store, counts, shown)
        lost = _has_orphans(store)
    except StoreError as error:
        events, broken, lost = 0, 1, False
        click.echo(f"The sessions cannot be listed: {error}")
    if broken:
        click.echo(f"{broken} of {sum(counts.values())} sessions are broken.", err=True)
    if faults:
        click.echo(
            "Stop the server and bring a backup back, or start it: what can be read is then "
            "copied into a new file, and the damaged one stays as it is.",
            err=True,
        )
        sys.exit(EXIT_DAMAGED)
    if broken or lost:
        sys.exit(EXIT_BROKEN)
    click.echo(f"{counts[SESSION.table]} sessions, {events} events")


def _read(store: Store, counts: dict[str, int], shown: Progress) -> tuple[int, int]:
    """Fold every log.

    :param counts: gets how many streams there are of each kind, by the name of its table.
    :param shown: is told how far it is, and which logs are broken.
    :return: how many events there are, and how many streams are broken.
    :raises StoreError: not even the list can be read.
    """
    events, broken = 0, 0
    for kind in KINDS:
        listed = store.streams(kind.name)
        counts[kind.table] = len(listed)
        for done, (stream, _) in enumerate(listed):
            shown("Checking logs", done, len(listed))
            try:
                with store.moment():
                    store.check(stream)
                    entries = store.entries(stream)
                events += check_fold(kind, stream.key, entries)
            except Exception as error:  # a changed log can raise anything in the rules
                broken += 1
                shown.say(f"{stream.key or stream} is broken: {error}")
    shown.end()
    return events, broken


def _has_orphans(store: Store) -> bool:
    """Whether there are entries without a row for their stream.

    :raises StoreError: the entries cannot be counted.
    """
    lost = store.without_row()
    if lost:
        click.echo(f"The row of a session is missing: {lost} entries belong to none.", err=True)
    return bool(lost)
