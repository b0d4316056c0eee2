"""Session time: from instants in the log to minutes that count."""

from typing import Literal

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.ids import RunMillis
from fishbowl.domain.session.model import Clock

ClockState = Literal["lobby", "running", "paused", "closed"]


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
