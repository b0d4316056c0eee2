"""Requests for a chair, with their outcomes."""

from collections.abc import Sequence

from fishbowl.domain.kernel.ids import ItemId, Millis
from fishbowl.domain.session.model import Request
from fishbowl.domain.session.model.request_states import IN_VAIN, RequestState
from fishbowl.domain.session.rules.summary.looked_at import is_told
from fishbowl.domain.session.state import Session
from fishbowl.harvest.model import RequestFacts, TurnFacts
from fishbowl.harvest.people import who


def request_facts(
    session: Session, turns: Sequence[TurnFacts], now: Millis
) -> tuple[RequestFacts, ...]:
    """List all requests in the order in which they were made.

    :param now: session time; open requests have waited until then, or until the session closed.
    """
    turn_of = {turn.request: turn.turn for turn in turns if turn.request is not None}
    return tuple(
        RequestFacts(
            request=request.id,
            who=who(session, request.person),
            kind=request.kind,
            words=request.words,
            topic=request.topic,
            asked_at_ms=request.asked_at_ms,
            outcome=_outcome(request),
            waited_ms=_waited_ms(session, request, now),
            passes=request.passes,
            misses=request.misses,
            turn=turn_of.get(request.id),
            unseen=_is_unseen(session, request),
        )
        for request in sorted(session.requests.values(), key=lambda request: request.id)
    )


def _outcome(request: Request) -> RequestState:
    """The outcome; exports have "waiting" for requests that were open at the end."""
    return "waiting" if request.state == "unreached" else request.state


def _waited_ms(session: Session, request: Request, now: Millis) -> int:
    started = session.clock.started_at_ms
    if started is None:
        return 0
    ends = (request.ended_at_ms, session.clock.closed_at_ms, now)
    return max(0, min(end for end in ends if end is not None) - max(request.asked_at_ms, started))


def _is_unseen(session: Session, request: Request) -> bool:
    """Whether an open request has words that have not been reviewed."""
    waits = request.state in IN_VAIN and bool(request.words)
    return waits and not is_told(session, ItemId(request.id))
