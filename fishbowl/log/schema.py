"""Brings the tables of a file up to date, and refuses files of a newer program."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from fishbowl.host.long_work import Report, ignored
from fishbowl.log.errors import StoreError
from fishbowl.log.migrations import migrations, reporting


def migrate(db: Database, report: Report = ignored) -> None:
    """Apply the migrations that are missing. Each is applied whole or not at all.

    :param report: is told how many are applied, and how far a long one is.
    """
    pending = [migration.name for migration in migrations.pending(db)]
    before = reporting.set(report)
    try:
        for done, following in enumerate([*pending[1:], None]):
            report("Updating the tables", done, len(pending))
            migrations.apply(db, stop_before=following)
    finally:
        reporting.reset(before)


def check_not_newer_file(path: Path) -> None:
    """Refuse a file that nobody writes to and a newer program has changed; see below.

    :raises StoreError: naming the first change that this program does not know.
    """
    target = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(target, uri=True, isolation_level=None)) as connection:
        check_not_newer(Database(connection))


def check_not_newer(db: Database) -> None:
    """Refuse a database that a newer program has changed.

    :raises StoreError: naming the first change that this program does not know.
    """
    with closing(Database(memory=True)) as empty:
        known = {migration.name for migration in migrations.pending(empty)}
    for applied in migrations.applied(db):
        if applied.name not in known:
            raise StoreError(
                f"This database was written by a newer Fishbowl ({applied.name}); "
                "update Fishbowl to open it. Nothing was changed."
            )
