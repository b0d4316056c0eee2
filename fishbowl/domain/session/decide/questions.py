"""Rules of questions to the bowl: anybody may ask, the facilitator moderates by open criteria."""

from collections.abc import Sequence

from immutables import Map

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.ids import QuestionId
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.decide.wall import showing_bowl
from fishbowl.domain.session.model.outer_ring import Question
from fishbowl.domain.session.state import Session

QUESTIONS_EACH = 3
"""How many questions of one person may wait to be looked at."""


@decides
def ask_bowl(session: Session, command: c.AskBowl, given: Given) -> Sequence[e.Event]:
    """Put a question; nobody sees it before the facilitator has."""
    person = given.sender
    if not command.words:
        raise Rejected("words_needed", field="words")
    own = [q for q in session.questions.values() if q.person == person]
    if any(q.words.casefold() == command.words.casefold() for q in own):
        raise AlreadyTrue()
    if sum(q.state == "waiting" for q in own) >= QUESTIONS_EACH:
        raise Rejected("limit_reached", most=QUESTIONS_EACH)
    return [e.QuestionAsked(person=person, words=command.words)]


@decides
def put_up_question(session: Session, command: c.PutUpQuestion, given: Given) -> Sequence[e.Event]:
    """Show a question to the phones, also one that was set aside or answered."""
    question = _known(session, command.question)
    if question.state == "up":
        raise AlreadyTrue()
    return [e.QuestionPutUp(question=question.id)]


@decides
def set_aside_question(
    session: Session, command: c.SetAsideQuestion, given: Given
) -> Sequence[e.Event]:
    """Leave a question out, for a reason that its asker is told."""
    question = _known(session, command.question)
    if question.state == "aside" and question.why == command.why:
        raise AlreadyTrue()
    aside = e.QuestionSetAside(question=question.id, why=command.why)
    return [*_off_the_wall(session, question), aside]


@decides
def take_back_question(
    session: Session, command: c.TakeBackQuestion, given: Given
) -> Sequence[e.Event]:
    """Take back one's own question, while the bowl has not got it."""
    question = session.questions.get(command.question)
    if question is None:
        raise AlreadyTrue()
    if question.state == "answered" or session.shown.question == question.id:
        raise Rejected("question_taken_up")
    behind = tuple(sorted(session.upvotes.get(question.id, Map())))
    return [e.QuestionTakenBack(question=question.id, person=question.person, behind=behind)]


@decides
def upvote(session: Session, command: c.UpvoteQuestion, given: Given) -> Sequence[e.Event]:
    """Stand behind a question that is up; one's own counts for itself."""
    question = _known(session, command.question)
    person = given.sender
    if question.state != "up":
        raise Rejected("question_over")
    behind = session.upvotes.get(question.id, Map())
    if question.person == person or (person in behind) == command.on:
        raise AlreadyTrue()
    return [e.QuestionUpvoted(question=question.id, person=person, on=command.on)]


@decides
def show_question(session: Session, command: c.ShowQuestion, given: Given) -> Sequence[e.Event]:
    """Show a question on the wall, putting it up if it waits; or take it off."""
    if command.question == session.shown.question:
        raise AlreadyTrue()
    if command.question is None:
        return [e.QuestionShown(question=None)]
    question = _known(session, command.question)
    shown = [e.QuestionShown(question=question.id), *showing_bowl(session)]
    if question.state == "up":
        return shown
    if question.state != "waiting":
        raise Rejected("question_over")
    return [e.QuestionPutUp(question=question.id), *shown]


@decides
def answer_question(session: Session, command: c.AnswerQuestion, given: Given) -> Sequence[e.Event]:
    """Mark a question as taken up; it leaves the wall."""
    question = _known(session, command.question)
    if question.state == "answered":
        raise AlreadyTrue()
    return [*_off_the_wall(session, question), e.QuestionAnswered(question=question.id)]


def _off_the_wall(session: Session, question: Question) -> list[e.Event]:
    shown = session.shown.question == question.id
    return [e.QuestionShown(question=None)] if shown else []


def _known(session: Session, question: QuestionId) -> Question:
    found = session.questions.get(question)
    if found is None:
        raise Rejected("question_unknown")
    return found
