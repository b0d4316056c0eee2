"""A person sees everything that is stored about them: the words, the votes, every log entry."""

import re
import typing
from pathlib import Path
from typing import Any

import pytest

from fishbowl.domain.kernel.ids import Millis, PersonId, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.events import EVENT_TYPES, Entry, Event, subject
from fishbowl.web.privacy.personal_data import personal_data
from tests.support.room import Room

LINES = Path(__file__).resolve().parents[3] / "static/src/phone/me/personal-data-lines.js"
ERASABLE = [(event, field) for event in EVENT_TYPES.values() for field in event.erasable]
ABOUT = {"person", "guest", "request", "turn", "question", "topic", "point"}
"""Fields that can name a person, or what is theirs."""
THE_SESSIONS_OWN = {"session.created", "session.question_begun", "settings.changed"}
"""Their question is the one on the wall."""


@pytest.fixture
def room() -> Room:
    """Amira has done whatever one can do with a phone; Jonas looked on."""
    room = Room()
    amira, jonas = room.joins("Amira", "Jonas")
    room.facilitator.starts()
    amira.sends(c.SayWhere(words="Row 5, left"))
    amira.sends(c.SetGroup(person=amira.person, group="Nurses"))
    amira.suggests("Pay")
    jonas.suggests("Trust")
    room.facilitator.puts_up("Pay")
    room.facilitator.puts_up("Trust")
    room.facilitator.opens_vote()
    amira.puts_dots("Trust", 2)
    room.facilitator.closes_vote()
    room.facilitator.begins_topic("Trust")
    room.facilitator.asks_for_thumbs("Trust")
    amira.thumb("go_on")
    amira.puts_question("Who decides?")
    jonas.puts_question("Who pays?")
    room.facilitator.puts_up_question("Who decides?")
    room.facilitator.puts_up_question("Who pays?")
    amira.upvotes("Who pays?")
    amira.leaves_point("Newcomers first.")
    amira.asks("About trust")
    room.facilitator.calls("Amira", chair=1)
    amira.is_on_the_chair()
    return room


def everything(room: Room) -> dict[str, Any]:
    return personal_data(room.session, room.log, room.person("Amira"))


def filled(event: type[Event], person: PersonId) -> Event:
    """Make an event about a person, with the name of each erasable field in it."""
    hints = typing.get_type_hints(event)
    values: dict[str, Any] = {}
    for field in event.__struct_fields__:
        if field in event.erasable:
            values[field] = f"{event.name} {field}"
        elif field == "person":
            values[field] = person
        elif hints[field] is str:
            values[field] = ""
        elif typing.get_origin(hints[field]) is typing.Literal:
            values[field] = typing.get_args(hints[field])[0]
        elif field in event.__struct_fields__[: -len(event.__struct_defaults__) or None]:
            values[field] = 1
    return event(**values)


@pytest.mark.parametrize(
    ("event", "field"), ERASABLE, ids=lambda value: getattr(value, "name", value)
)
def test_whatever_is_erased_with_a_person_is_held_about_them(
    room: Room, event: type[Event], field: str
):
    person = room.person("Amira")
    made = filled(event, person)
    entry = Entry(
        seq=Seq(person) if "person" not in event.__struct_fields__ else Seq(len(room.log) + 1),
        command_id="", part=0, at_ms=Millis(0), actor=PersonId(0), role=Role.FACILITATOR,
        event=made,
    )  # fmt: skip
    assert subject(entry) == person
    (line,) = personal_data(room.session, [entry], person)["log"]
    assert line[field] == f"{event.name} {field}"


def test_the_phone_shows_every_field_that_holds_words():
    (shown,) = re.findall(r"OWN_WORDS = \[(.*?)\]", LINES.read_text())
    assert {field for _, field in ERASABLE} == set(re.findall(r"\w+", shown))


def test_the_phone_has_a_sentence_for_every_event_that_can_be_about_a_person():
    told = set(re.findall(r'^  "([a-z_.]+)":', LINES.read_text(), re.MULTILINE))
    about = {
        name
        for name, event in EVENT_TYPES.items()
        if ABOUT & set(event.__struct_fields__) or event.erasable
    } - THE_SESSIONS_OWN
    assert about - told == set()


def test_all_that_somebody_did_is_held(room: Room):
    facts = everything(room)
    assert (facts["where"], facts["person"]["group"]) == ("Row 5, left", "Nurses")
    assert [one["words"] for one in facts["questions"]] == ["Who decides?"]
    assert [one["words"] for one in facts["points"]] == ["Newcomers first."]
    assert facts["behind"] == [room.question("Who pays?").id]
    assert facts["dots"] == [
        {"vote": min(room.session.votes), "topic": room.topic("Trust").id, "dots": 2}
    ]
    assert [one["way"] for one in facts["thumbs"]] == ["go_on"]
    assert [len(facts[kind]) for kind in ("requests", "turns", "topics")] == [1, 1, 1]


def test_what_happened_to_somebodys_words_is_held_and_nobody_elses(room: Room):
    lines = [(line["event"], line["by"]) for line in everything(room)["log"]]
    assert ("question.put_up", "facilitator") in lines
    assert ("topic.put_up", "facilitator") in lines
    assert lines.count(("question.put_up", "facilitator")) == 1, "the question of Jonas is his"
    assert "Who pays?" not in str(everything(room))


def test_a_part_that_is_someones_is_held_in_full(room: Room):
    """Every part of a session that names a person, other than what is derived, is in the file."""
    person, facts = room.person("Amira"), everything(room)
    session = room.session
    owned = {
        "requests": session.requests, "turns": session.turns, "topics": session.topics,
        "questions": session.questions, "points": session.points,
        "takeaways": session.takeaways, "answers": session.answers,
    }  # fmt: skip
    for kind, parts in owned.items():
        mine = sorted(part.id for part in parts.values() if part.person == person)
        assert [one["id"] for one in facts[kind]] == mine
