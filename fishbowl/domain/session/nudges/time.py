"""Hints about time that is over. Nothing ends by itself: what the clock says, a person decides."""

from collections.abc import Iterator

from fishbowl.domain.session.commands import BeginPhase, ExtendClock
from fishbowl.domain.session.ids import RunMillis
from fishbowl.domain.session.nudges.base import MINUTE_MS, Nudge, after
from fishbowl.domain.session.rules.run import next_index, phase_end_run_ms
from fishbowl.domain.session.state import Session

EXTRA_MINUTES = 5
PART_OVER_MS = MINUTE_MS
"""The run of show says at once that a part is over; a sentence may end before somebody is told."""


def part_over(session: Session) -> Iterator[Nudge]:
    """The minutes of the current part are over, and another one waits."""
    index, end = next_index(session), phase_end_run_ms(session.run)
    if index is None or end is None:
        return
    yield Nudge(
        code="part_over",
        about=session.run.index,
        due_run_ms=after(end, PART_OVER_MS),
        since_run_ms=end,
        count=index,
        command=BeginPhase(index=index, seen=session.run.index),
    )


def overrun(session: Session) -> Iterator[Nudge]:
    """The planned end is over. In a part before the last, its own minutes say it first."""
    planned, end = RunMillis(session.clock.planned_ms), phase_end_run_ms(session.run)
    if next_index(session) is not None and end is not None and end <= planned:
        return
    yield Nudge(
        code="overrun",
        about=planned,
        due_run_ms=planned,
        since_run_ms=planned,
        count=EXTRA_MINUTES,
        command=ExtendClock(minutes=EXTRA_MINUTES),
    )
