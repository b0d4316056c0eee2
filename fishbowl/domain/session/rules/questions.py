"""The questions that a session was about: usually one, sometimes several after each other."""

from fishbowl.domain.session.ids import RunMillis
from fishbowl.domain.session.intervals import FOREVER
from fishbowl.domain.session.model import EarlierQuestion
from fishbowl.domain.session.state import Session


def main_questions(session: Session, until: RunMillis = FOREVER) -> tuple[EarlierQuestion, ...]:
    """List all questions with their times, the one that goes on last.

    :param until: the session clock now; the last question has lasted until then.
    """
    since = session.main_questions.since_run_ms
    last = EarlierQuestion(
        question=session.settings.question,
        began_run_ms=since,
        ended_run_ms=max(since, until),
    )
    return (*session.main_questions.earlier, last)
