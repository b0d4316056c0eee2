"""What the outer ring has been asked on top of an action: topics, votes and questions."""

from collections.abc import Iterable, Iterator
from typing import Any

from fishbowl.domain.session.ids import QuestionId, ThumbsId, TopicId
from fishbowl.domain.session.model import Agenda, Part, Topic
from fishbowl.domain.session.model.outer_ring import Question, Shown, Thumbs, Vote
from fishbowl.domain.session.state import Changes, Session


def asked_meanwhile(session: Session, back: Changes, part: Part, value: Any) -> Iterator[Part]:
    """Name parts that do not go together with ``part`` as it would be put back."""
    match value:
        case Vote(closed_at_ms=None):
            yield from _later_ones(session, back, part)
        case Thumbs(closed_at_ms=None):
            yield from _later_ones(session, back, part)
            agenda: Agenda = back.get(Part("agenda"), session.agenda)
            if agenda.topic != value.topic:
                yield Part("agenda")
        case Agenda():
            yield from _asked_about_another(session, back, value)
        case Shown(question=int()):
            yield from _not_up(session, back, QuestionId(value.question or 0))
        case Question() if value.state != "up" and session.shown.question == value.id:
            yield from (shown for shown in (Part("shown"),) if shown not in back)
    if isinstance(value, Vote | Thumbs):
        yield from _open_before(session, back, part)
    if part.kind == "topic":
        yield from _merged(session, back, TopicId(part.id), value)


def _later_ones(session: Session, back: Changes, part: Part) -> Iterator[Part]:
    """Only the last vote can go on."""
    others = (Part(part.kind, id) for id in _asked(session, part) if id > part.id)
    yield from (other for other in others if back.get(other, session.part(other)) is not None)


def _open_before(session: Session, back: Changes, part: Part) -> Iterator[Part]:
    """An earlier vote that goes on would not be the last one any more."""
    for id in _asked(session, part):
        other = Part(part.kind, id)
        vote = back.get(other, session.part(other)) if id < part.id else None
        if isinstance(vote, Vote | Thumbs) and vote.closed_at_ms is None:
            yield other


def _asked(session: Session, part: Part) -> Iterable[int]:
    return session.votes if part.kind == "vote" else session.thumbs


def _asked_about_another(session: Session, back: Changes, agenda: Agenda) -> Iterator[Part]:
    """The room is being asked about a topic that would not be the current one."""
    for id, thumbs in session.thumbs.items():
        now = back.get(Part("thumbs", ThumbsId(id)), thumbs)
        if now is not None and now.closed_at_ms is None and now.topic != agenda.topic:
            yield Part("thumbs", id)


def _not_up(session: Session, back: Changes, id: QuestionId) -> Iterator[Part]:
    """The question that the wall would show again is not up any more."""
    question = back.get(Part("question", id), session.questions.get(id))
    if question is None or question.state != "up":
        yield Part("question", id)


def _merged(session: Session, back: Changes, id: TopicId, value: Topic | None) -> Iterator[Part]:
    """Topics have been merged into one that would be gone, or in a circle."""
    if value is None:
        into = (topic for topic in session.topics.values() if topic.into == id)
        yield from (
            Part("topic", topic.id) for topic in into if Part("topic", topic.id) not in back
        )
        return
    seen = {id}
    topic: Topic | None = value
    while topic is not None and topic.into is not None:
        part = Part("topic", topic.into)
        topic = back.get(part, session.topics.get(topic.into))
        if topic is None or topic.id in seen:
            yield part
            return
        seen.add(topic.id)
