"""Seated and spoken time of each person, in the order of their first turns."""

import msgspec

from fishbowl.domain.kernel.ids import PersonId
from fishbowl.harvest.geometry.axis import Axis, Piece
from fishbowl.harvest.model import PersonFacts, Summary, Who
from fishbowl.harvest.words import clock


class PersonTime(msgspec.Struct, frozen=True, kw_only=True):
    """One person’s bars; the longest seated time fills the width."""

    who: Who
    seated_clock: str
    spoken_clock: str
    seated: Piece
    spoken: Piece
    turns: int


def times(summary: Summary, *, rtl: bool = False) -> tuple[PersonTime, ...]:
    """List everybody who sat, in the order of their first turns."""
    facts: dict[PersonId, PersonFacts] = {person.who.person: person for person in summary.people}
    arrived = [turn.who for turn in summary.turns if turn.first]
    by_floor = summary.figures.by_floor
    axis = Axis(max((person.seated_ms for person in summary.people), default=0), rtl=rtl)
    return tuple(
        PersonTime(
            who=who,
            seated_clock=clock(facts[who.person].seated_ms),
            spoken_clock=clock(facts[who.person].spoken_ms),
            seated=axis.piece(0, facts[who.person].seated_ms),
            spoken=axis.piece(0, facts[who.person].spoken_ms if by_floor else 0),
            turns=facts[who.person].turns,
        )
        for who in arrived
        if who.person in facts
    )
