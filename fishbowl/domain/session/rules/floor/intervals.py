"""Stretches of the session clock: who sat and who spoke from when until when.

Everything that adds up times reads them here: the live figures, the corrections and the harvest.
The arithmetic itself is in :mod:`fishbowl.domain.session.intervals`.
"""

from collections.abc import Iterable, Iterator

from fishbowl.domain.session.ids import RunMillis
from fishbowl.domain.session.intervals import FOREVER, Interval, overlap_ms, within
from fishbowl.domain.session.model import Topic, Turn
from fishbowl.domain.session.state import Session


def seated(turn: Turn, until: RunMillis) -> Interval:
    """When a turn lasted; nothing lies outside the session, whatever an old log says.

    :param until: the session clock now; what goes on has lasted until then.
    """
    began, ended = turn.began_run_ms, turn.ended_run_ms
    if began > until:
        began = until
    if ended is None or ended > until:
        ended = until
    return began, ended if ended > began else began


def is_of_session(session: Session, turn: Turn) -> bool:
    """Whether a turn is part of the session: not if it was over before the clock started."""
    started = session.clock.started_at_ms
    return turn.ended_at_ms is None or (started is not None and turn.ended_at_ms >= started)


def spoken(session: Session, turn: Turn, until: RunMillis) -> tuple[Interval, ...]:
    """When a turn had the floor; who has it now has had it until ``until``."""
    stretches = turn.spoken
    if session.floor.turn == turn.id:
        stretches = (*stretches, (session.floor.since_run_ms, until))
    return within(stretches, (seated(turn, until),))


def facilitator_spoken(session: Session, until: RunMillis) -> tuple[Interval, ...]:
    """When the facilitator spoke, until ``until`` if they speak now."""
    stretches = session.facilitator.spoken
    if session.floor.facilitator:
        stretches = (*stretches, (session.floor.since_run_ms, until))
    return within(stretches, ((RunMillis(0), until),))


def talked(topic: Topic, until: RunMillis) -> tuple[Interval, ...]:
    """When a topic was current."""
    spans = ((began, until if ended is None else min(ended, until)) for began, ended in topic.spans)
    return tuple((began, ended) for began, ended in spans if began <= ended)


def sat(turn: Turn) -> Iterator[tuple[int, Interval]]:
    """The chairs of a turn, each with its stretch; what goes on lasts for ever."""
    ended = FOREVER if turn.ended_run_ms is None else turn.ended_run_ms
    starts = [sitting.from_run_ms for sitting in turn.sittings]
    for sitting, since, to in zip(turn.sittings, starts, [*starts[1:], ended], strict=True):
        yield sitting.chair, (since, to)


def collision(turn: Turn, others: Iterable[Turn]) -> Turn | None:
    """Find a turn of the same person, or on the same chair, at the same time."""
    began = turn.began_run_ms
    ended = FOREVER if turn.ended_run_ms is None else turn.ended_run_ms
    for other in others:
        if other.ended_run_ms is not None and other.ended_run_ms <= began:
            continue  # most of them, late in a long session
        if other.id == turn.id or overlap_ms(seated(other, FOREVER), (began, ended)) == 0:
            continue
        if other.person == turn.person:
            return other
        theirs = tuple(sat(other))
        for chair, stretch in sat(turn):
            if any(no == chair and overlap_ms(stretch, when) for no, when in theirs):
                return other
    return None
