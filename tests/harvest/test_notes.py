"""What was written down has one place each in the summary, on the page and in every file."""

import json
import re

import pytest

from fishbowl.domain.kernel.ids import NoteId
from fishbowl.domain.session import commands as c
from fishbowl.harvest import charts, export, publishable
from fishbowl.harvest.exports.csv_notes import NOTES_HEADER
from fishbowl.harvest.notes import note_places
from tests.harvest.exports.test_exports import DOCS, table
from tests.support.room import Room
from tests.web.summary.test_page import page, read

LINK = "https://example.org/goodbyes?a=1&b=2"


def noted(room: Room, kind: c.NoteKind, words: str, **fields: object) -> NoteId:
    room.sends(c.AddNote(kind=kind, words=words, **fields))  # type: ignore[arg-type]
    return NoteId(room.session.seq)


@pytest.fixture(params=["named", "chatham_house"])
def attribution(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def afternoon(attribution: str = "named") -> Room:
    """A talk with a note of every kind, one of them before there was a topic."""
    room = Room(attribution=attribution)
    lindiwe = room.seats_walk_up(1, "Lindiwe")
    room.facilitator.starts()
    noted(room, "insight", "We are tired")
    room.wait(minutes=1)
    room.facilitator.begins_topic("Who gets to say no?")
    noted(room, "insight", "A clear *no* keeps people")
    noted(room, "decision", "Keys are named in the room")
    noted(room, "undecided", "Whether we pay for it")
    room.wait(minutes=5)
    noted(room, "action", "Write the leaving guide", person=lindiwe, due="2026-12-01")
    noted(room, "action", "Ask for a room", owner="The board")
    noted(room, "question", "Who thanks the people who stop?")
    noted(room, "resource", "How others say goodbye", link=LINK)
    room.wait(minutes=1)
    room.facilitator.closes()
    return room


def test_every_note_has_exactly_one_place(attribution: str):
    summary = publishable(afternoon(attribution).summary)
    places = note_places(summary)
    kept = [note for notes in places.under.values() for note in notes]
    for field in ("loose", "decisions", "undecided", "actions", "questions", "resources"):
        kept += getattr(places, field)
    assert sorted(note.note for note in kept) == [note.note for note in summary.notes]
    assert [note.words for note in places.loose] == ["We are tired"]
    assert [len(notes) for notes in places.under.values()] == [1]


def test_the_page_has_each_kind_under_its_own_heading():
    html = page(afternoon())
    assert read(html).open == []
    article = html[html.index("</nav>") :]
    order = (
        "Decided", "Keys are named", "Left undecided", "Whether we pay", "We said we would",
        "Write the leaving guide", "What we talked about", "A clear *no* keeps people",
        "Besides the topics", "We are tired", "Open questions", "Who thanks", "Worth passing on",
        "How others",
    )  # fmt: skip
    places = [article.index(text) for text in order]
    assert places == sorted(places)
    assert '<time datetime="2026-12-01">by 1 Dec 2026</time>' in html
    assert f'href="{LINK.replace("&", "&amp;")}"' in html


def test_a_page_without_notes_says_nothing_about_notes():
    room = Room()
    room.facilitator.starts()
    room.facilitator.begins_topic("Pay")
    room.wait(minutes=2)
    html = page(room)
    for heading in ("Decided", "Left undecided", "We said we would", "Open questions"):
        assert heading not in html


def test_markdown_says_who_does_what_by_when():
    text = export(afternoon().summary, "md")
    action = "- Write the leaving guide (Lindiwe, by 1 Dec 2026) · *Who gets to say no?*"
    assert action in text.splitlines()
    assert "- Ask for a room (The board) · *Who gets to say no?*" in text.splitlines()
    assert "* A clear \\*no\\* keeps people" in text.splitlines()
    assert f"- How others say goodbye <{LINK}>" in text
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    first = headings.index("What we talked about")
    assert headings[first : first + 7] == [
        "What we talked about", "Besides the topics", "Decided", "Left undecided",
        "We said we would", "Open questions", "Worth passing on",
    ]  # fmt: skip


def test_json_has_every_note_with_its_kind_as_a_code():
    room = afternoon()
    document = json.loads(export(room.summary, "json"))
    action = next(note for note in document["notes"] if note["kind"] == "action")
    assert action == {
        "note": action["note"],
        "kind": "action",
        "words": "Write the leaving guide",
        "topic": document["topics"][0]["topic"],
        "person": document["people"][0]["person"],
        "owner": "Lindiwe",
        "due": "2026-12-01",
        "link": None,
        "noted_at": "2026-10-14T14:06:00Z",
        "closed": False,
        "end": None,
    }
    assert [note["kind"] for note in document["notes"]][:2] == ["insight", "insight"]


def test_the_table_of_notes_is_safe_in_a_spreadsheet():
    room = Room()
    noted(room, "insight", "=SUM(A1)")
    (row,) = table(export(room.summary, "csv", table="notes"))
    assert tuple(row) == NOTES_HEADER
    assert row["words"] == "'=SUM(A1)"
    assert table(export(Room().summary, "csv", table="notes")) == []


def test_chatham_house_keeps_what_was_noted_and_nobodys_name():
    room = afternoon("chatham_house")
    summary = publishable(room.summary)
    texts = [export(room.summary, format) for format in ("md", "json", "csv")]
    texts += [export(room.summary, "csv", table="notes"), page(room), repr(charts(room.summary))]
    for text in texts[:2]:
        assert "Write the leaving guide" in text
    for text in texts:
        assert "Lindiwe" not in text
        assert "The board" not in text
    assert all(note.noted_at_ms is None for note in summary.notes)
    assert [note.due for note in summary.notes if note.due] == ["2026-12-01"]
    assert "owners" in summary.left_out


def test_where_everybody_chooses_an_owner_is_named_who_chose_it():
    room = afternoon("opt_in")
    room.facilitator.undoes_last()  # the end
    amira = room.phone("Amira").person
    noted(room, "action", "Ask the others", person=amira)
    room.sends(c.CreditMe(on=True), amira)
    text = export(room.summary, "md")
    assert "- Ask the others (Amira)" in text
    assert "- Write the leaving guide (Guest 1, by 1 Dec 2026)" in text
    assert "The board" not in text + page(room) + export(room.summary, "json")


def test_every_field_of_a_note_is_described():
    described = set(re.findall(r"`(\w+)`", DOCS.read_text("utf-8")))
    (first, *_) = json.loads(export(afternoon().summary, "json"))["notes"]
    assert {*first, *NOTES_HEADER} <= described


def test_a_note_is_told_under_what_its_topic_has_become():
    room = afternoon()
    into = room.session.topics
    (no,) = into
    again = Room()
    again.facilitator.starts()
    again.facilitator.begins_topic("Money")
    noted(again, "insight", "Secrets cost more than money")
    again.wait(minutes=3)
    again.facilitator.begins_topic("Pay")
    again.wait(minutes=3)
    money, pay = again.topic("Money").id, again.topic("Pay").id
    again.sends(c.MergeTopics(topic=money, into=pay))
    assert list(note_places(again.summary).under) == [pay]
    room.sends(c.RenameTopic(topic=no, title="Saying no"))
    assert "*Saying no*" in export(room.summary, "md")


def test_who_was_hidden_or_forgotten_is_not_named_as_an_owner():
    room = afternoon()
    (lindiwe,) = room.session.people
    room.sends(c.HideName(person=lindiwe))
    assert "(Guest 2, by 1 Dec 2026)" in export(room.summary, "md")
    room.forgets(lindiwe)
    assert "- Write the leaving guide (by 1 Dec 2026)" in export(room.summary, "md")
    assert "Lindiwe" not in page(room)


def test_notes_that_were_removed_or_taken_back_never_were():
    room = Room()
    gone = noted(room, "insight", "Not so")
    room.sends(c.RemoveNote(note=gone))
    noted(room, "insight", "Nor this")
    room.facilitator.undoes_last()
    assert room.summary.notes == ()
