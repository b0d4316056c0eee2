"""What happens to questions."""

import msgspec
from immutables import Map

from fishbowl.domain.session import events as e
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve.registry import folds
from fishbowl.domain.session.ids import QuestionId
from fishbowl.domain.session.model import Part
from fishbowl.domain.session.model.outer_ring import Question, Shown
from fishbowl.domain.session.state import Changes, Session

replace = msgspec.structs.replace


@folds
def question_asked(session: Session, event: e.QuestionAsked, entry: Entry) -> Changes:
    """Keep a question for the facilitator to look at."""
    id = QuestionId(entry.seq)
    question = Question(id=id, person=event.person, words=event.words, asked_at_ms=entry.at_ms)
    return {Part("question", id): question}


@folds
def question_put_up(session: Session, event: e.QuestionPutUp, entry: Entry) -> Changes:
    """Show a question."""
    return _question(session, event.question, state="up", why=None)


@folds
def question_set_aside(session: Session, event: e.QuestionSetAside, entry: Entry) -> Changes:
    """Leave a question out."""
    return _question(session, event.question, state="aside", why=event.why)


@folds
def question_taken_back(session: Session, event: e.QuestionTakenBack, entry: Entry) -> Changes:
    """Let a question go, and those who stood behind it."""
    gone = (Part("question", event.question), Part("upvotes", event.question))
    return {part: None for part in gone if session.part(part) is not None}


@folds
def question_upvoted(session: Session, event: e.QuestionUpvoted, entry: Entry) -> Changes:
    """Count a person behind a question, or no longer."""
    behind = session.upvotes.get(event.question, Map())
    behind = behind.set(event.person, True) if event.on else behind.delete(event.person)
    return {Part("upvotes", event.question): behind}


@folds
def question_shown(session: Session, event: e.QuestionShown, entry: Entry) -> Changes:
    """Show a question on the wall, or none."""
    return {Part("shown"): Shown(question=event.question)}


@folds
def question_answered(session: Session, event: e.QuestionAnswered, entry: Entry) -> Changes:
    """Mark a question as answered."""
    return _question(session, event.question, state="answered")


def _question(session: Session, id: QuestionId, **fields: object) -> Changes:
    return {Part("question", id): replace(session.questions[id], **fields)}
