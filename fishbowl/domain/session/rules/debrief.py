"""What one may ask about the debrief: which stage is open, what comes next, what was answered."""

from typing import get_args

from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.commands.debrief import DebriefStage
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.model import Answer
from fishbowl.domain.session.state import Session

STAGES: tuple[DebriefStage, ...] = get_args(DebriefStage)


def open_stage(session: Session) -> DebriefStage | None:
    """The stage that phones are asked about; ``None`` outside of a session that goes on."""
    goes_on = clock_state(session.clock) in ("running", "paused")
    return session.debrief.stage if goes_on else None


def next_stage(session: Session) -> DebriefStage | None:
    """The stage after the open one, the first if none is; ``None`` after the last."""
    stage = open_stage(session)
    at = 0 if stage is None else STAGES.index(stage) + 1
    return STAGES[at] if at < len(STAGES) else None


def answers_in_order(session: Session) -> tuple[Answer, ...]:
    """All answers as they were given, oldest first; deleted words leave no answer."""
    told = (answer for answer in session.answers.values() if answer.words)
    return tuple(sorted(told, key=lambda answer: answer.id))


def own_answers(session: Session, person: PersonId) -> tuple[Answer, ...]:
    """What one person answered."""
    return tuple(answer for answer in answers_in_order(session) if answer.person == person)


def answers_up(session: Session, stage: DebriefStage) -> tuple[Answer, ...]:
    """What the wall may show of a stage, the latest put up first."""
    up = (a for a in answers_in_order(session) if a.state == "up" and a.stage == stage)
    return tuple(sorted(up, key=lambda answer: -answer.up_seq))


def answered(session: Session, stage: DebriefStage) -> int:
    """How many people have answered in a stage."""
    return len({a.person for a in answers_in_order(session) if a.stage == stage})
