"""Rules of the debrief: one stage at a time, everybody answers for themselves."""

from collections.abc import Sequence

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.ids import AnswerId
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.model import Answer
from fishbowl.domain.session.rules.debrief import open_stage, own_answers
from fishbowl.domain.session.state import Session

ANSWERS_EACH = 3
"""How many answers one person can give in a stage."""


@decides
def open_debrief(session: Session, command: c.OpenDebrief, given: Given) -> Sequence[e.Event]:
    """Ask the question of a stage, also one that was asked before."""
    if clock_state(session.clock) not in ("running", "paused"):
        raise Rejected("not_running")
    if open_stage(session) == command.stage:
        raise AlreadyTrue()
    return [e.DebriefOpened(stage=command.stage)]


@decides
def close_debrief(session: Session, command: c.CloseDebrief, given: Given) -> Sequence[e.Event]:
    """Take no more answers."""
    if open_stage(session) is None:
        raise AlreadyTrue()
    return [e.DebriefClosed()]


@decides
def answer_debrief(session: Session, command: c.AnswerDebrief, given: Given) -> Sequence[e.Event]:
    """Answer, while the stage is open: an answer on its way may come too late."""
    person = given.sender
    if not command.words:
        raise Rejected("words_needed", field="words")
    if open_stage(session) != command.stage:
        raise Rejected("stage_over")
    own = [a for a in own_answers(session, person) if a.stage == command.stage]
    if any(answer.words == command.words for answer in own):
        raise AlreadyTrue()
    if len(own) >= ANSWERS_EACH:
        raise Rejected("limit_reached", most=ANSWERS_EACH)
    return [e.AnswerGiven(person=person, stage=command.stage, words=command.words)]


@decides
def edit_answer(session: Session, command: c.EditAnswer, given: Given) -> Sequence[e.Event]:
    """Put one's own otherwise, until a person has published the summary."""
    answer = _known(session, command.answer)
    if not command.words:
        raise Rejected("words_needed", field="words")
    if session.summary.published:
        raise Rejected("summary_published")
    if answer.words == command.words:
        raise AlreadyTrue()
    changed = e.AnswerChanged(answer=answer.id, person=answer.person, words=command.words)
    return [changed]


@decides
def take_back_answer(
    session: Session, command: c.TakeBackAnswer, given: Given
) -> Sequence[e.Event]:
    """Take back one's own, until a person has published the summary."""
    answer = session.answers.get(command.answer)
    if answer is None:
        raise AlreadyTrue()
    if session.summary.published:
        raise Rejected("summary_published")
    return [e.AnswerTakenBack(answer=answer.id, person=answer.person)]


@decides
def put_up_answer(session: Session, command: c.PutUpAnswer, given: Given) -> Sequence[e.Event]:
    """Let the wall show it, also after it was set aside."""
    answer = _known(session, command.answer)
    if answer.state == "up":
        raise AlreadyTrue()
    return [e.AnswerPutUp(answer=answer.id)]


@decides
def set_aside_answer(
    session: Session, command: c.SetAsideAnswer, given: Given
) -> Sequence[e.Event]:
    """Leave it out."""
    answer = _known(session, command.answer)
    if answer.state == "aside":
        raise AlreadyTrue()
    return [e.AnswerSetAside(answer=answer.id)]


def _known(session: Session, answer: AnswerId) -> Answer:
    found = session.answers.get(answer)
    if found is None or not found.words:
        raise Rejected("answer_unknown")
    return found
