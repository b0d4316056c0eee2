"""``fishbowl verify``: is every log of a database whole?"""

from itertools import pairwise
from pathlib import Path

import click

from fishbowl.cli.common import db_option, open_for_reading
from fishbowl.domain.evolve import fold
from fishbowl.storage import Store, StoreError


@click.command("verify")
@db_option
def command(db: Path) -> None:
    """Fold every log from its first event and say whether all is well."""
    store = open_for_reading(db)
    rows, events, broken = store.sessions(), 0, 0
    for row in rows:
        try:
            events += _verified(store, row.code)
        except (StoreError, ValueError, KeyError) as error:
            broken += 1
            click.echo(f"{row.code} is broken: {error}")
    if broken:
        raise click.ClickException(f"{broken} of {len(rows)} sessions cannot be read.")
    click.echo(f"{len(rows)} sessions, {events} events")


def _verified(store: Store, code: str) -> int:
    """Fold one log.

    :return: how many entries it has.
    :raises StoreError: an entry cannot be read.
    :raises ValueError: entries are missing, doubled or out of order.
    """
    entries = store.entries(code)
    session = fold(entries)
    if session is None:
        raise ValueError("its log is empty")
    if session.code != code:
        raise ValueError(f"its log is that of {session.code}")
    for before, after in pairwise(entries):
        if after.at_ms < before.at_ms:
            raise ValueError(f"entry {after.seq} is earlier than the one before it")
    return len(entries)
