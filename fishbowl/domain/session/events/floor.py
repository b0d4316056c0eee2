"""Events of the floor: who talks, and times that were marked wrongly."""

from fishbowl.domain.kernel.ids import TurnId
from fishbowl.domain.session.events.base import Event
from fishbowl.domain.session.events.limits import OnTheClock


class FloorGiven(Event, frozen=True, kw_only=True):
    """``turn`` is talking from here, or the ``facilitator``, or nobody."""

    name = "floor.given"
    undo = "by_role"
    undo_by = "facilitators"
    turn: TurnId | None
    facilitator: bool = False


class FloorCorrected(Event, frozen=True, kw_only=True):
    """Between two instants ``turn`` had the floor, or the ``facilitator``, or nobody."""

    name = "floor.corrected"
    undo = "by_role"
    undo_by = "facilitators"
    turn: TurnId | None
    from_run_ms: OnTheClock
    until_run_ms: OnTheClock
    facilitator: bool = False


class TurnCorrected(Event, frozen=True, kw_only=True):
    """A turn really began, or ended, at another time; what was marked outside of it is cut off."""

    name = "turn.corrected"
    undo = "by_role"
    undo_by = "facilitators"
    turn: TurnId
    began_run_ms: OnTheClock | None = None
    ended_run_ms: OnTheClock | None = None
