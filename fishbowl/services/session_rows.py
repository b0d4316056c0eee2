"""The row of a session in lists, computed from its state."""

from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.rules.floor.contributions import voices_heard
from fishbowl.domain.session.rules.lifecycle.deadlines import deadlines
from fishbowl.domain.session.state import Session
from fishbowl.log import SessionRow


def session_row(session: Session) -> SessionRow:
    """Compute the row of a session."""
    return SessionRow(
        code=session.code,
        question=session.settings.question,
        event=session.settings.event,
        state=clock_state(session.clock),
        created_at_ms=session.created_at_ms,
        closed_at_ms=session.clock.closed_at_ms,
        people=len(session.people),
        voices=voices_heard(session),
        starts_at_ms=session.settings.starts_at_ms,
        keep_until_ms=session.settings.keep_until_ms,
        next_deadline_ms=min((due.at_ms for due in deadlines(session)), default=None),
    )
