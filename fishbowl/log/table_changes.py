"""Notices which of the copied tables a commit has changed, without reading them.

Triggers of the writing connection alone tell of each change; the file does not have them. Commits
of others may have changed everything.
"""

import sqlite3
from collections import Counter
from collections.abc import Mapping

from fishbowl.log.copies import OTHERS
from fishbowl.log.copy_source import existing_tables

_FUNCTION = "fishbowl_table_changed"


class TableChanges:
    """Counts, for each table, the commits that have changed it since the file was opened."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter({OTHERS: 0})
        self._pending: set[str] = set()

    @property
    def counts(self) -> Mapping[str, int]:
        """The counts so far. What is read after this is at least as new."""
        counts = dict(self._counts)  # in one step: it is asked in other threads
        return {table: count + counts[OTHERS] for table, count in counts.items()}

    def watch(self, connection: sqlite3.Connection) -> None:
        """Watch what is written by a connection."""
        connection.create_function(_FUNCTION, 1, self._note)
        for table in existing_tables(connection):
            self._counts[table] += 1
            for event in ("insert", "update", "delete"):
                connection.execute(
                    f'create temp trigger "{table} {event}" after {event} on main."{table}"'
                    f" begin select {_FUNCTION}('{table}'); end"
                )

    def committed(self) -> None:
        """Count what was changed by the transaction that was committed now."""
        self._counts.update(self._pending)
        self._pending.clear()

    def _note(self, table: str) -> None:
        self._pending.add(table)

    def others_committed(self) -> None:
        """Count a commit of others."""
        self._counts[OTHERS] += 1
