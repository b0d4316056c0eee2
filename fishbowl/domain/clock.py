"""Session time: from instants in the log to minutes that count."""

from typing import Literal

from fishbowl.domain.ids import Millis, RunMillis
from fishbowl.domain.parts import CALL_HOLD_MS, WALK_MS, Clock, Request
from fishbowl.domain.state import Session

ClockState = Literal["lobby", "running", "paused", "closed"]

IDLE_CLOSE_MS = 12 * 60 * 60 * 1000
"""A session closes itself when nobody has sent a command for this long."""


def clock_state(clock: Clock) -> ClockState:
    """Name the state of the session that the clock implies."""
    if clock.closed_at_ms is not None:
        return "closed"
    if clock.started_at_ms is None:
        return "lobby"
    return "running" if clock.paused_at_ms is None else "paused"


def running_ms(clock: Clock, at_ms: Millis) -> RunMillis:
    """How long the session clock has run at an instant, pauses not counted; 0 before the start."""
    if clock.started_at_ms is None:
        return RunMillis(0)
    until = min(
        instant
        for instant in (at_ms, clock.paused_at_ms, clock.closed_at_ms)
        if instant is not None
    )
    return RunMillis(max(0, until - clock.started_at_ms - clock.paused_ms))


def instant_of(clock: Clock, run_ms: RunMillis) -> Millis | None:
    """When the session clock will show ``run_ms`` if it goes on; ``None`` while it stands."""
    if clock_state(clock) != "running" or clock.started_at_ms is None:
        return None
    return Millis(clock.started_at_ms + clock.paused_ms + run_ms)


def call_deadline_run_ms(session: Session, request: Request) -> RunMillis | None:
    """Until when, on the session clock, the call of a request is in the air.

    :return: ``None`` for somebody without a phone, who cannot answer: the facilitator sees whether
        they come.
    """
    if not session.people[request.person].key:
        return None
    if request.accepted_run_ms is not None:
        return RunMillis(request.accepted_run_ms + WALK_MS)
    if request.called_run_ms is None:
        raise ValueError(f"request {request.id} is not called")
    return RunMillis(request.called_run_ms + CALL_HOLD_MS)


def idle_close_ms(session: Session) -> Millis | None:
    """When the session closes itself for want of commands.

    :return: ``None`` before the start, because a session may be prepared days before, and once it
        is closed.
    """
    if session.clock.started_at_ms is None or session.clock.closed_at_ms is not None:
        return None
    return Millis(session.sent_at_ms + IDLE_CLOSE_MS)
