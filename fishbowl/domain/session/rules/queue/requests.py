"""The rules of the queue: its order, and who is offered next.

A request has a *rank*; the waiting requests by rank are the order of arrival. New requests go last.
A hand move puts a request between two others by giving it a rank between theirs. The line, which
the queue order makes of that, is in :mod:`fishbowl.domain.session.rules.queue.orders`.
"""

from fishbowl.domain.session.ids import RequestId
from fishbowl.domain.session.model import Request
from fishbowl.domain.session.rules.queue.orders import line, next_place
from fishbowl.domain.session.state import Session

RANK_STEP = 1 << 20
"""Room between neighbours for about twenty hand moves to the same place before renumbering."""
BEHIND_ON_SECOND_MISS = 2
"""Who does not come a second time goes behind this many people."""


def waiting(session: Session) -> tuple[Request, ...]:
    """The waiting requests, first in line first."""
    return tuple(place.request for place in line(session))


def place(session: Session, request: RequestId) -> int | None:
    """The place of a waiting request, from 1; ``None`` if it does not wait."""
    for index, other in enumerate(waiting(session), start=1):
        if other.id == request:
            return index
    return None


def next_request(session: Session) -> Request | None:
    """Whose turn is next, on a chair or in words that are read aloud; ``None`` if nobody's."""
    place = next_place(session)
    return None if place is None else place.request


def next_to_seat(session: Session) -> Request | None:
    """Who is called to a chair next: words that are read aloud need none."""
    place = next_place(session, seat=True)
    return None if place is None else place.request


def last_rank(session: Session) -> int:
    """The rank of a newcomer at the end of the queue."""
    return session.last_rank + RANK_STEP


def rank_before(session: Session, request: RequestId, before: RequestId | None) -> int | None:
    """A rank right before another request, or last; ``None`` when there is no room between."""
    others = [(rank, other) for rank, other in session.queue if other != request]
    if before is None:
        return last_rank(session)
    index = next(i for i, (_, other) in enumerate(others) if other == before)
    upper = others[index][0]
    if index == 0:
        return upper - RANK_STEP
    lower = others[index - 1][0]
    return (lower + upper) // 2 if upper - lower > 1 else None


def rank_behind(session: Session, request: Request, people: int) -> int | None:
    """A rank behind the first ``people`` who wait; the own one if that is later anyway.

    ``None`` when there is no room between those people and the next one.
    """
    others = [rank for rank, other in session.queue if other != request.id]
    if not others:
        return request.rank
    if len(others) <= people:
        return max(request.rank, others[-1] + RANK_STEP)
    lower, upper = others[people - 1], others[people]
    if request.rank > lower:
        return request.rank
    return (lower + upper) // 2 if upper - lower > 1 else None
