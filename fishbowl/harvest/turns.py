"""Turns as facts, with the interval on each chair."""

from fishbowl.domain.kernel.ids import PersonId, RunMillis
from fishbowl.domain.session.model import Turn
from fishbowl.domain.session.rules.floor.intervals import is_of_session, seated, spoken
from fishbowl.domain.session.state import Session
from fishbowl.harvest.model import Interval, Span, TurnFacts
from fishbowl.harvest.people import who


def turn_facts(session: Session, until: RunMillis) -> tuple[TurnFacts, ...]:
    """List the turns in the order in which they began.

    Turns that ended before the start of the clock are left out.

    :param until: the session clock now; open turns have lasted until then.
    """
    facts: list[TurnFacts] = []
    seen: set[PersonId] = set()
    turns = (turn for turn in session.turns.values() if is_of_session(session, turn))
    for turn in sorted(turns, key=lambda turn: (turn.began_run_ms, turn.id)):
        facts.append(_facts(session, turn, until, first=turn.person not in seen))
        seen.add(turn.person)
    return tuple(facts)


def _facts(session: Session, turn: Turn, until: RunMillis, *, first: bool) -> TurnFacts:
    began, ended = seated(turn, until)
    return TurnFacts(
        turn=turn.id,
        who=who(session, turn.person),
        request=turn.request,
        first=first,
        began_run_ms=began,
        ended_run_ms=ended,
        goes_on=turn.ended_run_ms is None,
        intervals=_intervals(turn, began, ended),
        spoken=tuple(
            Span(from_run_ms=since, to_run_ms=to) for since, to in spoken(session, turn, until)
        ),
    )


def _intervals(turn: Turn, began: RunMillis, ended: RunMillis) -> tuple[Interval, ...]:
    """Split a turn by chair; intervals of length zero are left out, unless there is no other."""
    starts = [max(began, min(sitting.from_run_ms, ended)) for sitting in turn.sittings]
    starts[0] = began
    intervals = tuple(
        Interval(chair=sitting.chair, from_run_ms=since, to_run_ms=to)
        for sitting, since, to in zip(turn.sittings, starts, [*starts[1:], ended], strict=True)
    )
    return tuple(interval for interval in intervals if interval.length_ms > 0) or intervals[-1:]
