"""What happens to the place of somebody who waits."""

import msgspec

from fishbowl.domain.session import events as e
from fishbowl.domain.session.events import Entry, result
from fishbowl.domain.session.evolve.queue.served import now_served
from fishbowl.domain.session.evolve.registry import folds
from fishbowl.domain.session.ids import RequestId
from fishbowl.domain.session.model import Part, Request
from fishbowl.domain.session.state import Changes, Session

replace = msgspec.structs.replace


@folds
def request_kept(session: Session, event: e.RequestKept, entry: Entry) -> Changes:
    """Let a request stand as it is, under the topic of now."""
    request = session.requests[event.request]
    topic = request.topic if event.topic is None else event.topic
    return _one(replace(request, topic=topic, passes_in_row=0))


@folds
def request_snoozed(session: Session, event: e.RequestSnoozed, entry: Entry) -> Changes:
    """Step over a request until then."""
    request = session.requests[event.request]
    return _one(replace(request, snoozed_until_run_ms=event.until_run_ms, passes_in_row=0))


@folds
def request_woken(session: Session, event: e.RequestWoken, entry: Entry) -> Changes:
    """Step over a request no longer."""
    return _one(replace(session.requests[event.request], snoozed_until_run_ms=None))


@folds
def place_given(session: Session, event: e.PlaceGiven, entry: Entry) -> Changes:
    """Let two requests exchange what makes their places; a reply stays with whoever makes it."""
    points = result(event.points)
    giver, taker = (
        replace(session.requests[one], as_point=one in points) for one in (event.request, event.to)
    )
    up, down = taker, giver
    if event.exchanged:
        up, down = _in_place_of(taker, giver), _in_place_of(giver, taker)
    return {
        **_one(replace(up, given_by=giver.person, gave_to=None)),
        **_one(replace(down, gave_to=taker.person, given_by=None)),
    }


@folds
def request_read(session: Session, event: e.RequestRead, entry: Entry) -> Changes:
    """Fulfil a request without a chair."""
    served = now_served(session.requests[event.request], event, entry)
    return _one(replace(served, state="read", ended_at_ms=entry.at_ms))


def _in_place_of(request: Request, other: Request) -> Request:
    stands: RequestId | None = other.id if other.stands is None else other.stands
    return replace(
        request,
        rank=other.rank,
        stands=None if stands == request.id else stands,
        lead=other.lead,
        placed_seq=other.placed_seq,
    )


def _one(request: Request) -> Changes:
    return {Part("request", request.id): request}
