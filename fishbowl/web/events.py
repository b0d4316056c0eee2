"""What the sessions of one event come to together, read when a console asks."""

from collections.abc import Iterator

from fishbowl.clock import Clock
from fishbowl.domain.event_equity import (
    EventEquity,
    SessionFigures,
    event_equity,
    has_begun,
    is_same_event,
    session_figures,
)
from fishbowl.domain.state import Session
from fishbowl.service import Change, Service


class Events:
    """Adds the sessions of an event up; what a closed one gives is worked out once.

    :param service: whose sessions they are.
    :param clock: session time, for what goes on.
    """

    def __init__(self, service: Service, clock: Clock) -> None:
        self._service = service
        self._clock = clock
        self._closed: dict[str, SessionFigures] = {}

    def on_change(self, change: Change) -> None:
        """Forget what a session gave: it may have been reopened, or put right."""
        self._closed.pop(change.after.code, None)

    def equity(self, session: Session) -> EventEquity:
        """The figures of the event of a session, itself included."""
        own = session_figures(session, self._clock.now_ms())
        return event_equity((own, *self._others(session)))

    def _others(self, session: Session) -> Iterator[SessionFigures]:
        for row in self._service.sessions():
            if row.code == session.code or row.state == "lobby":
                continue
            if is_same_event(row.event, session.settings.event):
                yield from self._figures(row.code)

    def _figures(self, code: str) -> Iterator[SessionFigures]:
        known = self._closed.get(code)
        if known is None:
            session = self._service.session(code)
            if session is None or not has_begun(session):
                return
            known = session_figures(session, self._clock.now_ms())
            if session.clock.closed_at_ms is not None:
                self._closed[code] = known
                if self._service.session(code) is not session:  # changed while it was worked out
                    self._closed.pop(code, None)
        yield known
