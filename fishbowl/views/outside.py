"""What is left of a session after its close for whoever was not in it."""

from fishbowl.domain.session.model import Clock, Settings
from fishbowl.domain.session.state import Session


def seen_from_outside(session: Session) -> Session:
    """Make a session that holds nothing but that it is over, and its published summary.

    It is built from nothing, so whatever a session comes to hold is not in it.
    """
    return Session(
        seq=session.seq,
        at_ms=session.at_ms,
        code=session.code,
        created_at_ms=session.created_at_ms,
        settings=Settings(
            question="",
            event="",
            chair_count=0,
            open_chairs=0,
            seat_limit_ms=0,
            attribution=session.settings.attribution,
        ),
        clock=Clock(planned_ms=0, closed_at_ms=session.clock.closed_at_ms),
        summary=session.summary,
    )
