"""The rules of the queue: its order, and who is offered next.

A request has a *rank*; the queue is the waiting requests by rank. New requests go last. A hand
move puts a request between two others by giving it a rank between theirs.
"""

from fishbowl.domain.ids import RequestId
from fishbowl.domain.state import Request, Session

RANK_STEP = 1 << 20
"""Room between neighbours for about twenty hand moves to the same place before renumbering."""
BEHIND_ON_SECOND_MISS = 2
"""Who does not come a second time goes behind this many people."""


def waiting(session: Session) -> tuple[Request, ...]:
    """The waiting requests, first in line first."""
    return tuple(session.requests[request] for _, request in session.queue)


def place(session: Session, request: RequestId) -> int | None:
    """The place of a waiting request, from 1; ``None`` if it does not wait."""
    for index, (_, waiting_id) in enumerate(session.queue, start=1):
        if waiting_id == request:
            return index
    return None


def next_request(session: Session) -> Request | None:
    """Who is called next: the first who has not just passed or missed a call.

    "Not now" keeps the place, so the first in line may have to be stepped over once; when all
    who wait have just passed, the first is offered again.
    """
    line = waiting(session)
    for request in line:
        if request.rested_seq <= session.last_call_seq:
            return request
    return line[0] if line else None


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
