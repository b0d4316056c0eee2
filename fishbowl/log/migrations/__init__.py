"""The tables, as migrations that are applied once and never changed afterwards.

Table and column names are meant to be read, in Datasette or any other SQLite tool. The order of the
migrations is that of these imports; a new one stands at the end of the last module.
"""

from fishbowl.log.migrations import sessions, streams, along  # noqa: F401, I001 -- they add themselves, in this order
from fishbowl.log.migrations.registry import migrations, reporting

__all__ = ["migrations", "reporting"]
