"""What changes on the floor, and what corrections of it change."""

from typing import Any

import msgspec

from fishbowl.domain.kernel.ids import RunMillis
from fishbowl.domain.kernel.intervals import FOREVER, Interval, joined, overlap_ms, within, without
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve.registry import folds
from fishbowl.domain.session.model import FacilitatorVoice, Floor, Part, Turn
from fishbowl.domain.session.state import Changes, Session

replace = msgspec.structs.replace

FLOOR, FACILITATOR = Part("floor"), Part("facilitator")


@folds
def floor_given(session: Session, event: e.FloorGiven, entry: Entry) -> Changes:
    """Credit who spoke so far, and let the next one speak."""
    now = running_ms(session.clock, entry.at_ms)
    floor = Floor(turn=event.turn, since_run_ms=now, facilitator=event.facilitator)
    changes: dict[Part, Any] = {FLOOR: floor}
    if session.floor.facilitator and now > session.floor.since_run_ms:
        own = (*session.facilitator.spoken, (session.floor.since_run_ms, now))
        changes[FACILITATOR] = FacilitatorVoice(spoken=own)
    if session.floor.turn is not None:
        turn = spoke(session, session.turns[session.floor.turn], now)
        changes[Part("turn", turn.id)] = turn
    return changes


def spoke(session: Session, turn: Turn, until: RunMillis) -> Turn:
    """The turn that has the floor, credited with it until then."""
    since = session.floor.since_run_ms
    return replace(turn, spoken=(*turn.spoken, (since, until))) if until > since else turn


@folds
def floor_corrected(session: Session, event: e.FloorCorrected, entry: Entry) -> Changes:
    """Take the stretch from whoever had it, and give it to whose it was."""
    cut = (event.from_run_ms, event.until_run_ms)
    since = session.floor.since_run_ms
    opened = session.floor.turn is not None or session.floor.facilitator
    changes: dict[Part, Any] = {}
    before: tuple[Interval, ...] = ()
    if opened and since < cut[1]:
        # What is being said now goes on after the stretch; what was said before it is kept.
        before = ((since, cut[0]),) if since < cut[0] else ()
        changes[FLOOR] = replace(session.floor, since_run_ms=cut[1])
    for turn in session.turns.values():
        own = (*turn.spoken, *(before if session.floor.turn == turn.id else ()))
        spoken = _after(own, cut, given=event.turn == turn.id)
        if spoken != turn.spoken:
            changes[Part("turn", turn.id)] = replace(turn, spoken=spoken)
    own = (*session.facilitator.spoken, *(before if session.floor.facilitator else ()))
    spoken = _after(own, cut, given=event.facilitator)
    if spoken != session.facilitator.spoken:
        changes[FACILITATOR] = FacilitatorVoice(spoken=spoken)
    return changes


def _after(own: tuple[Interval, ...], cut: Interval, *, given: bool) -> tuple[Interval, ...]:
    if given:
        return joined((*without(own, cut), cut))
    return without(own, cut) if any(overlap_ms(one, cut) for one in own) else own


@folds
def turn_corrected(session: Session, event: e.TurnCorrected, entry: Entry) -> Changes:
    """Give a turn its right times; the floor it was marked with outside of them is cut off."""
    turn = session.turns[event.turn]
    began = turn.began_run_ms if event.began_run_ms is None else event.began_run_ms
    ended = turn.ended_run_ms if event.ended_run_ms is None else event.ended_run_ms
    changes: dict[Part, Any] = {Part("turn", turn.id): with_times(turn, began, ended)}
    if session.floor.turn == turn.id and session.floor.since_run_ms < began:
        changes[FLOOR] = Floor(turn=turn.id, since_run_ms=began)
    return changes


def with_times(turn: Turn, began: RunMillis, ended: RunMillis | None) -> Turn:
    """The turn as it is with other times."""
    first = replace(turn.sittings[0], from_run_ms=began)
    return replace(
        turn,
        began_run_ms=began,
        ended_run_ms=ended,
        sittings=(first, *turn.sittings[1:]),
        spoken=within(turn.spoken, ((began, FOREVER if ended is None else ended),)),
    )
