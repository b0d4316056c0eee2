"""Every table of the file says what becomes of it in a copy elsewhere."""

from contextlib import closing
from pathlib import Path

from fishbowl.domain.streams import KINDS
from fishbowl.log import open_store
from fishbowl.log.copies import COPIED_TABLES

ENTRY_BY_ENTRY = {"streams", "entries", *(kind.table for kind in KINDS)}
MADE_AGAIN = {"finished_sessions", "finds", "archive_state", "snapshots", "home_sessions"}
OF_ONE_MACHINE = {"bundle_parts", "peers", "_sqlite_migrations"}


def test_a_table_is_copied_or_made_again_or_stays_on_its_machine(tmp_path: Path):
    query = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
    with closing(open_store(tmp_path / "talks.db")) as store:
        there = {name for (name,) in store._reader.execute(query)}
    there = {name for name in there if not name.startswith("finished_sessions_fts")}
    assert there - {*COPIED_TABLES} == ENTRY_BY_ENTRY | MADE_AGAIN | OF_ONE_MACHINE
