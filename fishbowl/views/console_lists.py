"""What a console lists of what people write: the first of every list, and how many more there are.

A room can ask a thousand questions before anybody reads them. What is sent after every change
stays small all the same; the rest of a list is fetched by whoever wants to see it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from fishbowl.domain.session.ids import QuestionId
from fishbowl.domain.session.model import Answer, Takeaway, Topic
from fishbowl.domain.session.model.outer_ring import Question
from fishbowl.domain.session.rules.debrief import answers_in_order, next_stage
from fishbowl.domain.session.rules.people.written import questions_in_order
from fishbowl.domain.session.rules.takeaways import shared_takeaways, told_with, told_words
from fishbowl.domain.session.rules.topics import due_run_ms, merged_into, next_topic, ran_ms
from fishbowl.domain.session.state import Session
from fishbowl.views.common import counts, label
from fishbowl.views.room_slices import ConsoleQuestion, ConsoleQuestionsSlice
from fishbowl.views.slices import (
    ConsoleAnswer,
    ConsoleAnswersSlice,
    ConsoleTakeaway,
    ConsoleTakeawaysSlice,
    ConsoleTopic,
    ConsoleTopicsSlice,
    Slice,
)

LISTED = 40
"""How much of a list a console is sent: more than one reads at once."""

Item = TypeVar("Item")


class Split(NamedTuple):
    """The items that a console is sent, and those that it can ask for; both in order."""

    listed: list[Any]
    more: list[Any]


def console_questions(session: Session) -> ConsoleQuestionsSlice:
    """The questions that wait, are up, answered or set aside, with who asked them."""
    lists = _questions(session)
    return ConsoleQuestionsSlice(
        questions=tuple(
            _question(session, question) for part in lists.values() for question in part.listed
        ),
        shown=session.shown.question,
        more=_more(lists),
    )


def console_topics(session: Session) -> ConsoleTopicsSlice:
    """The topics, with who suggested them; of those that are none yet the first."""
    lists, merged = _topics(session), merged_into(session)
    listed = (topic for part in lists.values() for topic in part.listed)
    return ConsoleTopicsSlice(
        topics=tuple(_topic(session, topic, merged.get(topic.id, ())) for topic in _by_id(listed)),
        next=next_topic(session),
        more=_more(lists),
    )


def console_takeaways(session: Session) -> ConsoleTakeawaysSlice:
    """What people share, with who does."""
    lists = _takeaways(session)
    return ConsoleTakeawaysSlice(
        takeaways=tuple(_takeaway(session, takeaway) for takeaway in lists["takeaways"].listed),
        more=_more(lists),
    )


def console_answers(session: Session) -> ConsoleAnswersSlice:
    """What people answered, stage by stage."""
    lists = _answers(session)
    listed = (answer for part in lists.values() for answer in part.listed)
    return ConsoleAnswersSlice(
        answers=tuple(_answer(session, answer) for answer in _by_id(listed)),
        next=next_stage(session),
        more=_more(lists),
    )


def more_of(session: Session, kind: str, name: str, most: int) -> tuple[Slice, ...]:
    """The items of a list that a console is not sent.

    :param kind: ``questions``, ``topics``, ``takeaways`` or ``answers``.
    :param name: which of them, as the slice counts them under ``more``.
    :param most: how many at most.
    :return: shaped as in the slice; nothing if there is no such list.
    """
    if kind not in _LISTS:
        return ()
    lists, shaped = _LISTS[kind]
    part = lists(session).get(name)
    return () if part is None else tuple(shaped(session, item) for item in part.more[:most])


def _questions(session: Session) -> dict[str, Split]:
    states: dict[str, list[Question]] = {"waiting": [], "up": [], "answered": [], "aside": []}
    for question in questions_in_order(session):
        if question.state != "waiting" or counts(session, question.person):
            states[question.state].append(question)
    shown = session.shown.question
    states["up"].sort(key=lambda q: (q.id != shown, -_votes(session, q), q.id))
    return {state: _split(found) for state, found in states.items()}


def _topics(session: Session) -> dict[str, Split]:
    states: dict[str, list[Topic]] = {"suggested": [], "aside": [], "shown": []}
    for topic in _by_id(session.topics.values()):
        if not topic.title or topic.state == "merged":
            continue
        if topic.state != "suggested" or counts(session, topic.person):
            states[topic.state if topic.state in states else "shown"].append(topic)
    return {
        "shown": Split(states["shown"], []),
        "suggested": _split(states["suggested"]),
        "aside": _split(states["aside"]),
    }


def _takeaways(session: Session) -> dict[str, Split]:
    found = list(shared_takeaways(session))
    return {"takeaways": _split(found, lambda one: one.state == "waiting")}


def _answers(session: Session) -> dict[str, Split]:
    stages: dict[str, list[Answer]] = {}
    for answer in answers_in_order(session):
        stages.setdefault(answer.stage, []).append(answer)
    return {
        stage: _split(found, lambda one: one.state == "waiting") for stage, found in stages.items()
    }


def _split(items: list[Item], is_first: Callable[[Item], bool] = lambda item: True) -> Split:
    """Choose what is listed: what comes first by a rule, in the order in which everything is."""
    if len(items) <= LISTED:
        return Split(items, [])
    places = sorted(range(len(items)), key=lambda place: not is_first(items[place]))
    listed = [items[place] for place in sorted(places[:LISTED])]
    return Split(listed, [items[place] for place in places[LISTED:]])


def _more(lists: Mapping[str, Split]) -> dict[str, int]:
    return {name: len(part.more) for name, part in lists.items() if part.more}


def _by_id(items: Iterable[Any]) -> Sequence[Any]:
    return sorted(items, key=lambda item: item.id)


def _votes(session: Session, question: Question) -> int:
    return 1 + len(session.upvotes.get(QuestionId(question.id), ()))


def _question(session: Session, question: Question) -> ConsoleQuestion:
    return ConsoleQuestion(
        id=question.id,
        words=question.words,
        state=question.state,
        why=question.why,
        by=label(session, question.person),
        votes=_votes(session, question),
    )


def _topic(session: Session, topic: Topic, merged: tuple[Topic, ...] = ()) -> ConsoleTopic:
    return ConsoleTopic(
        id=topic.id,
        title=topic.title,
        state=topic.state,
        by=None if topic.person is None else label(session, topic.person),
        ran_ms=ran_ms(topic, merged),
        began_run_ms=topic.spans[-1][0] if topic.state == "current" else None,
        due_run_ms=due_run_ms(topic),
        merged=tuple(other.title for other in merged if other.title),
    )


def _takeaway(session: Session, takeaway: Takeaway) -> ConsoleTakeaway:
    root = told_with(session, takeaway)
    return ConsoleTakeaway(
        id=takeaway.id,
        kind=takeaway.kind,
        words=told_words(takeaway),
        by=label(session, takeaway.person),
        due=takeaway.due,
        state=takeaway.state,
        into=None if root is takeaway else root.id,
        origin=takeaway.origin,
    )


def _answer(session: Session, answer: Answer) -> ConsoleAnswer:
    return ConsoleAnswer(
        id=answer.id,
        stage=answer.stage,
        words=answer.words,
        by=label(session, answer.person),
        state=answer.state,
    )


_LISTS: dict[
    str, tuple[Callable[[Session], Mapping[str, Split]], Callable[[Session, Any], Slice]]
] = {
    "questions": (_questions, _question),
    "topics": (_topics, _topic),
    "takeaways": (_takeaways, _takeaway),
    "answers": (_answers, _answer),
}
