"""What happens in the debrief."""

from msgspec.structs import replace

from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.session import events as e
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve.registry import folds
from fishbowl.domain.session.evolve.takeaways import not_passed
from fishbowl.domain.session.ids import AnswerId
from fishbowl.domain.session.model import Answer, Debrief, Part
from fishbowl.domain.session.state import Changes, Session

DEBRIEF = Part("debrief")


@folds
def debrief_opened(session: Session, event: e.DebriefOpened, entry: Entry) -> Changes:
    """Ask about a stage."""
    return {DEBRIEF: Debrief(stage=event.stage)}


@folds
def debrief_closed(session: Session, event: e.DebriefClosed, entry: Entry) -> Changes:
    """Ask about none."""
    return {DEBRIEF: Debrief()}


def left_behind(session: Session) -> Changes:
    """The next phase ends the stage that is open."""
    return {} if session.debrief.stage is None else {DEBRIEF: Debrief()}


@folds
def answer_given(session: Session, event: e.AnswerGiven, entry: Entry) -> Changes:
    """Keep an answer."""
    answer = Answer(
        id=AnswerId(entry.seq),
        person=event.person,
        stage=event.stage,
        words=event.words,
        given_at_ms=entry.at_ms,
    )
    return {Part("answer", answer.id): answer}


@folds
def answer_changed(session: Session, event: e.AnswerChanged, entry: Entry) -> Changes:
    """Let it read otherwise: the facilitator has not seen these words."""
    changed = replace(session.answers[event.answer], words=event.words, state="waiting")
    return {Part("answer", event.answer): changed, **not_passed(session, event.answer)}


@folds
def answer_taken_back(session: Session, event: e.AnswerTakenBack, entry: Entry) -> Changes:
    """Let it go."""
    return {Part("answer", event.answer): None}


@folds
def answer_put_up(session: Session, event: e.AnswerPutUp, entry: Entry) -> Changes:
    """Let the wall show it."""
    changed = replace(session.answers[event.answer], state="up", up_seq=Seq(entry.seq))
    return {Part("answer", event.answer): changed}


@folds
def answer_set_aside(session: Session, event: e.AnswerSetAside, entry: Entry) -> Changes:
    """Leave it out."""
    return {Part("answer", event.answer): replace(session.answers[event.answer], state="aside")}
