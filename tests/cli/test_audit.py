"""``fishbowl audit``, and what commands note in it, also beside a running server."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import requests

from tests.cli.test_archive import past, run
from tests.support.server import Server


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "fishbowl.db"
    past(path)
    return path


def listed(db: Path) -> list[tuple[str, str, str, int]]:
    """What is listed, the first one first."""
    result = run("audit", "--db", str(db), "--json")
    assert result.exit_code == 0, result.output
    lines = json.loads(result.stdout)["lines"]
    return [(one["what"], one["who"], one["code"], one["count"]) for one in reversed(lines)]


def test_commands_note_what_leaves_and_what_comes_in(db: Path, tmp_path: Path):
    run("export", "--db", str(db), "WAVE", "47")
    run("export", "--db", str(db), "--all", str(tmp_path / "backup"))
    run("new-owner-key", "--db", str(db))
    assert listed(db) == [
        ("exported", "command", "WAVE47", 1),
        ("exported_all", "command", "", 1),
        ("owner_key_renewed", "command", "", 1),
    ]
    other = tmp_path / "other.db"
    run("import", "--db", str(other), str(tmp_path / "backup"))
    assert listed(other) == [("imported", "command", "", 1)]


def test_the_list_is_printed_for_people_and_for_spreadsheets(db: Path):
    assert run("audit", "--db", str(db)).output == "Nothing is listed yet.\n"
    run("export", "--db", str(db), "WAVE47")
    run("new-owner-key", "--db", str(db))
    printed = run("audit", "--db", str(db)).output.splitlines()
    assert printed[0].endswith("Command line: Renewed the owner’s link")
    assert printed[1].endswith("Command line: Downloaded the session (MD)  (WAVE 47)")
    assert len(run("audit", "--db", str(db), "--last", "1").output.splitlines()) == 1
    rows = list(csv.DictReader(io.StringIO(run("audit", "--db", str(db), "--csv").output)))
    assert [row["what"] for row in rows] == ["owner_key_renewed", "exported"]


def test_an_export_of_a_file_that_cannot_be_written_says_that_it_is_not_noted(
    db: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("fishbowl.cli.common.note_once", lambda *_, **__: False)
    result = run("export", "--db", str(db), "WAVE47")
    assert result.exit_code == 0
    assert "could not be noted in the audit list" in result.stderr


def test_a_running_server_and_commands_write_one_list(start_server: Callable[..., Server]):
    server = start_server()
    code = server.create_session()
    requests.post(f"{server.url}/k", json={"key": "no"}, headers={"Origin": server.url}, timeout=30)
    run("export", "--db", str(server.db), code)
    cookie = {"Cookie": server.owner_cookie()}
    lines = requests.get(f"{server.url}/audit.json", headers=cookie, timeout=30).json()["lines"]
    assert {line["what"] for line in lines} == {
        "signed_in", "wrong_key", "exported", "audit_exported",
    }  # fmt: skip
    server.stop()
    assert {what for what, *_ in listed(server.db)} == {line["what"] for line in lines}
