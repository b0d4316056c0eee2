"""The tables: each is a table whatever people wrote, with its header where there is nothing."""

import csv
from io import StringIO

import pytest

from fishbowl.harvest import TABLES, export
from tests.harvest.ring_story import AT_THE_END, TAKEN_UP, WANTED, the_whole_room
from tests.support.room import Room


def rows(room: Room, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(export(room.summary, "csv", table=table))))


def test_a_line_a_request():
    (request,) = rows(the_whole_room(), "queue")
    assert (request["person"], request["words"]) == ("Listener 6", AT_THE_END)
    assert (request["outcome"], request["turn"]) == ("waiting", "")
    assert request["topic"] == "When does paying people break the gift?"


def test_a_line_a_topic_with_its_votes_and_signals():
    no, pay = rows(the_whole_room(), "topics")
    assert (no["dots"], no["agree"], no["slower"], no["talked_seconds"]) == ("16", "31", "2", "600")
    assert (pay["dots"], pay["agree"]) == ("8", "0")


def test_a_line_a_question_that_was_put_up():
    asked = rows(the_whole_room(), "questions")
    assert [(one["words"], one["outcome"], one["upvotes"]) for one in asked] == [
        (TAKEN_UP, "answered", "4"),
        (WANTED, "open", "4"),
    ]


def test_a_line_a_part():
    parts = rows(the_whole_room(), "phases")
    assert [part["title"] for part in parts][:2] == ["Welcome", "Pair share"]
    assert (parts[2]["planned_seconds"], parts[2]["actual_seconds"]) == ("1320", "1380")
    assert parts[4]["actual_seconds"] == ""


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_a_header(table: str):
    header = export(Room().summary, "csv", table=table).splitlines()[0]
    assert header.count(",") >= 4


@pytest.mark.parametrize("table", ["turns", "queue"])
def test_under_chatham_house_there_is_only_the_header(table: str):
    assert rows(the_whole_room(attribution="chatham_house"), table) == []


def test_under_chatham_house_questions_have_no_askers():
    asked = rows(the_whole_room(attribution="chatham_house"), "questions")
    assert {one["person"] for one in asked} == {""}
    assert {one["words"] for one in asked} == {TAKEN_UP, WANTED}
