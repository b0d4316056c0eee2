"""What can be found of a session: its words, never a name, and no more than its summary shows."""

import pytest

from fishbowl.domain.kernel.ids import QuestionId
from fishbowl.domain.session import commands as c
from fishbowl.harvest.searchable_text import KINDS, SearchableText, searchable_texts
from tests.support.room import Room
from tests.web.summary.test_page import page


def evening(**settings: object) -> Room:
    """Somebody notes, asks, and leaves a point; two people are named."""
    room = Room("Who stays?", event="Stewardship Day", **settings)
    amira = room.phone("Amira Zielinska").person
    room.seats_walk_up(1, "Tomasz Oyelaran")
    room.facilitator.starts()
    room.sends(c.BeginTopic(title="Leaving well"))
    room.sends(c.AddNote(kind="insight", words="People leave quietly"))
    room.sends(c.AddNote(kind="action", words="Write the guide", owner="Lindiwe Achterberg"))
    room.sends(c.AskBowl(words="What did no cost you?"), amira)
    (asked,) = room.session.questions
    room.sends(c.PutUpQuestion(question=QuestionId(asked)))
    room.sends(c.CloseSession())
    return room


def words(found: tuple[SearchableText, ...]) -> dict[str, str]:
    return {find.kind: find.words for find in found}


def test_every_word_has_its_kind_and_its_place():
    found = searchable_texts(evening().summary)
    assert words(found) == {
        "question": "Who stays?",
        "event": "Stewardship Day",
        "topic": "Leaving well",
        "insight": "People leave quietly",
        "action": "Write the guide",
        "asked": "What did no cost you?",
    }
    note = next(find for find in found if find.kind == "insight")
    assert note.topic == "Leaving well"
    assert note.anchor.startswith("note-")
    assert {find.kind for find in found} <= KINDS.keys()


def test_what_was_written_around_the_summary_is_found_and_the_credit_is_not():
    room = evening()
    room.sends(
        c.IntroduceSummary(
            opening="An evening of ferries", closing="Next in May", credit="Thanks, Ola"
        )
    )
    around = [find for find in searchable_texts(room.summary) if find.kind == "summary"]
    assert [find.words for find in around] == ["An evening of ferries", "Next in May"]
    assert "Ola" not in repr(searchable_texts(room.summary))


def test_what_never_reached_the_bowl_is_found_once_and_leads_to_its_place():
    room = Room("Why?")
    amira, bo = room.phone("Amira").person, room.phone("Bo").person
    room.facilitator.starts()
    request = room.phone_of(amira).asks("Newcomers")[0].seq
    room.phone_of(bo).asks("")
    room.facilitator.closes()
    room.sends(c.LeavePoint(words="They come first.", request=request), amira)
    room.facilitator.passes_words()
    found = [find for find in searchable_texts(room.summary) if find.kind in ("asked", "point")]
    assert [(find.kind, find.words) for find in found] == [
        ("asked", "Newcomers"),
        ("point", "They come first."),
    ]
    written = page(room)
    for find in found:
        assert f'id="{find.anchor}"' in written


@pytest.mark.parametrize("attribution", ["named", "opt_in", "chatham_house"])
def test_no_find_gives_a_name(attribution: str):
    said = repr(searchable_texts(evening(attribution=attribution).summary))
    for name in ("Amira", "Zielinska", "Tomasz", "Oyelaran", "Lindiwe", "Achterberg"):
        assert name not in said


def test_without_names_no_find_tells_when_it_was_said():
    found = searchable_texts(evening(attribution="chatham_house").summary)
    assert all(find.at_ms is None for find in found)
    assert "insight" in words(found)
