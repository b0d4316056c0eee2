"""Who sat when: the turns, cut into their stretches on each chair."""

from fishbowl.domain.session.ids import PersonId, RunMillis
from fishbowl.domain.session.model import Turn
from fishbowl.domain.session.rules.floor.intervals import is_of_session, seated, spoken
from fishbowl.domain.session.state import Session
from fishbowl.harvest.model import Interval, Span, TurnFacts
from fishbowl.harvest.people import who


def turn_facts(session: Session, until: RunMillis) -> tuple[TurnFacts, ...]:
    """List the turns in the order in which they began.

    A turn that was over before the clock started is no part of the session.

    :param until: the session clock now; what goes on has lasted until then.
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
        stretches=_stretches(turn, began, ended),
        spoken=tuple(
            Span(from_run_ms=since, to_run_ms=to) for since, to in spoken(session, turn, until)
        ),
    )


def _stretches(turn: Turn, began: RunMillis, ended: RunMillis) -> tuple[Interval, ...]:
    """Cut a turn where the person changed chairs; who only passed a chair did not sit on it."""
    starts = [max(began, min(sitting.from_run_ms, ended)) for sitting in turn.sittings]
    starts[0] = began
    stretches = tuple(
        Interval(chair=sitting.chair, from_run_ms=since, to_run_ms=to)
        for sitting, since, to in zip(turn.sittings, starts, [*starts[1:], ended], strict=True)
    )
    return tuple(stretch for stretch in stretches if stretch.length_ms > 0) or stretches[-1:]
