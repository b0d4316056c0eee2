"""Who sat and who spoke lately, to be put right where it was marked wrongly."""

from heapq import nlargest

from fishbowl.domain.session.ids import RunMillis, TurnId
from fishbowl.domain.session.intervals import FOREVER
from fishbowl.domain.session.model import Turn
from fishbowl.domain.session.rules.floor.intervals import facilitator_spoken, spoken
from fishbowl.domain.session.state import Session
from fishbowl.views.common import label
from fishbowl.views.slices import FloorLine, TimelineSlice, TurnLine

TURNS_SHOWN = 10
FLOOR_SHOWN = 14


def timeline_slice(session: Session) -> TimelineSlice:
    """The last turns and stretches of the floor, newest first."""
    turns = nlargest(TURNS_SHOWN, session.turns.values(), key=_left_last)
    return TimelineSlice(
        turns=tuple(_turn(session, turn) for turn in turns),
        floor=_floor(session),
    )


def _left_last(turn: Turn) -> tuple[int, int, int]:
    """Who still sits comes last, and so is shown first."""
    ended = FOREVER if turn.ended_run_ms is None else turn.ended_run_ms
    return ended, turn.began_run_ms, turn.id


def _turn(session: Session, turn: Turn) -> TurnLine:
    return TurnLine(
        turn=turn.id,
        person=label(session, turn.person),
        chair=turn.chair,
        began_run_ms=turn.began_run_ms,
        ended_run_ms=turn.ended_run_ms,
    )


def _floor(session: Session) -> tuple[FloorLine, ...]:
    said: list[tuple[RunMillis, RunMillis, TurnId | None]] = [
        (since, to, turn.id)
        for turn in session.turns.values()
        if turn.spoken or turn.id == session.floor.turn
        for since, to in spoken(session, turn, FOREVER)
    ]
    said += [(since, to, None) for since, to in facilitator_spoken(session, FOREVER)]
    said.sort(key=lambda stretch: stretch[:2])
    return tuple(
        FloorLine(
            turn=turn,
            person=None if turn is None else label(session, session.turns[turn].person),
            from_run_ms=since,
            until_run_ms=None if to == FOREVER else to,
        )
        for since, to, turn in reversed(said[-FLOOR_SHOWN:])
    )
