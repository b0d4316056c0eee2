"""An old ``export --all`` is imported: what was erased since does not come back with it."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fishbowl.archive.indexing import index_session
from fishbowl.cli import fishbowl
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import open_store
from fishbowl.log.erasure_list import list_of
from fishbowl.services.session_log import append_session
from tests.log.conftest import delete
from tests.support.room import Room

NAME = "Rafael Ölmez-Quispe"
CODE = "WAVE47"


def run(*words: str) -> Result:
    return CliRunner().invoke(fishbowl, list(words))


def keep(path: Path, room: Room) -> None:
    with closing(open_store(path)) as store:
        known = len(store.entries(session_stream(CODE)))
        append_session(store, room.session, room.log[known:])
        index_session(store, CODE)


class Exported:
    """A database, and a folder that was exported from it before somebody was forgotten."""

    def __init__(self, path: Path) -> None:
        self.db, self.folder, self.other = path / "talks.db", path / "exported", path / "other.db"
        self.room = Room("What makes people stay?", code=CODE)
        self.rafael = self.room.phone(NAME).person
        self.room.facilitator.starts()
        self.room.sends(c.CloseSession())
        keep(self.db, self.room)
        assert run("export", "--all", str(self.folder), "--db", str(self.db)).exit_code == 0

    def imported(self, db: Path) -> str:
        result = run("import", str(self.folder), "--db", str(db))
        assert result.exit_code == 0, result.output
        return result.stdout

    def words_in(self, db: Path) -> bool:
        files = [file for file in db.parent.glob(f"{db.name}*") if file.is_file()]
        return any("Ölmez".encode() in file.read_bytes() for file in files)


@pytest.fixture
def exported(tmp_path: Path) -> Exported:
    return Exported(tmp_path)


def test_who_was_forgotten_since_is_forgotten_in_what_comes_in(exported: Exported):
    exported.room.sends(c.ForgetPerson(person=exported.rafael))
    keep(exported.db, exported.room)
    shutil.copy(list_of(exported.db), list_of(exported.other))
    assert "Imported: 1." in exported.imported(exported.other)
    assert not exported.words_in(exported.other)
    with closing(open_store(exported.other)) as store:
        stream = session_stream(CODE)
        assert store.folded(stream).people[exported.rafael].forgotten
        store.check(stream)
        assert store.stale_codes() == [CODE], "it is read again for the archive, without the name"


def test_without_a_list_everything_comes_in_as_it_was(exported: Exported):
    assert "Imported: 1." in exported.imported(exported.other)
    assert exported.words_in(exported.other)


def test_a_session_that_was_deleted_here_stays_deleted(exported: Exported):
    with closing(open_store(exported.db)) as store:
        delete(store, CODE)
    said = exported.imported(exported.db)
    assert said.splitlines() == [
        "Imported: 0. Here already: 0.",
        f"Left out, because they were deleted here: {CODE}.",
    ]
    assert not exported.words_in(exported.db)
    with closing(open_store(exported.db)) as store:
        assert store.streams("session") == []
        assert store.deleted("session") == {CODE}
