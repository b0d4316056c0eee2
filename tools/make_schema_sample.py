"""Writes a sample database of a schema for ``tests/log/schemas``, as SQL.

The samples up to m005 were dumped from databases that the programs of that time had written. Later
ones are the last of those, brought up by the migrations up to the schema in question:

    python -m tools.make_schema_sample m009

A new migration needs a sample of the schema before it: see ``tests/log/test_migrations.py``.
"""

import argparse
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from fishbowl.log.migrations import migrations

SCHEMAS = Path(__file__).resolve().parent.parent / "tests" / "log" / "schemas"
BASE = "m005"
INDEX = "finished_sessions_fts"


def sample(schema: str) -> str:
    """Bring the oldest complete sample up to a schema, and write it as SQL.

    :param schema: the number of its last migration, such as ``m009``.
    :raises ValueError: there is no such migration.
    """
    with closing(Database(memory=True)) as empty:
        names = [one.name for one in migrations.pending(empty)]
    number = next((no for no, name in enumerate(names) if name.startswith(f"{schema}_")), None)
    if number is None:
        raise ValueError(f"There is no migration {schema}.")
    lines = (SCHEMAS / f"{BASE}.sql").read_text("utf-8").splitlines()
    # The index is made of the tables, and its own tables cannot be dumped.
    index = [line for line in lines if INDEX in line]
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript("\n".join(line for line in lines if INDEX not in line))
        database = Database(connection)
        if number + 1 < len(names):
            migrations.apply(database, stop_before=names[number + 1])
        else:
            migrations.apply(database)
        return "\n".join((*connection.iterdump(), *index)) + "\n"


def main() -> None:
    """Write the samples of schemas."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("schemas", nargs="+", help="names of migrations")
    for schema in parser.parse_args().schemas:
        (SCHEMAS / f"{schema}.sql").write_text(sample(schema), "utf-8")


if __name__ == "__main__":
    main()
