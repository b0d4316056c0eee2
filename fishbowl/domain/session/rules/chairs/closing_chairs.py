"""The closing of a circle: near the end of a phase, empty chairs are taken away one by one.

Source: the Samoan circle. Which phase ends so is part of its declaration (``chairs_to``). Nobody
has to leave for it: only a chair on which nobody sits, and to which nobody walks, is taken.
"""

from fishbowl.domain.session.ids import ChairNo, RunMillis
from fishbowl.domain.session.model import Chair
from fishbowl.domain.session.rules.chairs.free_chairs import chairs, is_free
from fishbowl.domain.session.rules.run import current_phase, phase_end_run_ms
from fishbowl.domain.session.state import Session

CLOSING_MS = 5 * 60_000
CLOSING_SHARE = 4
"""The closing takes at most one part in so many of a short phase."""


def closing_run_ms(session: Session) -> RunMillis | None:
    """When the closing begins, on the session clock; ``None`` if the phase ends otherwise."""
    phase, end = current_phase(session), phase_end_run_ms(session.run)
    if phase is None or phase.chairs_to is None or end is None:
        return None
    return RunMillis(end - min(CLOSING_MS, phase.planned_ms // CLOSING_SHARE))


def chair_to_take(session: Session) -> Chair | None:
    """The chair that is taken away next: the last empty one. ``None`` if none is, or enough are."""
    phase = current_phase(session)
    if phase is None or phase.chairs_to is None or session.bowl.count <= phase.chairs_to:
        return None
    empty = [chair for chair in chairs(session) if is_free(chair) and may_go(session, chair)]
    return empty[-1] if empty else None


def may_go(session: Session, chair: Chair) -> bool:
    """Whether a free chair can go: whoever sits on the last one gets its number then.

    Somebody who walks to the last chair could not be told in time.
    """
    last = session.chairs[ChairNo(session.bowl.count)]
    return is_free(chair) and (chair.no == last.no or last.turn is not None)
