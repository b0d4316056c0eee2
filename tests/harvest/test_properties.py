"""What holds whatever people do: the furniture, the sums, and who may be named."""

import csv
import json
from collections.abc import Sequence
from io import StringIO
from itertools import pairwise
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.session import commands as c
from fishbowl.harvest import FORMATS, Summary, charts, export, publishable
from tests.support.room import Room
from tests.web.summary.test_page import page, read

NAMES = ("Qrzla", "Qyvind", "Qeno", "Qrzla", "")
"""Names that no sentence, heading or field has in it."""
CHAIRS = 3

Step = tuple[str, int, int]
DOINGS = """
    walks_up joins asks sits leaves frees moves talks topic suggests puts_up hides renames
    notes edits merges sends_out calls seated pauses resumes undoes closes forgets later
"""
steps = st.lists(
    st.tuples(st.sampled_from(DOINGS.split()), st.integers(0, 30), st.integers(0, 30)), max_size=60
)


def play(doings: Sequence[Step], attribution: str) -> Room:
    """Do what can be done; what the rules refuse did not happen."""
    room = Room("Why?", attribution=attribution, chairs=CHAIRS)
    room.facilitator.starts()
    for doing, one, two in doings:
        room.wait(minutes=0.25)
        try:
            _do(room, doing, one, two)
        except (Rejected, AlreadyTrue):
            continue
    room.wait(minutes=1)
    return room


def _do(room: Room, doing: str, one: int, two: int) -> None:
    people, turns = list(room.session.people), list(room.session.turns)
    topics, requests = list(room.session.topics), list(room.session.requests)
    person = people[one % len(people)] if people else None
    turn = turns[one % len(turns)] if turns else None
    request = requests[one % len(requests)] if requests else None
    chair, name = one % CHAIRS + 1, NAMES[two % len(NAMES)]
    match doing:
        case "walks_up":
            room.seats_walk_up(chair, name)
        case "joins":
            room.phone(name or "Qelo")
        case "notes":
            kind = get_args(c.NoteKind)[two % 6]
            owner = {"person": person} if one % 2 else {"owner": name}
            room.sends(c.AddNote(kind=kind, words=f"Note {two}", due="2027-02-28", **owner))
        case "edits" if room.session.notes:
            note = list(room.session.notes)[one % len(room.session.notes)]
            room.sends(c.EditNote(note=note, person=person, owner=name))
        case "merges" if topics:
            into = topics[two % len(topics)]
            room.sends(c.MergeTopics(topic=topics[one % len(topics)], into=into))
        case "topic":
            room.facilitator.begins_topic(f"Topic {two % 3}")
        case "pauses":
            room.sends(c.PauseClock())
        case "resumes":
            room.sends(c.ResumeClock())
        case "closes" if one > 25:
            room.facilitator.closes()
        case "later":
            room.wait(minutes=two)
        case "undoes":
            _undo(room)
        case "puts_up" if topics:
            room.sends(c.PutUpTopic(topic=topics[one % len(topics)]))
        case "calls" if request is not None:
            room.sends(c.CallPerson(request=request, chair=chair))  # type: ignore[arg-type]
        case "seated" if request is not None and room.session.requests[request].call:
            room.sends(c.ConfirmSeated(call=room.session.requests[request].call))  # type: ignore[arg-type]
        case "leaves" | "frees" if turn is not None:
            owner = room.session.turns[turn].person
            room.sends(c.FreeChair(turn=turn), owner if doing == "leaves" else None)
        case "moves" if turn is not None:
            room.sends(c.MovePerson(turn=turn, chair=two % CHAIRS + 1))  # type: ignore[arg-type]
        case "talks" if turn is not None:
            room.sends(c.GiveFloor(turn=turn if two % 4 else None))
        case "asks" if person is not None:
            room.sends(c.AskForChair(words=f"Qwords of {name}"), person)
        case "sits" if person is not None:
            room.facilitator.seats_known(person, two % CHAIRS + 1)
        case "suggests" if person is not None:
            room.sends(c.SuggestTopic(title=f"Suggestion {two}"), person)
        case "hides" if person is not None:
            room.sends(c.HideName(person=person))
        case "renames" if person is not None:
            room.sends(c.RenamePerson(person=person, name=f"Q{two}x"))
        case "sends_out" if person is not None:
            room.sends(c.SendOut(person=person))
        case "forgets" if person is not None and two > 20:
            room.forgets(person)


def _undo(room: Room) -> None:
    doings = [a for a in room.session.actions if not a.undone and a.touches]
    if doings:
        room.facilitator.undoes_last()


def holds(summary: Summary) -> None:
    """Check everything that is true of any summary."""
    length = summary.session.actual_ms
    for turn in summary.turns:
        assert 0 <= turn.began_run_ms <= turn.ended_run_ms <= length
        assert sum(stretch.length_ms for stretch in turn.intervals) == turn.seated_ms
        assert turn.intervals[0].from_run_ms == turn.began_run_ms
        assert turn.intervals[-1].to_run_ms == turn.ended_run_ms
        assert all(a.to_run_ms == b.from_run_ms for a, b in pairwise(turn.intervals))
        assert turn.spoken_ms <= turn.seated_ms
    for chair in range(1, summary.session.chair_count + 1):
        sat = sorted(
            (stretch.from_run_ms, stretch.to_run_ms)
            for turn in summary.turns
            for stretch in turn.intervals
            if stretch.chair == chair
        )
        assert all(before[1] <= after[0] for before, after in pairwise(sat))
    figures = summary.figures
    assert figures.seated_ms <= length * summary.session.chair_count
    assert figures.spoken_ms <= length
    assert figures.seated_ms == sum(person.seated_ms for person in summary.people)
    assert figures.voices == sum(person.turns > 0 for person in summary.people)
    assert figures.voices <= figures.people
    assert sum(topic.talked_ms for topic in summary.topics) <= length


@given(doings=steps)
@settings(max_examples=60)
def test_times_add_up_and_a_chair_holds_one_person(doings: list[Step]):
    room = play(doings, "named")
    summary = room.summary
    holds(summary)
    document = json.loads(export(summary, "json"))
    assert len(document["turns"]) == summary.figures.turns
    assert len(list(csv.reader(StringIO(export(summary, "csv"))))) == summary.figures.turns + 1
    drawn = charts(summary)
    if drawn.timeline is not None:
        for row in drawn.timeline.rows:
            for bar, following in pairwise(row.bars):
                assert bar.x + bar.width <= following.x + 0.001


@given(doings=steps)
@settings(max_examples=30)
def test_no_chatham_house_output_holds_a_name_or_words(doings: list[Step]):
    room = play(doings, "chatham_house")
    outputs = {format: export(room.summary, format) for format in FORMATS}
    outputs["page"] = page(room, facilitator=True)
    outputs["data"] = repr(publishable(room.summary))
    for output, text in outputs.items():
        assert text.strip(), output
        assert "Q" not in text.replace("Question", ""), output
        assert "Guest" not in text, output
    assert read(outputs["page"]).open == []
    document = json.loads(outputs["json"])
    assert document["people"] == document["turns"] == document["queue"] == []
    assert all(topic["spans"] == topic["seated"] == [] for topic in document["topics"])
