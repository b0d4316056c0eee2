"""Opening a file: ours, of this version, or one clear sentence."""

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from fishbowl.log import Store, StoreError, open_store
from fishbowl.log.migrations import migrations
from tests.log.conftest import STREAM, evening, put


def test_a_new_file_is_made_with_its_folder(tmp_path: Path):
    path = tmp_path / "data" / "fishbowl" / "talks.db"
    open_store(path).close()
    assert path.is_file()


def _schema(store: Store) -> list[tuple[str]]:
    return store._writer.execute("select sql from sqlite_master order by name").fetchall()


def test_opening_again_changes_nothing(path: Path):
    first = open_store(path)
    put(first, evening().log)
    secret = first.secret()
    schema = _schema(first)
    first.close()
    for _ in range(2):
        again = open_store(path)
        assert _schema(again) == schema
        assert len(again.entries(STREAM)) == len(evening().log)
        assert again.secret() == secret
        again.close()


def test_every_migration_is_applied_once(path: Path):
    open_store(path).close()
    database = Database(path)
    names = [applied.name for applied in migrations.applied(database)]
    assert len(names) == len(set(names)) > 0
    assert not migrations.pending(database)
    database.close()


def test_two_files_have_two_secrets(tmp_path: Path):
    stores = [open_store(tmp_path / name) for name in ("a.db", "b.db")]
    secrets = {store.secret() for store in stores}
    assert len(secrets) == 2
    assert all(len(secret) == 32 for secret in secrets)
    for store in stores:
        store.close()


def test_a_newer_file_is_refused_and_left_alone(path: Path):
    open_store(path).close()
    database = Database(path)
    applied = "insert into _sqlite_migrations (migration_set, name, applied_at) values (?, ?, ?)"
    database.execute(applied, ("fishbowl", "m999_from_the_future", "2099-01-01"))
    database.conn.commit()
    database.close()
    before = path.read_bytes()
    for readonly in (False, True):
        with pytest.raises(StoreError, match=r"newer Fishbowl \(m999_from_the_future\)"):
            open_store(path, readonly=readonly)
    assert path.read_bytes() == before


def test_something_that_is_no_database_is_refused(path: Path):
    path.write_text("Dear diary, today there was a fishbowl. " * 50)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(path)
    assert path.read_text().startswith("Dear diary")


def test_a_folder_is_no_database(tmp_path: Path):
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path)


def test_a_place_where_no_folder_can_be_made_is_refused(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path / "file" / "fishbowl.db")


def test_reading_needs_a_file(path: Path):
    with pytest.raises(StoreError, match="There is no database"):
        open_store(path, readonly=True)
    assert not path.exists()


def test_reading_does_not_bring_an_old_file_up_to_date(path: Path):
    database = Database(path)
    migrations.apply(database, stop_before="m002_secrets")
    database.close()
    with pytest.raises(StoreError, match="start the server once"):
        open_store(path, readonly=True)
    open_store(path).close()
    open_store(path, readonly=True).close()


def test_an_entry_of_a_newer_program_stops_reading_with_a_sentence(path: Path):
    store = open_store(path)
    put(store, evening().log)
    store._writer.execute("update entries set type = 'chair.polished' where seq = 3")
    with pytest.raises(StoreError, match=r"log of WAVE47 cannot be read: entry 3: chair\.polished"):
        store.entries(STREAM)
    store.close()


@pytest.mark.parametrize("data", ["{", '{"chair": "three", "person": 1}', "[]"])
def test_a_damaged_entry_stops_reading_with_a_sentence(path: Path, data: str):
    store = open_store(path)
    put(store, evening().log)
    store._writer.execute("update entries set data = ? where type = 'chair.taken'", (data,))
    with pytest.raises(StoreError, match="log of WAVE47 cannot be read"):
        store.entries(STREAM)
    store.close()


def test_the_tables_read_well_in_other_tools(path: Path):
    store = open_store(path)
    put(store, evening().log)
    store.close()
    plain = sqlite3.connect(path)
    found = plain.execute(
        "select json_extract(data, '$.called') from entries join sessions"
        " on sessions.id = stream_id where code = 'WAVE47' and type = 'person.joined'"
    ).fetchone()
    assert found == ("Rafael Ölmez-Quispe",)
    plain.close()
