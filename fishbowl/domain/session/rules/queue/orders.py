"""The line: who is called next and why, in every queue order.

Source: "Queue orders" in the rules of the house. The waiting requests by rank are the order of
arrival; :mod:`.order_play` makes every other order of it. The facilitator's hand, and whose call
has just come to nothing, are put on top of that here; neither counts as overtaking.
"""

from collections.abc import Sequence

import msgspec

from fishbowl.domain.kernel.memoize import memoized
from fishbowl.domain.session.commands import QueueOrder
from fishbowl.domain.session.ids import RequestId
from fishbowl.domain.session.model import Request
from fishbowl.domain.session.rules.queue.order_play import (
    Candidate,
    Reason,
    candidates_of,
    is_reply,
    play,
    standing,
)
from fishbowl.domain.session.state import Session

STEPPED_OVER: tuple[Reason, ...] = ("resting", "snoozed", "absent", "absent_again", "recalled")
PLACED: tuple[Reason, ...] = ("hand", "missed")


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """One place in the line.

    ``ahead`` people who came later go first by the order, ``replies`` because they reply or ask.
    ``overtaken`` counts how often the order has stepped over this request so far.
    """

    request: Request
    reason: Reason
    ahead: int = 0
    replies: int = 0
    overtaken: int = 0


@memoized
def line(session: Session) -> tuple[Place, ...]:
    """Everybody who waits, first in line first, each with the reason.

    Who is stepped over stands where the place is kept, between the others.
    """
    everybody = [session.requests[request] for _, request in session.queue]
    aside = {request.id for request in everybody if steps_aside(session, request) is not None}
    kept = _lined(session, everybody)
    if not aside:
        return tuple(kept)
    others = iter(_lined(session, [request for request in everybody if request.id not in aside]))
    return tuple(
        _aside(session, place) if place.request.id in aside else next(others) for place in kept
    )


def next_place(session: Session, *, seat: bool = False) -> Place | None:
    """The place whose turn is next; with ``seat``, leaving out what needs no chair.

    When all who wait have just passed or missed a call, the first is offered again; who asked
    for some minutes is left alone.
    """
    places = line(session)
    if seat:
        places = tuple(place for place in places if place.request.kind != "read_aloud")
    ready = (place for place in places if place.reason not in STEPPED_OVER)
    again = (place for place in places if place.reason != "snoozed")
    return next(ready, None) or next(again, None)


def stepped_over(
    session: Session, request: RequestId, *, by_itself: bool = False
) -> tuple[RequestId, ...]:
    """Whom the order steps over if this request is called now: they had arrived earlier.

    Nobody, if somebody else would be next: then it is the facilitator who chooses. Who stands where
    a hand has put them neither overtakes nor is overtaken, and who rests is not.

    :param by_itself: no hand makes the call. It goes past those who wait before it to be read
        aloud, and nobody has chosen that: they are stepped over as well.
    """
    first = next_place(session, seat=session.requests[request].kind != "read_aloud")
    if first is None or first.request.id != request or first.reason in PLACED:
        return ()
    places = line(session)
    own = [place.request.id for place in places].index(request)
    return tuple(
        standing(session, place.request).id
        for no, place in enumerate(places)
        if (no > own or (by_itself and place.request.kind == "read_aloud"))
        and place.request.rank < first.request.rank
        and place.reason not in (*STEPPED_OVER, *PLACED)
    )


def overdue_reading(session: Session) -> Request | None:
    """Whose words have to be read before anybody else is called by itself.

    They were stepped over as often as patience allows, so they go first: nobody sits down before.
    """
    first = next_place(session)
    if first is None or first.request.kind != "read_aloud" or first.reason != "patience":
        return None
    return first.request


def from_here(session: Session, request: RequestId) -> tuple[RequestId, ...]:
    """A waiting request and everybody behind it; nobody if it does not wait."""
    ids = [place.request.id for place in line(session)]
    return tuple(ids[ids.index(request) :]) if request in ids else ()


def steps_aside(session: Session, request: Request) -> Reason | None:
    """Why a waiting request is stepped over just now; ``None`` if it is not."""
    if request.snoozed_until_run_ms is not None:
        return "snoozed"
    if request.rested_seq <= session.last_call_seq:
        return None
    if request.last_end == "missed":
        return "absent_again" if _placed_by_misses(request) else "absent"
    return "recalled" if request.last_end == "withdrawn" else "resting"


def _placed_by_misses(request: Request) -> bool:
    """Whether the call that came to nothing has put it behind others, and no hand since."""
    return request.last_end == "missed" and request.placed_seq == request.rested_seq


def _aside(session: Session, place: Place) -> Place:
    reason = steps_aside(session, place.request) or place.reason
    return Place(request=place.request, reason=reason, overtaken=place.overtaken)


def _lined(session: Session, requests: Sequence[Request]) -> list[Place]:
    places = _by_arrival(session, requests)
    if places is None:
        called = play(session, candidates_of(session, requests))
        places = [_place(session, candidate) for candidate in called]
    return _placed_by_hand(places)


def _by_arrival(session: Session, requests: Sequence[Request]) -> list[Place] | None:
    """The places where people are called as they came, which needs no playing; else ``None``."""
    if session.rules.order != "arrival":
        return None
    counts, patience, places = session.overtakes, session.rules.patience, []
    for request in requests:
        overtaken = counts.get(standing(session, request).id, 0)
        if overtaken >= patience or is_reply(session, request):
            return None
        places.append(Place(request=request, reason="arrival", overtaken=overtaken))
    return places


def _place(session: Session, candidate: Candidate) -> Place:
    reason: Reason = "arrival"
    if candidate.overtaken >= session.rules.patience:
        reason = "patience"
    elif candidate.ahead or candidate.replies:
        reason = "behind"
    elif candidate.passes:
        reason = candidate.why
    return Place(
        request=candidate.request,
        reason=reason,
        ahead=candidate.ahead,
        replies=candidate.replies,
        overtaken=candidate.overtaken,
    )


def _placed_by_hand(places: list[Place]) -> list[Place]:
    """Put requests where the facilitator wants them, while whom they go before still waits."""
    led = [place for place in places if place.request.lead is not None]
    for place in sorted(led, key=lambda place: place.request.placed_seq):
        others = [other for other in places if other is not place]
        index = _hand_index(others, place.request)
        if index is not None:
            reason: Reason = "missed" if _placed_by_misses(place.request) else "hand"
            others.insert(index, Place(request=place.request, reason=reason))
            places = others
    return places


def _hand_index(others: Sequence[Place], request: Request) -> int | None:
    if not request.lead:
        then = [i for i, other in enumerate(others) if other.request.id < request.placed_seq]
        return then[-1] + 1 if then else 0
    still = {
        other.request.id: index
        for index, other in enumerate(others)
        if max(other.request.placed_seq, other.request.rested_seq) < request.placed_seq
    }
    return next((still[other] for other in request.lead if other in still), None)


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """A place that would change; ``before`` is the place now, from 1, ``after`` the one then."""

    place: Place
    before: int
    after: int


def preview(session: Session, order: QueueOrder) -> tuple[Move, ...]:
    """List who would stand elsewhere, in the order in which they would stand."""
    now = {place.request.id: no for no, place in enumerate(line(session), start=1)}
    rules = msgspec.structs.replace(session.rules, order=order)
    then = line(msgspec.structs.replace(session, rules=rules))
    return tuple(
        Move(place=place, before=now[place.request.id], after=no)
        for no, place in enumerate(then, start=1)
        if now[place.request.id] != no
    )
