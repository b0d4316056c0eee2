"""A session goes on to another question: a step with its time, that can be taken back."""

import json

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.rules.questions import main_questions
from fishbowl.harvest import FORMATS, export
from fishbowl.harvest.searchable_text import searchable_texts
from fishbowl.harvest.summary import summarise
from fishbowl.views.log import log_slice
from tests.support.refusals import already, refused
from tests.support.room import Room

FIRST = "Who should decide about pay?"
SECOND = "And who should decide about time?"
MINUTE_MS = 60_000


@pytest.fixture
def room() -> Room:
    """Twelve minutes into a talk."""
    room = Room()
    room.facilitator.starts()
    room.wait(minutes=12)
    return room


def asked(room: Room) -> list[tuple[str, float]]:
    """The questions of the session, and when each began, in minutes."""
    return [(q.question, q.began_run_ms / MINUTE_MS) for q in main_questions(room.session)]


def test_the_question_before_stays_with_its_time(room: Room):
    room.facilitator.sends(c.NextQuestion(question=SECOND))
    assert room.session.settings.question == SECOND
    assert asked(room) == [(FIRST, 0), (SECOND, 12)]


def test_to_put_it_otherwise_is_no_next_question(room: Room):
    room.facilitator.sends(c.NextQuestion(question=SECOND))
    room.facilitator.sends(c.ChangeSettings(question="Who decides about time?"))
    assert asked(room) == [(FIRST, 0), ("Who decides about time?", 12)]


def test_it_is_taken_back_with_its_topic(room: Room):
    room.facilitator.begins_topic("Gaps")
    turned = room.facilitator.sends(c.NextQuestion(question=SECOND))
    assert room.session.agenda.topic is None, "what was on the table belongs to the one before"
    undone = room.facilitator.undoes(turned)
    assert asked(room) == [(FIRST, 0)]
    assert room.session.agenda.topic == room.topic("Gaps").id
    room.facilitator.undoes(undone)
    assert asked(room) == [(FIRST, 0), (SECOND, 12)]


def test_the_start_cannot_be_taken_back_behind_it():
    room = Room()
    started = room.facilitator.starts()
    room.wait(minutes=2)
    room.facilitator.sends(c.NextQuestion(question=SECOND))
    with refused(room, "undo_overtaken", part="main_questions"):
        room.facilitator.undoes(started)


def test_what_cannot_be_the_next_question(room: Room):
    with refused(room, "words_needed", field="question"):
        room.facilitator.sends(c.NextQuestion(question=" "))
    with already(room):
        room.facilitator.sends(c.NextQuestion(question=FIRST))
    early = Room()
    with refused(early, "not_running"):
        early.facilitator.sends(c.NextQuestion(question=SECOND))
    room.facilitator.closes()
    with refused(room, "session_closed"):
        room.facilitator.sends(c.NextQuestion(question=SECOND))


def test_the_log_tells_both_kinds_of_change_and_takes_them_back(room: Room):
    turned = room.facilitator.sends(c.NextQuestion(question=SECOND))
    line = log_slice(room.session).lines[0]
    assert (line.event, line.title, line.undo) == ("session.question_begun", SECOND, turned[0].seq)
    put = room.facilitator.sends(c.ChangeSettings(question="About time?"))
    line = log_slice(room.session).lines[0]
    assert (line.event, line.title, line.undo) == ("settings.changed", "About time?", put[0].seq)
    room.facilitator.sends(c.ChangeSettings(show_times=True))
    assert log_slice(room.session).lines[0].title == "About time?", "other settings are no news"


@pytest.mark.parametrize("attribution", ["named", "opt_in", "chatham_house"])
def test_both_questions_stand_in_the_summary_and_in_its_files(attribution: c.Attribution):
    room = Room(attribution=attribution)
    room.facilitator.starts()
    room.wait(minutes=12)
    room.facilitator.sends(c.NextQuestion(question=SECOND))
    room.wait(minutes=8)
    room.facilitator.closes()
    summary = summarise(room.log)
    document = json.loads(export(summary, "json"))
    times = (None, None) if attribution == "chatham_house" else (0, 12 * MINUTE_MS)
    assert document["session"]["question"] == SECOND
    assert document["session"]["questions"] == [
        {"question": FIRST, "began_ms": times[0], "lasted_ms": 12 * MINUTE_MS},
        {"question": SECOND, "began_ms": times[1], "lasted_ms": 8 * MINUTE_MS},
    ]
    chapters = {"vtt", "chapters"} if attribution == "chatham_house" else set()
    for format in set(FORMATS) - {"json", "csv"} - chapters:
        text = export(summary, format).replace("\r\n ", "")
        assert FIRST.rstrip("?") in text, format
        assert SECOND.rstrip("?") in text, format
    assert [find.words for find in searchable_texts(summary) if find.kind == "question"] == [
        FIRST,
        SECOND,
    ]
