"""Pairs of people: who spoke straight after whom, and who sat in the bowl together."""

from collections import Counter
from collections.abc import Mapping
from itertools import combinations, pairwise
from typing import NamedTuple

from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.ids import PersonId, RunMillis
from fishbowl.domain.session.intervals import Interval, overlap_ms
from fishbowl.domain.session.rules.floor.intervals import is_of_session, seated, spoken
from fishbowl.domain.session.state import Session

SLIP_MS = 2_000
"""A shorter mark is a slip of the hand: it was given to somebody else at once."""
STRAIGHT_MS = 20_000
"""After a longer silence, or longer words of the facilitator, nobody speaks straight after."""


class Handover(NamedTuple):
    """``after`` began to speak straight after ``before``, at this time of the session clock."""

    at_run_ms: RunMillis
    before: PersonId
    after: PersonId


def speakers(session: Session) -> frozenset[PersonId]:
    """Who was marked as speaking, for longer than by a slip."""
    return frozenset(person for _, _, person in _marks(session))


def handovers(session: Session) -> tuple[Handover, ...]:
    """Each time that somebody spoke straight after somebody else, oldest first."""
    return tuple(
        Handover(at_run_ms=began, before=before, after=after)
        for (_, ended, before), (began, _, after) in pairwise(_marks(session))
        if before != after and began - ended <= STRAIGHT_MS
    )


def counted(found: tuple[Handover, ...]) -> Mapping[tuple[PersonId, PersonId], int]:
    """How often each pair, (before, after), came up, in the order of the first times."""
    return Counter((one.before, one.after) for one in found)


def sat_together(session: Session) -> frozenset[tuple[PersonId, PersonId]]:
    """Who sat in the bowl at the same time; of each pair the smaller number stands first."""
    until = running_ms(session.clock, session.at_ms)
    turns: list[tuple[Interval, PersonId]] = [
        (seated(turn, until), turn.person)
        for turn in session.turns.values()
        if is_of_session(session, turn)
    ]
    return frozenset(
        (min(one, other), max(one, other))
        for (when, one), (then, other) in combinations(turns, 2)
        if one != other and overlap_ms(when, then)
    )


def _marks(session: Session) -> list[tuple[RunMillis, RunMillis, PersonId]]:
    """From when until when somebody was marked as speaking, and who, in order of time."""
    until = running_ms(session.clock, session.at_ms)
    return sorted(
        (since, to, turn.person)
        for turn in session.turns.values()
        if is_of_session(session, turn)
        for since, to in spoken(session, turn, until)
        if to - since >= SLIP_MS
    )
