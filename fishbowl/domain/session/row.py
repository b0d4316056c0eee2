"""The row of a session in lists, computed from its state."""

from fishbowl.domain.kernel.streams import StreamRow
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.rules.floor.contributions import voices_heard
from fishbowl.domain.session.rules.lifecycle.deadlines import deadlines
from fishbowl.domain.session.state import Session


class SessionRow(StreamRow, frozen=True, kw_only=True):
    """The row of a session; a column of the table ``sessions`` for each field."""

    code: str
    question: str
    event: str
    state: str
    created_at_ms: int
    closed_at_ms: int | None
    people: int
    voices: int
    starts_at_ms: int = 0
    keep_until_ms: int = 0
    series: str = ""
    occasion: str = ""


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
        series=session.settings.series,
        occasion=session.settings.occasion,
        next_deadline_ms=min((due.at_ms for due in deadlines(session)), default=None),
    )
