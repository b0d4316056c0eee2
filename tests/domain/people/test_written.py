"""What each person has written is found for everybody at once."""

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.rules.people import written
from fishbowl.views.phone import me_slice
from tests.support.room import Room


def test_own_words_come_in_their_order_and_without_what_was_taken_back():
    room = Room()
    room.facilitator.starts()
    amira, kofi = room.joins("Amira", "Kofi")
    amira.puts_question("Who pays?")
    kofi.puts_question("Who decides?")
    amira.puts_question("Since when?")
    amira.suggests("Pay")
    amira.takes_question_back("Who pays?")
    found = written.written_by(room.session, amira.person)
    assert [question.words for question in found.questions] == ["Since when?"]
    assert [topic.title for topic in found.topics] == ["Pay"]
    assert written.written_by(room.session, kofi.person).topics == []


def test_a_pile_of_questions_is_looked_through_once_for_all_phones(
    monkeypatch: pytest.MonkeyPatch,
):
    room = Room()
    room.facilitator.starts()
    phones = room.joins(*(f"Person {number}" for number in range(30)))
    for phone in phones:
        phone.puts_question(f"Question of {phone.name}")
    looked: list[str] = []
    real = written._sorted
    monkeypatch.setattr(written, "_sorted", lambda items: looked.append("") or real(items))
    session = room.sends(c.PauseClock()) and room.session
    for phone in phones:
        (asked,) = me_slice(session, phone.person).questions
        assert asked.words == f"Question of {phone.name}"
    assert len(looked) == 4, "topics, points, takeaways and answers, once each"
