"""``fishbowl verify``: checks the file, and that every log is complete and unchanged."""

import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import click

from fishbowl.cli.common import db_option, examples, open_for_reading
from fishbowl.domain.kernel.streams import Stream, StreamKind
from fishbowl.domain.streams import KINDS
from fishbowl.log import Store, StoreError

EXIT_BROKEN = 1
"""Some logs cannot be read, or are not as they were written."""
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
    store = open_for_reading(db)
    faults = store.faults()
    for fault in faults:
        click.echo(f"The file is damaged: {fault}")
    counts: dict[str, int] = {}
    try:
        events, broken = _read(store, counts)
        lost = _lost(store)
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
    listed = ", ".join(f"{count} {table}" for table, count in counts.items())
    click.echo(f"{listed}, {events} events")


def _read(store: Store, counts: dict[str, int]) -> tuple[int, int]:
    """Fold every log.

    :param counts: gets how many streams there are of each kind, by the name of its table.
    :return: how many events there are, and how many streams are broken.
    :raises StoreError: not even the list can be read.
    """
    events, broken = 0, 0
    for kind in KINDS:
        listed = store.streams(kind.name)
        counts[kind.table] = len(listed)
        for stream, _ in listed:
            try:
                store.check(stream)
                events += _verified(store, kind, stream)
            except Exception as error:  # whatever a changed log makes the rules stumble over
                broken += 1
                click.echo(f"{stream.key or stream} is broken: {error}")
    return events, broken


def _lost(store: Store) -> bool:
    """Say whether there are entries whose stream is not in the list.

    :raises StoreError: the entries cannot be counted.
    """
    lost = store.without_row()
    if lost:
        click.echo(f"The row of a session is missing: {lost} entries belong to none.", err=True)
    return bool(lost)


def _verified(store: Store, kind: StreamKind[Any], stream: Stream) -> int:
    """Fold one log.

    :return: how many entries it has.
    :raises StoreError: an entry cannot be read.
    :raises ValueError: entries are missing, doubled or out of order.
    """
    entries = store.entries(stream)
    state = kind.fold(entries)
    if state is None:
        raise ValueError("its log is empty")
    if kind.key_of(state) != stream.key:
        raise ValueError(f"its log is that of {kind.key_of(state)}")
    for before, after in pairwise(entries):
        if after.at_ms < before.at_ms:
            raise ValueError(f"entry {after.seq} is earlier than the one before it")
    return len(entries)
