"""What a console is sent of long lists: the first of each, and a count of the rest."""

from typing import Any

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.rules.debrief import answers_in_order
from fishbowl.domain.session.rules.takeaways import shared_takeaways
from fishbowl.views.common import Links
from fishbowl.views.console import console_view
from fishbowl.views.console_lists import LISTED, more_of
from tests.support.room import Room
from tests.views.reading import sent

PEOPLE, EACH = 70, 2
MANY = PEOPLE * EACH


@pytest.fixture
def full() -> Room:
    """A room in which seventy people have written more than anybody has looked at."""
    room = Room(chairs=4)
    room.facilitator.starts()
    room.facilitator.sends(c.ShowOnWall(what="takeaways"))
    room.facilitator.sends(c.OpenDebrief(stage="what"))
    for phone in room.joins(*(f"Person {number}" for number in range(PEOPLE))):
        for number in range(EACH):
            words = f"{phone.name} {number}"
            phone.suggests(f"Topic of {words}")
            phone.puts_question(f"Question of {words}")
            phone.sends(c.KeepTakeaway(kind="take", words=f"Taken by {words}", shared=True))
        phone.sends(c.AnswerDebrief(stage="what", words=f"Answer of {phone.name}"))
    return room


def view(room: Room) -> dict[str, Any]:
    return console_view(room.session, Links())


def test_of_each_list_the_first_are_sent_and_the_rest_is_counted(full: Room):
    seen = view(full)
    questions, topics = seen["questions"], seen["topics"]
    assert [q.words for q in questions.questions] == [
        f"Question of Person {number // EACH} {number % EACH}" for number in range(LISTED)
    ]
    assert questions.more == {"waiting": MANY - LISTED}
    assert [topic.title for topic in topics.topics][:2] == [
        "Topic of Person 0 0", "Topic of Person 0 1",
    ]  # fmt: skip
    assert (len(topics.topics), topics.more) == (LISTED, {"suggested": MANY - LISTED})
    assert len(seen["takeaways"].takeaways) == LISTED
    assert seen["takeaways"].more == {"takeaways": MANY - LISTED}
    assert (len(seen["answers"].answers), seen["answers"].more) == (LISTED, {"what": PEOPLE - 40})


def test_what_is_sent_is_bounded_however_much_is_written(full: Room):
    names = ("questions", "topics", "takeaways", "answers")
    before = {name: len(sent(view(full)[name])) for name in names}
    for phone in full.joins(*(f"Newcomer {number}" for number in range(PEOPLE))):
        phone.suggests(f"Topic of {phone.name}")
        phone.puts_question(f"Question of {phone.name}")
        phone.sends(c.KeepTakeaway(kind="take", words=f"Taken by {phone.name}", shared=True))
        phone.sends(c.AnswerDebrief(stage="what", words=f"Answer of {phone.name}"))
    for name in names:
        assert len(sent(view(full)[name])) <= before[name] + 2, name


def test_the_rest_can_be_asked_for_in_order(full: Room):
    session = full.session
    listed = view(full)
    for kind, name, all_ids in (
        ("questions", "waiting", sorted(session.questions)),
        ("topics", "suggested", sorted(session.topics)),
        ("takeaways", "takeaways", [t.id for t in shared_takeaways(session)]),
        ("answers", "what", [a.id for a in answers_in_order(session)]),
    ):
        rest = [item.id for item in more_of(session, kind, name, 10_000)]
        sent_ids = [item.id for item in getattr(listed[kind], kind)]
        assert sent_ids + rest == all_ids
        assert [item.id for item in more_of(session, kind, name, 3)] == rest[:3]
    assert more_of(session, "questions", "none", 9) == more_of(session, "secrets", "", 9) == ()


def test_what_was_dealt_with_makes_room_for_what_waits(full: Room):
    first, second = list(sorted(full.session.questions))[:2]
    full.facilitator.sends(c.SetAsideQuestion(question=first, why="off_topic"))
    full.facilitator.sends(c.PutUpQuestion(question=second))
    questions = view(full)["questions"]
    states = [question.state for question in questions.questions]
    assert (states.count("waiting"), states.count("up"), states.count("aside")) == (LISTED, 1, 1)
    assert questions.more == {"waiting": MANY - LISTED - 2}
    takeaway = shared_takeaways(full.session)[0].id
    full.facilitator.sends(c.PutUpTakeaway(takeaway=takeaway))
    assert takeaway not in [one.id for one in view(full)["takeaways"].takeaways]
    assert takeaway in [one.id for one in more_of(full.session, "takeaways", "takeaways", MANY)]


def test_the_question_on_the_wall_and_those_that_many_want_are_always_listed(full: Room):
    for question in sorted(full.session.questions):
        full.facilitator.sends(c.PutUpQuestion(question=question))
    *_, wanted, last = sorted(full.session.questions)
    full.phone_of("Person 0").sends(c.UpvoteQuestion(question=wanted, on=True))
    full.facilitator.sends(c.ShowQuestion(question=last))
    up = [question.id for question in view(full)["questions"].questions]
    assert up[:2] == [last, wanted]
    assert len(up) == LISTED
