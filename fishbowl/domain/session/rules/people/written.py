"""What each person has written, found for everybody at once.

A phone is told its own words after every change that concerns it. Looking for them one person after
the other would walk through everybody's words each time; grouping them once a change is enough.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, TypeVar

from fishbowl.domain.kernel.memoize import memoized
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.model import Answer, Point, Takeaway, Topic
from fishbowl.domain.session.model.outer_ring import Question
from fishbowl.domain.session.state import Session

Item = TypeVar("Item", Topic, Point, Question, Takeaway, Answer)


class Written:
    """The words of one person, oldest first; what was taken back or forgotten is not there."""

    __slots__ = ("answers", "points", "questions", "takeaways", "topics")

    def __init__(self) -> None:
        self.topics: list[Topic] = []
        self.points: list[Point] = []
        self.questions: list[Question] = []
        self.takeaways: list[Takeaway] = []
        self.answers: list[Answer] = []


NOTHING = Written()


def written_by(session: Session, person: PersonId) -> Written:
    """What a person has written; not to be changed."""
    return _written(session).get(person, NOTHING)


@memoized
def questions_in_order(session: Session) -> tuple[Question, ...]:
    """All questions to the bowl that have words, oldest first."""
    return tuple(
        sorted((q for q in session.questions.values() if q.words), key=lambda asked: asked.id)
    )


@memoized
def _written(session: Session) -> Mapping[PersonId, Written]:
    by_person: defaultdict[PersonId, Written] = defaultdict(Written)
    for topic in _sorted(session.topics):
        if topic.person is not None and topic.title:
            by_person[topic.person].topics.append(topic)
    for point in _sorted(session.points):
        if point.words:
            by_person[point.person].points.append(point)
    for question in questions_in_order(session):
        by_person[question.person].questions.append(question)
    for takeaway in _sorted(session.takeaways):
        if takeaway.words:
            by_person[takeaway.person].takeaways.append(takeaway)
    for answer in _sorted(session.answers):
        if answer.words:
            by_person[answer.person].answers.append(answer)
    return dict(by_person)


def _sorted(items: Mapping[Any, Item]) -> list[Item]:
    return sorted(items.values(), key=lambda item: item.id)
