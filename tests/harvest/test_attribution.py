"""What may leave a session whose members agreed that nobody's name does."""

import json
import re

import pytest

from fishbowl.harvest import FORMATS, TABLES, charts, export, publishable
from tests.harvest.ring_story import AT_THE_END, TAKEN_UP, the_whole_room
from tests.harvest.stories import ARRIVALS, STARTERS, forty_minutes

NAMES = {*STARTERS, *(name for _, name, _ in ARRIVALS), "Listener"}


def test_a_named_session_leaves_nothing_out():
    summary = forty_minutes().summary
    assert publishable(summary) is summary


def test_chatham_house_leaves_no_people_no_turns_and_no_times():
    summary = publishable(forty_minutes(attribution="chatham_house").summary)
    assert (summary.people, summary.turns, summary.queue) == ((), (), ())
    assert all(topic.spans == () and topic.seated == () for topic in summary.topics)
    assert set(summary.left_out) == {"people", "turns", "chairs", "queue", "topic_times", "owners"}


def test_chatham_house_keeps_topics_and_totals():
    whole = forty_minutes(attribution="chatham_house").summary
    summary = publishable(whole)
    assert summary.figures == whole.figures
    assert [(t.title, t.talked_ms) for t in summary.topics] == [
        (t.title, t.talked_ms) for t in whole.topics
    ]


def test_publishing_twice_changes_nothing():
    summary = publishable(forty_minutes(attribution="chatham_house").summary)
    assert publishable(summary) == summary


def test_no_chatham_house_export_holds_a_name():
    summary = forty_minutes(attribution="chatham_house").summary
    for format in FORMATS:
        text = export(summary, format)
        assert text
        assert not [name for name in NAMES if name in text], format


def test_the_drawings_make_it_publishable_themselves():
    drawn = charts(forty_minutes(attribution="chatham_house").summary)
    assert drawn.timeline is None
    assert drawn.portrait.petals == ()
    assert drawn.portrait.voices == 15
    assert (drawn.times, drawn.turns) == ((), ())
    assert drawn.voices.longest_share is None
    assert not [name for name in NAMES if name in repr(drawn)]


def test_chatham_house_keeps_what_the_whole_room_said_in_totals():
    whole = the_whole_room(attribution="chatham_house").summary
    summary = publishable(whole)
    assert (summary.votes, summary.thumbs, summary.signals) == (
        whole.votes, whole.thumbs, whole.signals,
    )  # fmt: skip
    assert {question.who for question in summary.questions} == {None}
    assert TAKEN_UP in {question.words for question in summary.questions}
    assert (summary.recordings, summary.pauses) == ((), ())
    assert {phase.began_run_ms for phase in summary.phases} == {None}


@pytest.mark.parametrize(
    ("format", "table"),
    [
        *((format, "turns") for format in FORMATS if format != "csv"),
        *(("csv", table) for table in TABLES),
    ],
)
def test_no_chatham_house_file_tells_who_was_there_or_when_anything_was_said(
    format: str, table: str
):
    summary = the_whole_room(attribution="chatham_house").summary
    text = export(summary, format, table=table)
    assert text.strip()
    assert not re.search("Ingrid|Tomasz|Listener|Absent|Guest", text)
    assert AT_THE_END not in text
    if format in ("md", "csv"):
        assert not re.search(r"\d:\d\d", text)


def test_the_only_instants_in_chatham_house_json_are_those_of_the_session():
    document = json.loads(export(the_whole_room(attribution="chatham_house").summary, "json"))
    instants = {key for key in document["session"] if key.endswith("_at")}
    assert instants == {"created_at", "started_at", "ended_at"}
    rest = {key: value for key, value in document.items() if key != "session"}
    assert not re.search(r'\dT\d\d:|_at": "|(from|to|ended)_ms', json.dumps(rest))
