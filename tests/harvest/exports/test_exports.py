"""The files: valid when there is nothing to say, and safe when there is."""

import csv
import json
import re
from io import StringIO
from pathlib import Path
from typing import Any, get_args
from zoneinfo import ZoneInfo

import msgspec
import pytest

from fishbowl.domain.session.commands import Attribution
from fishbowl.harvest import FORMATS, export
from fishbowl.harvest.exports.csv import HEADER, cell
from fishbowl.harvest.exports.json_types import Document
from fishbowl.harvest.exports.markdown import escaped
from tests.harvest.ring_story import the_whole_room
from tests.harvest.stories import QUESTION, forty_minutes
from tests.support.room import Room

DOCS = Path(__file__).parents[3] / "docs" / "exports.md"


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_happened_and_still_there_is_a_file(format: str):
    assert export(Room().summary, format).strip()


def test_json_has_the_promised_parts():
    document = json.loads(export(forty_minutes().summary, "json"))
    assert {"session", "people", "turns", "topics", "queue", "notes"} <= set(document)
    assert document["session"]["code"] == "WAVE47"
    assert document["session"]["question"] == QUESTION
    assert document["session"]["started_at"] == "2026-10-14T14:01:00Z"
    assert document["notes"] == []
    assert document["topics"][0]["title"] == "Who gets to say no?"
    turn = document["turns"][0]
    assert turn["name"] == "Ingrid"
    assert turn["stretches"] == [{"chair": 1, "from_ms": 0, "to_ms": turn["ended_ms"]}]


@pytest.mark.parametrize("attribution", get_args(Attribution))
@pytest.mark.parametrize("story", [forty_minutes, the_whole_room])
def test_json_has_the_types_that_its_schema_declares(story: Any, attribution: Attribution):
    text = export(story(attribution=attribution).summary, "json")
    document = msgspec.json.decode(text, type=Document)
    assert msgspec.to_builtins(document) == json.loads(text)


def test_json_tells_the_language_that_was_chosen_or_else_the_likely_one():
    def told(question: str, **chosen: str) -> str | None:
        document = json.loads(export(Room(question, **chosen).summary, "json"))
        language: str | None = document["session"]["language"]
        return language

    assert told("Wer bleibt und warum ist das so?") == "de"
    assert told("Wer bleibt und warum ist das so?", language="nl") == "nl"
    assert told("Ubuntu?") is None


def test_json_of_a_session_that_has_not_started():
    document = json.loads(export(Room().summary, "json"))
    assert document["session"]["state"] == "lobby"
    assert document["session"]["started_at"] is None
    assert document["people"] == document["turns"] == document["topics"] == []


def test_json_never_tells_the_pseudonym_of_a_phone():
    assert "phone-" not in export(forty_minutes().summary, "json")


def test_every_field_of_the_json_is_described():
    described = set(re.findall(r"`(\w+)`", DOCS.read_text("utf-8")))

    def fields(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {f for inner in value.values() for f in fields(inner)}
        if isinstance(value, list):
            return {f for inner in value for f in fields(inner)}
        return set()

    chatham = json.loads(export(forty_minutes(attribution="chatham_house").summary, "json"))
    document = json.loads(export(forty_minutes().summary, "json"))
    assert fields(document) | fields(chatham) <= described
    assert set(HEADER) <= described


def test_csv_has_a_line_a_turn():
    rows = table(export(forty_minutes().summary, "csv"))
    assert len(rows) == 16
    assert rows[0]["person"] == "Ingrid"
    assert rows[0]["chairs"] == "1"
    assert rows[0]["seated_seconds"] == "270"
    assert rows[-1]["first_turn"] == "no"


def test_csv_with_nothing_to_say_is_a_header():
    assert table(export(Room().summary, "csv")) == []
    assert export(Room().summary, "csv").strip() == ",".join(HEADER)


@pytest.mark.parametrize(
    "name", ["=1+2", "+49 30", "-1", "@here", "＝1+2", "＋49", "－1", "＠here", "﹦1", "\u200d=1"]
)
def test_csv_cells_are_no_formulas(name: str):
    room = Room()
    room.facilitator.starts()
    room.seats_walk_up(1, name)
    room.wait(minutes=1)
    (row,) = table(export(room.summary, "csv"))
    assert row["person"] == f"'{name}"


def test_csv_keeps_ordinary_names():
    assert cell("O’Neill, Zoë") == "O’Neill, Zoë"


def test_csv_quotes_what_would_break_the_table():
    room = Room()
    room.facilitator.starts()
    room.seats_walk_up(1, 'Kim "the chair", again')
    room.wait(minutes=1)
    (row,) = table(export(room.summary, "csv"))
    assert row["person"] == 'Kim "the chair", again'


def test_markdown_reads_as_a_summary():
    text = export(forty_minutes().summary, "md")
    assert text.startswith(f"# {QUESTION}\n")
    assert "## Who sat when" in text
    assert "| Ingrid | 1 | 0:00 | 4:30 | 4:30 | 1:48 |" in text
    assert "### When does paying people break the gift?" in text


def test_markdown_says_why_names_are_missing():
    assert "stays in the room" in export(forty_minutes(attribution="chatham_house").summary, "md")


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("*bold* _move_", r"\*bold\* \_move\_"),
        ("[click](javascript:x)", r"\[click\](javascript:x)"),
        ("<script>", r"\<script\>"),
        ("a | b", r"a \| b"),
        ("1. May", r"1\. May"),
        ("- not a list", r"\- not a list"),
        ("Mei-Lin", "Mei-Lin"),
        ("two\nlines", "two lines"),
        ("# heading", r"\# heading"),
        ("back\\slash", "back\\\\slash"),
    ],
)
def test_markdown_keeps_words_from_becoming_markup(words: str, written: str):
    assert escaped(words) == written


def test_the_day_is_that_of_the_room():
    summary = Room().summary  # 14:00 in London is 3 in the morning in Auckland
    assert "14 October" in export(summary, "md")
    assert "15 October" in export(summary, "md", zone=ZoneInfo("Pacific/Auckland"))


def test_there_are_no_other_formats():
    with pytest.raises(KeyError):
        export(Room().summary, "docx")
