"""``fishbowl verify``: what it says, and the number it ends with."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fishbowl.cli import fishbowl
from tests.cli.test_archive import past
from tests.storage.test_damage import PAGE, filled, overwrite


def verified(path: Path) -> Result:
    return CliRunner().invoke(fishbowl, ["verify", "--db", str(path)])


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute(statement).rowcount > 0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "fishbowl.db"
    for code in ("WAVE47", "TIDE48"):
        past(path, code)
    return path


def test_a_sound_file_ends_with_0_and_its_count(path: Path):
    result = verified(path)
    assert result.exit_code == 0
    assert "2 sessions" in result.output


@pytest.mark.parametrize(
    "damage",
    [
        "update entries set data = '{' where seq = 3",
        "delete from entries where seq = 3",
        "update entries set at_ms = 0 where seq = 3",
    ],
    ids=["unreadable", "missing", "out of order"],
)
def test_logs_that_cannot_be_read_end_with_1_and_are_named(path: Path, damage: str):
    change(path, f"{damage} and session_id = (select id from sessions where code = 'TIDE48')")
    result = verified(path)
    assert result.exit_code == 1
    assert "TIDE48 is broken" in result.output
    assert "WAVE47" not in result.output


def test_damaged_pages_end_with_3_and_say_what_to_do(tmp_path: Path):
    path = tmp_path / "large.db"
    filled(path)
    overwrite(path, path.stat().st_size // PAGE - 6, 2)
    result = verified(path)
    assert result.exit_code == 3
    assert "The file is damaged" in result.output
    assert "bring a backup back" in result.output
