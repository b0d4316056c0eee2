"""Who sat when: the turns, cut into their stretches on each chair."""

from fishbowl.domain.ids import PersonId, RunMillis
from fishbowl.domain.state import Session, Turn
from fishbowl.harvest.model import Span, Stretch, TurnFacts
from fishbowl.harvest.people import who


def turn_facts(session: Session, until: RunMillis) -> tuple[TurnFacts, ...]:
    """List the turns in the order in which they began.

    A turn that was over before the clock started is no part of the session.

    :param until: the session clock now; what goes on has lasted until then.
    """
    facts: list[TurnFacts] = []
    seen: set[PersonId] = set()
    turns = (turn for turn in session.turns.values() if not _before_the_start(session, turn))
    for turn in sorted(turns, key=lambda turn: (turn.began_run_ms, turn.id)):
        facts.append(_facts(session, turn, until, first=turn.person not in seen))
        seen.add(turn.person)
    return tuple(facts)


def _before_the_start(session: Session, turn: Turn) -> bool:
    started = session.clock.started_at_ms
    return turn.ended_at_ms is not None and (started is None or turn.ended_at_ms <= started)


def _facts(session: Session, turn: Turn, until: RunMillis, *, first: bool) -> TurnFacts:
    goes_on = turn.ended_run_ms is None
    ended = until if turn.ended_run_ms is None else turn.ended_run_ms
    # Whatever an old log says, nothing lies outside the session.
    began = min(turn.began_run_ms, until)
    ended = max(began, min(ended, until))
    spoken = turn.spoken
    if session.floor.turn == turn.id:
        spoken = (*spoken, (session.floor.since_run_ms, until))
    return TurnFacts(
        turn=turn.id,
        who=who(session, turn.person),
        request=turn.request,
        first=first,
        began_run_ms=began,
        ended_run_ms=ended,
        goes_on=goes_on,
        stretches=_stretches(turn, began, ended),
        spoken=tuple(
            Span(from_run_ms=max(since, began), to_run_ms=min(to, ended))
            for since, to in spoken
            if max(since, began) < min(to, ended)
        ),
    )


def _stretches(turn: Turn, began: RunMillis, ended: RunMillis) -> tuple[Stretch, ...]:
    """Cut a turn where the person changed chairs; who only passed a chair did not sit on it."""
    starts = [max(began, min(sitting.from_run_ms, ended)) for sitting in turn.sittings]
    starts[0] = began
    stretches = tuple(
        Stretch(chair=sitting.chair, from_run_ms=since, to_run_ms=to)
        for sitting, since, to in zip(turn.sittings, starts, [*starts[1:], ended], strict=True)
    )
    return tuple(stretch for stretch in stretches if stretch.length_ms > 0) or stretches[-1:]
