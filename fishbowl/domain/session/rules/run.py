"""The run of show: which phase goes on, how long, what is over, and when time itself acts."""

from typing import Literal

import msgspec

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.commands.run import Phase
from fishbowl.domain.session.ids import RunMillis
from fishbowl.domain.session.model import Run
from fishbowl.domain.session.state import Session

THINK_MS = 30_000
"""A pair share begins in silence for this long."""
THINK_SHARE = 4
"""In a very short pair share, silence takes at most one part in so many."""
LAST_SHARE = 4
"""The last minutes of a bowl take at most one part in so many of it."""

PairStepName = Literal["think", "first", "second", "recall"]


class PairStep(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a pair share; ``to_run_ms`` is ``None`` for the recall, which lasts."""

    step: PairStepName
    from_run_ms: RunMillis
    to_run_ms: RunMillis | None = None


def current_phase(session: Session) -> Phase | None:
    """The phase that goes on; ``None`` before the start."""
    run = session.run
    return run.phases[run.index] if run.index >= 0 else None


def next_index(session: Session) -> int | None:
    """Which phase comes next; ``None`` in the last one and before the start."""
    run = session.run
    return run.index + 1 if 0 <= run.index < len(run.phases) - 1 else None


def is_bowl(session: Session) -> bool:
    """Whether people are called to chairs in this phase."""
    phase = current_phase(session)
    return phase is None or phase.kind == "bowl"


def elapsed_ms(session: Session, now_ms: Millis) -> int:
    """How long the current phase has gone on."""
    run = session.run
    return running_ms(session.clock, now_ms) - run.began[-1] if run.began else 0


def phase_end_run_ms(run: Run) -> RunMillis | None:
    """When the planned minutes of the current phase are over, on the session clock."""
    if run.index < 0:
        return None
    return RunMillis(run.began[-1] + run.phases[run.index].planned_ms)


def over_ms(session: Session, now_ms: Millis) -> int:
    """By how much the run would end later than planned as things stand; negative, if earlier."""
    run = session.run
    end = phase_end_run_ms(run)
    if end is None:
        return 0
    rest = sum(phase.planned_ms for phase in run.phases[run.index + 1 :])
    return max(end, running_ms(session.clock, now_ms)) + rest - session.clock.planned_ms


def last_minutes_run_ms(session: Session) -> RunMillis | None:
    """When the last minutes of the last bowl begin; ``None`` outside of it, or without any."""
    run, end = session.run, phase_end_run_ms(session.run)
    later = run.phases[run.index + 1 :]
    if end is None or not session.settings.last_ms or any(p.kind == "bowl" for p in later):
        return None
    phase = run.phases[run.index]
    if phase.kind != "bowl":
        return None
    return RunMillis(end - min(session.settings.last_ms, phase.planned_ms // LAST_SHARE))


def pair_steps(run: Run) -> tuple[PairStep, ...]:
    """Divide the current pair share: silence, two equal voices, and the recall."""
    end = phase_end_run_ms(run)
    if end is None or run.phases[run.index].kind != "pair_share":
        return ()
    began = run.began[-1]
    think = min(THINK_MS, (end - began) // THINK_SHARE)
    talk = RunMillis(began + think)
    swap = run.swap_run_ms if run.swap_run_ms is not None else RunMillis((talk + end) // 2)
    end = max(end, swap)
    return (
        PairStep(step="think", from_run_ms=began, to_run_ms=talk),
        PairStep(step="first", from_run_ms=talk, to_run_ms=swap),
        PairStep(step="second", from_run_ms=swap, to_run_ms=end),
        PairStep(step="recall", from_run_ms=end),
    )
