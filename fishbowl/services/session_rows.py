"""What a list of sessions tells about one, made from its state."""

from fishbowl.domain.clock import clock_state
from fishbowl.domain.deadlines import deadlines
from fishbowl.domain.state import Session
from fishbowl.domain.voices import voices_heard
from fishbowl.storage import SessionRow


def session_row(session: Session) -> SessionRow:
    """Make the row of a session."""
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
