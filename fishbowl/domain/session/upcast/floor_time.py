"""How long people had talked by the figures of release 0.1.0: frozen.

The queue order that goes by the least time on the floor depends on it.
"""

from collections.abc import Iterable, Sequence

from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.ids import PersonId, RunMillis
from fishbowl.domain.session.intervals import (
    FOREVER,
    Interval,
    joined,
    overlap_ms,
    total_ms,
    within,
)
from fishbowl.domain.session.model import Turn
from fishbowl.domain.session.state import Session

_MOST = 0.5
_SAT_MS = 60_000


def talked_ms(session: Session) -> dict[PersonId, int]:
    """What everybody who sat in the bowl had talked; what went on did not count yet."""
    tracked = _floor_counts(session)
    turns = [turn for turn in session.turns.values() if is_of_session(session, turn)]
    found: dict[PersonId, int] = {}
    for turn in turns:
        stretches = _spoken(session, turn, FOREVER) if tracked else (_seated(turn, FOREVER),)
        closed = (to - since for since, to in _all(stretches, FOREVER) if to < FOREVER)
        found[turn.person] = found.get(turn.person, 0) + sum(closed)
    return found


def is_of_session(session: Session, turn: Turn) -> bool:
    """Whether a turn was part of the session: not if it was over before the clock started."""
    started = session.clock.started_at_ms
    return turn.ended_at_ms is None or (started is not None and turn.ended_at_ms >= started)


def _floor_counts(session: Session) -> bool:
    marked = session.floor.turn is not None or session.floor.facilitator
    marked = marked or bool(session.facilitator.spoken)
    if not (marked or any(turn.spoken for turn in session.turns.values())):
        return False
    until = running_ms(session.clock, session.at_ms)
    turns = [turn for turn in session.turns.values() if is_of_session(session, turn)]
    marks = joined(
        _all(
            (
                *(stretch for turn in turns for stretch in _spoken(session, turn, until)),
                *_facilitator_spoken(session, until),
            ),
            until,
        )
    )
    sat: dict[PersonId, list[Interval]] = {}
    for turn in turns:
        sat.setdefault(turn.person, []).extend(_all([_seated(turn, until)], until))
    everybody = [stretch for stretches in sat.values() for stretch in stretches]
    if not everybody:
        return session.floor.facilitator or session.floor.turn is not None
    if not _cover_most(marks, everybody):
        return False
    long = (stretches for stretches in sat.values() if total_ms(stretches) >= _SAT_MS)
    return all(_cover_most(marks, stretches) for stretches in long)


def _cover_most(marks: Sequence[Interval], stretches: Sequence[Interval]) -> bool:
    marked = sum(overlap_ms(mark, stretch) for mark in marks for stretch in stretches)
    return marked > _MOST * total_ms(stretches)


def _all(stretches: Iterable[Interval], until: RunMillis) -> tuple[Interval, ...]:
    """Stretches inside of the session, without empty ones."""
    return within(stretches, ((RunMillis(0), until),))


def _seated(turn: Turn, until: RunMillis) -> Interval:
    began = min(turn.began_run_ms, until)
    ended = until if turn.ended_run_ms is None else min(turn.ended_run_ms, until)
    return began, max(began, ended)


def _spoken(session: Session, turn: Turn, until: RunMillis) -> tuple[Interval, ...]:
    stretches = turn.spoken
    if session.floor.turn == turn.id:
        stretches = (*stretches, (session.floor.since_run_ms, until))
    return within(stretches, (_seated(turn, until),))


def _facilitator_spoken(session: Session, until: RunMillis) -> tuple[Interval, ...]:
    stretches = session.facilitator.spoken
    if session.floor.facilitator:
        stretches = (*stretches, (session.floor.since_run_ms, until))
    return within(stretches, ((RunMillis(0), until),))
