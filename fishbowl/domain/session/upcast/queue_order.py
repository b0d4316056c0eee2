"""The queue as release 0.1.0 ordered it: frozen, see :mod:`fishbowl.domain.session.upcast`.

Without the reasons: entries of that release leave open who stood behind whom, and nothing else.
"""

from collections.abc import Sequence

from fishbowl.domain.session.ids import RequestId
from fishbowl.domain.session.model import Request
from fishbowl.domain.session.state import Session
from fishbowl.domain.session.upcast.coming_calls import played


def from_here(session: Session, request: RequestId) -> tuple[RequestId, ...]:
    """A waiting request and everybody behind it; nobody if it did not wait."""
    ids = [one.id for one in _line(session)]
    return tuple(ids[ids.index(request) :]) if request in ids else ()


def _line(session: Session) -> list[Request]:
    """Everybody who waits; who is stepped over stands where the place is kept."""
    everybody = [session.requests[request] for _, request in session.queue]
    aside = {request.id for request in everybody if _steps_aside(session, request)}
    kept = _placed_by_hand(played(session, everybody))
    if not aside:
        return kept
    others = [request for request in everybody if request.id not in aside]
    rest = iter(_placed_by_hand(played(session, others)))
    return [request if request.id in aside else next(rest) for request in kept]


def _steps_aside(session: Session, request: Request) -> bool:
    if request.snoozed_until_run_ms is not None:
        return True
    return request.rested_seq > session.last_call_seq


def _placed_by_hand(line: list[Request]) -> list[Request]:
    led = [request for request in line if request.lead is not None]
    for request in sorted(led, key=lambda request: request.placed_seq):
        others = [other for other in line if other is not request]
        index = _hand_index(others, request)
        if index is not None:
            others.insert(index, request)
            line = others
    return line


def _hand_index(others: Sequence[Request], request: Request) -> int | None:
    if not request.lead:
        then = [i for i, other in enumerate(others) if other.id < request.placed_seq]
        return then[-1] + 1 if then else 0
    still = {
        other.id: index
        for index, other in enumerate(others)
        if max(other.placed_seq, other.rested_seq) < request.placed_seq
    }
    return next((still[other] for other in request.lead if other in still), None)
