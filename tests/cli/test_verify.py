"""``fishbowl verify``: what it says, and the number it ends with."""

import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from fishbowl.cli import fishbowl
from fishbowl.domain.session.erasure import erasure
from fishbowl.domain.session.events import PersonForgotten
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import open_store
from fishbowl.log.effects import Erase
from tests.cli.test_archive import past, run
from tests.log.test_damage import PAGE, filled, overwrite


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
        "update entries set at_ms = at_ms + 1 where seq = 7",
        "update entries set role = 'runner' where seq = 2",
        "update entries set data = replace(data, 'WAVE', 'TIDE') || ' ' where seq = 1",
        "delete from entries where seq > 3",
        "update entries set seq = 100 where seq = 7",
    ],
    ids=[
        "unreadable",
        "missing",
        "out of order",
        "another time",
        "another role",
        "another byte",
        "no tail",
        "another place",
    ],
)
def test_logs_that_cannot_be_read_end_with_1_and_are_named(path: Path, damage: str):
    change(path, f"{damage} and stream_id = (select id from sessions where code = 'TIDE48')")
    result = verified(path)
    assert result.exit_code == 1
    assert "TIDE48 is broken" in result.output
    assert "WAVE47" not in result.output


def test_a_log_with_changed_words_of_a_person_reads_well_as_erasing_them_does(path: Path):
    change(path, "update entries set data = json_set(data, '$.called', '') where seq = 2")
    assert verified(path).exit_code == 0


@pytest.mark.parametrize("statement", ["entry_count = entry_count + 1", "head = zeroblob(32)"])
def test_a_row_that_says_something_else_than_its_log_ends_with_1(path: Path, statement: str):
    change(path, f"update streams set {statement} where key = 'TIDE48'")
    result = verified(path)
    assert result.exit_code == 1
    assert "TIDE48 is broken" in result.output
    assert "1 of 2 sessions are broken" in result.output


def test_entries_whose_session_is_not_listed_end_with_1(path: Path):
    change(path, "delete from sessions where code = 'TIDE48'")
    result = verified(path)
    assert result.exit_code == 1
    assert "The row of a session is missing" in result.output


def test_logs_that_were_erased_taken_in_or_continued_elsewhere_are_whole(
    path: Path, tmp_path: Path
):
    run("export", "--db", str(path), "--all", str(tmp_path / "backup"))
    other = tmp_path / "other.db"
    result = run("import", "--db", str(other), str(tmp_path / "backup"))
    assert result.exit_code == 0, result.output
    assert "2 sessions" in verified(other).output
    with closing(open_store(path)) as store:
        stream = session_stream("TIDE48")
        entries = store.entries(stream)
        (person,) = [e.seq for e in entries if e.event.name == "person.joined"]
        last = entries[-1]
        forgets = msgspec.structs.replace(
            last, seq=last.seq + 1, command_id="forgets", event=PersonForgotten(person=person)
        )
        erases = Erase(stream=stream, what=erasure([forgets.event]))
        store.append({stream: [forgets]}, [erases])
        path.unlink()
        again = msgspec.structs.replace(forgets, seq=last.seq + 2, command_id="again")
        store.append({stream: [again]}, [erases])
        assert store.path != path
        went_on = store.path
    assert verified(went_on).exit_code == 0


def test_damaged_pages_end_with_3_and_say_what_to_do(tmp_path: Path):
    path = tmp_path / "large.db"
    filled(path)
    overwrite(path, path.stat().st_size // PAGE - 6, 2)
    result = verified(path)
    assert result.exit_code == 3
    assert "The file is damaged" in result.output
    assert "bring a backup back" in result.output
