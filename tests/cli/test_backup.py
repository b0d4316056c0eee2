"""``fishbowl backup`` and ``fishbowl restore``, as they are typed, beside a real server."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fishbowl.cli import fishbowl
from fishbowl.cli.progress import EXIT_INTERRUPTED
from tests.support.face import Face
from tests.support.server import Server

NAME = "Rafael Ölmez-Quispe"


def run(*words: str) -> Result:
    return CliRunner().invoke(fishbowl, list(words))


def holds(folder: Path, word: str) -> list[str]:
    return [
        file.name
        for file in folder.iterdir()
        if file.is_file() and word.encode() in file.read_bytes()
    ]


def test_a_backup_of_a_running_server_comes_back_without_whom_it_has_forgotten_since(
    server: Server, tmp_path: Path
):
    code, copy = server.create_session(), tmp_path / "stick" / "talks.db"
    phone = Face(server, code, "phone").connect()
    phone.done("join_session", name=NAME)
    console = Face(server, code, "console").connect()
    made = run("backup", str(copy), "--db", str(server.db))
    assert made.exit_code == 0, made.output
    assert "1 session, " in made.output
    assert "verified" in made.output
    console.done("start_session")
    phone.done("forget_person", person=phone.until(lambda: phone.slices["me"]["person"]))

    refused = run("restore", str(copy), "--db", str(server.db))
    assert refused.exit_code == 1
    assert "Stop it first" in refused.output
    phone.leave()
    console.leave()
    server.stop()
    restored = run("restore", str(copy), "--db", str(server.db))
    assert restored.exit_code == 0, restored.output
    assert "Erased again what was erased since this copy was made: 1 erased entry." in (
        restored.output
    )
    assert "The database that was there is in" in restored.output
    assert holds(tmp_path, NAME) == []
    server.start()
    wall = Face(server, code, "display").connect()
    assert wall.slices["session"]["state"] == "lobby", "as it was when the backup was made"
    wall.leave()
    assert holds(tmp_path, NAME) == []


def test_a_start_with_a_copy_that_was_put_there_by_hand_erases_first(
    server: Server, tmp_path: Path
):
    code, copy = server.create_session(), tmp_path / "stick" / "talks.db"
    phone = Face(server, code, "phone").connect()
    phone.done("join_session", name=NAME)
    assert run("backup", str(copy), "--db", str(server.db)).exit_code == 0
    phone.done("forget_person", person=phone.until(lambda: phone.slices["me"]["person"]))
    phone.leave()
    server.stop()
    server.db.write_bytes(copy.read_bytes())
    for suffix in ("-wal", "-shm"):
        server.db.with_name(server.db.name + suffix).unlink(missing_ok=True)
    assert holds(tmp_path, NAME) == [server.db.name]
    errors = tmp_path / "errors.txt"
    server.errors = errors
    server.start()
    assert "Erased again" in errors.read_text()
    assert holds(tmp_path, NAME) == []


def test_backups_again_and_again_until_they_are_interrupted(server: Server, tmp_path: Path):
    server.create_session()
    folder = tmp_path / "many"
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "fishbowl", "backup", str(folder / "talks.db"),
         "--every", "1s", "--keep", "2", "--db", str(server.db)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ),
    )  # fmt: skip
    with process:
        assert process.stdout is not None
        assert process.stderr is not None
        said = next(line for line in process.stdout if "older removed" in line)
        process.send_signal(signal.SIGINT)
        errors = process.stderr.read()
    assert process.returncode == EXIT_INTERRUPTED
    assert "1 session, " in said
    assert "The backups that were made are whole." in errors
    copies = sorted(folder.glob("talks.*.db"))
    assert len(copies) in (2, 3)
    assert not list(folder.glob(".*"))
    assert run("verify", "--db", str(copies[0])).exit_code == 0


@pytest.mark.parametrize("every", ["0s", "soon", "-5", "1.5h"])
def test_a_time_that_is_none_is_told(every: str, tmp_path: Path):
    result = run("backup", str(tmp_path / "copy.db"), "--every", every)
    assert result.exit_code == 2
    assert not (tmp_path / "copy.db").exists()


def test_without_a_database_there_is_nothing_to_copy(tmp_path: Path):
    result = run("backup", str(tmp_path / "copy.db"), "--db", str(tmp_path / "none.db"))
    assert result.exit_code == 1
    assert "There is no database at" in result.output
