"""The conversation web on the console: whether it is turned on, and why it is not shown."""

from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.rules.floor.web import web_refusal
from fishbowl.domain.session.state import Session
from fishbowl.views.slices import WebSlice


def web_slice(session: Session) -> WebSlice:
    """Tell it. While people talk, nobody knows yet whether enough of the talk will be marked."""
    is_over = clock_state(session.clock) == "closed"
    return WebSlice(
        on=session.settings.show_web,
        refusal=web_refusal(session) if is_over else None,
    )
