"""Databases of every schema that was ever released open, are copied before, and fold the same."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from fishbowl.archive.indexing import index_session
from fishbowl.archive.search import search
from fishbowl.domain.session.erasure import erasable_fields
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.row import SessionRow
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import StoreError, chain, open_store
from fishbowl.log.effects import PutRow
from fishbowl.log.migrations import migrations
from fishbowl.services.session_log import list_sessions
from tests.log.conftest import evening, put
from tests.logs.projection import digest

SAMPLES = sorted((Path(__file__).parent / "schemas").glob("*.sql"))
STATES = {
    "m002": "4f75f7873e06960fd4b684f3f5f736b2ea8d4f05e36c543d8947d9f2276c243a",
    "m003": "8e7d891ec699daf2fb2ab986cd32586f6940b57f2c92441b6db370dd6ad03fc5",
    "m004": "8e7d891ec699daf2fb2ab986cd32586f6940b57f2c92441b6db370dd6ad03fc5",
    "m004-without-tokens": "8e7d891ec699daf2fb2ab986cd32586f6940b57f2c92441b6db370dd6ad03fc5",
    "m010-deleted-and-renewed": "8e7d891ec699daf2fb2ab986cd32586f6940b57f2c92441b6db370dd6ad03fc5",
    **{
        f"m{number:03}": "8e7d891ec699daf2fb2ab986cd32586f6940b57f2c92441b6db370dd6ad03fc5"
        for number in range(5, 18)
    },
}
"""The hash of the finished session of each sample; see ``tests/logs``."""


@pytest.fixture(params=SAMPLES, ids=lambda sample: sample.stem)
def old(request: pytest.FixtureRequest, path: Path) -> str:
    """Make a database as an earlier program left it, and return the name of its schema."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("pragma journal_mode = wal;" + request.param.read_text())
    return str(request.param.stem)


def test_an_old_database_opens_and_its_sessions_are_as_they_were(path: Path, old: str):
    with closing(open_store(path)) as store:
        assert digest(fold(store.entries(session_stream("WAVE47")))) == STATES[old]
        assert [row.code for row in list_sessions(store)] == ["TUNE88", "WAVE47"]
        assert all(not row.deadline_known for row in list_sessions(store))
        put(store, evening().log, code="TIDE48")
        for code in store.stale_codes():
            index_session(store, code)
        assert search(path, "pay").count == 1


def test_a_copy_is_made_before_tables_are_changed(path: Path, old: str):
    told: list[str] = []
    open_store(path, tell=told.append).close()
    (copy,) = path.parent.glob("fishbowl.before-*.db")
    assert str(copy) in told[0]
    assert copy.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(copy)) as connection:
        (applied,) = connection.execute("select max(name) from _sqlite_migrations").fetchone()
        assert applied.partition("_")[0] == old.partition("-")[0]
    told.clear()
    open_store(path, tell=told.append).close()
    assert told == []


def test_the_logs_of_an_old_database_are_chained(path: Path, old: str):
    with closing(open_store(path)) as store:
        for row in list_sessions(store):
            count, head = store._reader.execute(
                "select entry_count, head from streams where key = ?", (row.code,)
            ).fetchone()
            assert (count, len(head)) == (len(store.entries(session_stream(row.code))), 32)
            chain.check(store._reader, session_stream(row.code), erasable_fields)


def test_an_entry_that_is_no_text_keeps_no_old_database_from_opening(path: Path, old: str):
    with closing(sqlite3.connect(path)) as connection, connection:
        columns = {row[1] for row in connection.execute("pragma table_info(entries)")}
        column = "stream_id" if "stream_id" in columns else "session_id"
        connection.execute(
            f"update entries set data = cast(x'ff' as text) where seq = 2 and {column} ="
            " (select id from sessions where code = 'TUNE88')"
        )
    with closing(open_store(path)) as store:
        chain.check(store._reader, session_stream("WAVE47"), erasable_fields)
        with pytest.raises((sqlite3.OperationalError, ValueError)):
            chain.check(store._reader, session_stream("TUNE88"), erasable_fields)


def test_where_no_copy_can_be_made_nothing_is_changed(
    path: Path, old: str, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("fishbowl.log.open_database.copy_open", refuse)
    with pytest.raises(StoreError, match="the disk is full"):
        open_store(path)
    with closing(sqlite3.connect(path)) as connection:
        (applied,) = connection.execute("select max(name) from _sqlite_migrations").fetchone()
    assert applied.partition("_")[0] == old.partition("-")[0]


def test_there_is_a_sample_of_every_schema_but_the_one_of_this_program():
    """The first release had m002; ``tools/make_schema_sample.py`` makes what is missing."""
    with closing(Database(memory=True)) as empty:
        names = [one.name.partition("_")[0] for one in migrations.pending(empty)]
    assert {sample.stem.partition("-")[0] for sample in SAMPLES} == set(names[1:-1])


def test_rows_say_when_time_acts_next(path: Path):
    with closing(open_store(path)) as store:
        row = SessionRow(
            code="WAVE47", question="Why?", event="", state="running", created_at_ms=0,
            closed_at_ms=None, people=0, voices=0, next_deadline_ms=7,
        )  # fmt: skip
        stream = session_stream(row.code)
        store.append({stream: evening().log}, [PutRow(stream=stream, row=row)])
        assert list_sessions(store) == [row]


def test_what_was_deleted_and_renewed_stays_so_where_streams_are_of_several_kinds(path: Path):
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((SAMPLES[-1].parent / "m010-deleted-and-renewed.sql").read_text())
        before = connection.execute("select chain from entries order by 1").fetchall()
    with closing(open_store(path)) as store:
        assert store.deleted("session") == {"GONE22"}
        assert store.numbers()["readers_generation"] == 3
        after = store._reader.execute("select chain from entries order by 1").fetchall()
        assert after == before, "no hash has changed"
        assert store._reader.execute("pragma foreign_key_check").fetchall() == []
