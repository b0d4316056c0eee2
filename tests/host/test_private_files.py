"""What holds names can be read by nobody else on the machine."""

import logging
import os
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from fishbowl.cli import fishbowl
from fishbowl.host.private_files import make_folder, open_for_writing, tighten
from fishbowl.log import open_store
from tests.cli.test_archive import past
from tests.support.server import Server


@pytest.fixture(autouse=True)
def _everybody_may_read() -> Iterator[None]:
    """The mask of a machine that makes files readable for all its users."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def open_and_write(path: Path) -> None:
    with closing(open_store(path)) as store:
        store.secret()
        modes = {one.name: mode(one) for one in path.parent.iterdir()}
    assert set(modes.values()) == {0o600}, modes
    assert f"{path.name}-wal" in modes


def test_a_new_database_and_its_folders_are_private(tmp_path: Path) -> None:
    path = tmp_path / "data" / "fishbowl" / "talks.db"
    open_and_write(path)
    assert mode(path.parent) == mode(path.parent.parent) == 0o700


def test_a_database_from_before_is_tightened(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    before = open_store(path)
    before.secret()
    for one in tmp_path.iterdir():  # with a write-ahead log that a crash left behind
        one.chmod(0o644)
    open_and_write(path)
    before.close()


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_folder(tmp_path)
    open_for_writing(tmp_path / "names.txt").close()
    assert mode(tmp_path) == 0o755


def test_a_file_that_is_written_again_becomes_private_before_its_words_are_there(
    tmp_path: Path,
) -> None:
    path = tmp_path / "names.txt"
    path.write_text("Amira")
    with open_for_writing(path) as file:
        assert mode(path) == 0o600
        file.write(b"Jonas")
    assert path.read_text() == "Jonas"


def test_what_is_not_ours_is_left_with_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "names.txt"
    path.write_text("Amira")

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", refuse)
    with caplog.at_level(logging.WARNING):
        tighten(path)
    assert "names.txt can be read by other users" in caplog.text


def test_a_backup_can_be_read_by_its_owner_alone(tmp_path: Path) -> None:
    db, folder = tmp_path / "fishbowl.db", tmp_path / "backups" / "today"
    past(db)
    done = CliRunner().invoke(fishbowl, ["export", "--db", str(db), "--all", str(folder)])
    assert done.exit_code == 0, done.output
    assert mode(folder) == mode(folder.parent) == 0o700
    assert [mode(file) for file in folder.iterdir()] == [0o600]

    copy = tmp_path / "copy" / "fishbowl.db"
    done = CliRunner().invoke(fishbowl, ["import", str(folder), "--db", str(copy)])
    assert done.exit_code == 0, done.output
    assert {mode(file) for file in copy.parent.iterdir()} == {0o600}
    assert mode(copy.parent) == 0o700


def test_a_running_server_keeps_its_files_private(server: Server) -> None:
    server.create_session()
    files = [one for one in server.db.parent.iterdir() if one.name.startswith(server.db.name)]
    assert {f"{server.db.name}{suffix}" for suffix in ("", "-wal", "-shm")} <= {
        one.name for one in files
    }
    assert {mode(file) for file in files} == {0o600}
