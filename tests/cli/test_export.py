"""``fishbowl export``: to standard output and nothing else there, or to a file."""

import html
import json
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fishbowl.cli.export import command
from fishbowl.log import SessionRow, Store, open_store
from tests.harvest.stories import QUESTION, forty_minutes
from tools.compile_words import compile_all


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A database that somebody has open for writing, with one session in it."""
    room = forty_minutes()
    store = open_store(tmp_path / "talks.db")
    row = SessionRow(
        code="WAVE47",
        question=QUESTION,
        event="",
        state="closed",
        created_at_ms=room.session.created_at_ms,
        closed_at_ms=room.session.clock.closed_at_ms,
        people=79,
        voices=15,
    )
    store.append([row], [room.log])
    yield store
    store.close()


def run(store: Store, *words: str) -> Result:
    return CliRunner().invoke(command, [*words, "--db", str(store.path)])


@pytest.mark.parametrize("code", [["WAVE47"], ["wave47"], ["Wave", "47"], [" wave-47 "]])
def test_a_code_may_be_written_as_people_write_it(store: Store, code: list[str]):
    result = run(store, *code, "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["session"]["code"] == "WAVE47"
    assert result.stderr == ""


def test_markdown_is_what_one_gets_without_asking(store: Store):
    assert run(store, "wave47").stdout.startswith(f"# {QUESTION}")


def test_into_a_file_and_not_a_word_on_the_screen(store: Store, tmp_path: Path):
    file = tmp_path / "turns.csv"
    result = run(store, "wave47", "--format", "csv", "-o", str(file))
    assert (result.exit_code, result.output) == (0, "")
    assert file.read_bytes().startswith(b"turn,person,")
    assert file.read_bytes().count(b"\r\n") == 17


def test_an_unknown_code_is_one_sentence_and_no_output(store: Store):
    result = run(store, "wave22", "--format", "json")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == "Error: There is no session WAVE 22.\n"


def test_an_unknown_format_lists_the_known(store: Store):
    result = run(store, "wave47", "--format", "docx")
    assert result.exit_code == 2
    assert "'md', 'json', 'csv'" in result.stderr


def test_no_database_is_one_sentence(tmp_path: Path):
    result = CliRunner().invoke(command, ["wave47", "--db", str(tmp_path / "none.db")])
    assert result.exit_code == 1
    assert "There is no database" in result.stderr


def test_a_folder_that_is_not_there_is_one_sentence(store: Store, tmp_path: Path):
    result = run(store, "wave47", "-o", str(tmp_path / "nowhere" / "x.md"))
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_a_file_is_in_the_language_that_is_asked_for(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    compile_all(tmp_path / "words")
    monkeypatch.setattr("fishbowl.cli.export.DIST", tmp_path / "words")
    assert "## Worüber wir gesprochen haben" in run(store, "WAVE47", "--lang", "de").stdout
    assert "## What we talked about" in run(store, "WAVE47").stdout


def test_a_language_that_there_is_not_is_refused_with_those_that_there_are(store: Store):
    result = run(store, "WAVE47", "--lang", "xx")
    assert result.exit_code == 2
    assert "There are: en" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("table", ["queue", "topics", "questions", "phases"])
def test_another_table_can_be_chosen(store: Store, table: str):
    turns = run(store, "wave47", "--format", "csv").stdout
    chosen = run(store, "wave47", "--format", "csv", "--table", table)
    assert chosen.exit_code == 0
    assert chosen.stdout.splitlines()[0] != turns.splitlines()[0]


def test_chapters_can_be_moved(store: Store):
    plain = run(store, "wave47", "--format", "chapters").stdout.splitlines()
    moved = run(store, "wave47", "--format", "chapters", "--offset", "60").stdout.splitlines()
    assert plain[:2] == ["0:00 Beginning", "0:30 Who gets to say no?"]
    assert moved[:2] == ["0:00 Beginning", "1:30 Who gets to say no?"]


def test_one_file_holds_the_whole_page(store: Store):
    result = run(store, "wave47", "--format", "html")
    assert result.exit_code == 0
    assert QUESTION in result.stdout
    assert not re.search(r"<script|<link|src=|url\((?!data:)|@import", result.stdout)


def test_the_file_says_itself_that_nothing_in_it_may_run(store: Store):
    page = run(store, "wave47", "--format", "html").stdout
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    rules = dict(rule.split(" ", 1) for rule in html.unescape(policy).split("; "))
    assert rules["default-src"] == "'none'"
    assert not rules.keys() & {"script-src", "connect-src", "form-action"}
    assert page.index(policy) < page.index("<style")


def test_chapters_that_the_attribution_refuses_are_one_sentence(tmp_path: Path):
    room = forty_minutes(attribution="chatham_house")
    with closing(open_store(tmp_path / "quiet.db")) as store:
        row = SessionRow(
            code="WAVE47",
            question=QUESTION,
            event="",
            state="closed",
            created_at_ms=room.session.created_at_ms,
            closed_at_ms=room.session.clock.closed_at_ms,
            people=79,
            voices=15,
        )
        store.append([row], [room.log])
        result = run(store, "wave47", "--format", "vtt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Chatham House" in result.stderr
