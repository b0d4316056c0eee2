"""Rules of a place in the line: keeping it, resting on it, giving it away, being read aloud."""

from collections.abc import Sequence

from msgspec.structs import replace

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import clock_state, running_ms
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.ids import RequestId, RunMillis
from fishbowl.domain.session.model import Part, Request
from fishbowl.domain.session.rules.queue.order_play import is_reply
from fishbowl.domain.session.rules.queue.orders import stepped_over
from fishbowl.domain.session.rules.queue.request_topics import newer_topic
from fishbowl.domain.session.rules.queue.requests import place
from fishbowl.domain.session.state import Session

MINUTE_MS = 60_000


@decides
def keep_request(session: Session, command: c.KeepRequest, given: Given) -> Sequence[e.Event]:
    """Ask on, about what is talked about now."""
    request = waiting_request(session, command.request)
    topic = newer_topic(session, request)
    if topic is None and not request.passes_in_row:
        raise AlreadyTrue()
    return [e.RequestKept(request=request.id, topic=topic)]


@decides
def snooze_request(session: Session, command: c.SnoozeRequest, given: Given) -> Sequence[e.Event]:
    """Rest for some minutes of the session clock; with 0, be there again."""
    request = waiting_request(session, command.request)
    if command.minutes == 0:
        if request.snoozed_until_run_ms is None:
            raise AlreadyTrue()
        return [e.RequestWoken(request=request.id)]
    if clock_state(session.clock) not in ("running", "paused"):
        raise Rejected("not_running")
    until = running_ms(session.clock, given.now_ms) + command.minutes * MINUTE_MS
    if until == request.snoozed_until_run_ms:
        raise AlreadyTrue()
    return [e.RequestSnoozed(request=request.id, until_run_ms=RunMillis(until))]


@decides
def wake_request(session: Session, command: c.WakeRequest, given: Given) -> Sequence[e.Event]:
    """End the rest of a request when its minutes are over."""
    request = waiting_request(session, command.request)
    until = request.snoozed_until_run_ms
    if until is None or running_ms(session.clock, given.now_ms) < until:
        raise Rejected("request_over")
    return [e.RequestWoken(request=request.id)]


@decides
def give_place(session: Session, command: c.GivePlace, given: Given) -> Sequence[e.Event]:
    """Let somebody behind go before oneself.

    Places are exchanged, except where that would take the other one further back: a reply that has
    gone ahead of somebody who came earlier gives up that right, and has nothing else to give.
    """
    giver = waiting_request(session, command.request)
    taker = waiting_request(session, _meant(session, command.to))
    if not _is_before(session, giver, taker):
        raise Rejected("not_behind", person=taker.person)
    pair = ((giver, taker), (taker, giver))
    alike = {
        Part("request", one.id): replace(one, as_point=waits_as_point(session, one, other))
        for one, other in pair
    }
    exchanged = _is_before(session.with_parts(alike), giver, taker)
    return [e.PlaceGiven(request=giver.id, to=taker.id, exchanged=exchanged)]


def waits_as_point(session: Session, request: Request, other: Request) -> bool:
    """Whether a request that exchanges places with another one goes on as a new point.

    It replies first only if both would.
    """
    return request.as_point or not is_reply(session, other)


def _meant(session: Session, to: RequestId) -> RequestId:
    """Whose request it is: phones know that of a hidden name by the guest's number, below zero."""
    if to > 0:
        return to
    guests = (r for r in session.open_request.values() if _guest_no(session, r) == -to)
    return next(guests, to)


def _guest_no(session: Session, request: RequestId) -> int:
    person = session.people[session.requests[request].person]
    return person.no if person.hidden else 0


def _is_before(session: Session, one: Request, other: Request) -> bool:
    return (place(session, one.id) or 0) < (place(session, other.id) or 0)


@decides
def read_aloud(session: Session, command: c.ReadAloud, given: Given) -> Sequence[e.Event]:
    """Fulfil a request whose words were read to the room. A second press finds it done."""
    if clock_state(session.clock) not in ("running", "paused"):
        raise Rejected("not_running")
    found = session.requests.get(command.request)
    if found is not None and found.state == "read":
        raise AlreadyTrue()
    request = waiting_request(session, command.request)
    if request.kind != "read_aloud":
        raise Rejected("not_for_reading", person=request.person)
    return [e.RequestRead(request=request.id, passed_over=stepped_over(session, request.id))]


def waiting_request(session: Session, request: RequestId) -> Request:
    """Find a request that waits.

    :raises Rejected: ``request_over``.
    """
    found = session.requests.get(request)
    if found is None or found.state != "waiting":
        raise Rejected("request_over", state=found.state if found else None)
    return found
