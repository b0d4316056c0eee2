"""What happens to requests and calls."""

from typing import Any

import msgspec

from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.events import Entry, result
from fishbowl.domain.session.evolve.chairs import unless_closed
from fishbowl.domain.session.evolve.queue.served import not_served, now_served
from fishbowl.domain.session.evolve.registry import folds
from fishbowl.domain.session.ids import CallId, RequestId
from fishbowl.domain.session.model import Part, Request
from fishbowl.domain.session.state import Changes, Session

replace = msgspec.structs.replace


@folds
def queue_joined(session: Session, event: e.QueueJoined, entry: Entry) -> Changes:
    """Put a request into the queue."""
    request = Request(
        id=RequestId(entry.seq),
        person=event.person,
        kind=event.kind,
        words=event.words,
        topic=event.topic,
        lot=event.lot,
        asked_at_ms=entry.at_ms,
        rank=event.rank,
    )
    return {Part("request", entry.seq): request}


def _changed(session: Session, request: RequestId, **fields: object) -> Request:
    return replace(session.requests[request], **fields)


@folds
def request_changed(session: Session, event: e.RequestChanged, entry: Entry) -> Changes:
    """Bring something else, in the same place."""
    topic = session.requests[event.request].topic if event.topic is None else event.topic
    changed = _changed(session, event.request, kind=event.kind, words=event.words, topic=topic)
    return {Part("request", event.request): changed}


@folds
def queue_left(session: Session, event: e.QueueLeft, entry: Entry) -> Changes:
    """End a request, and let go of the chair that was held for it."""
    request = session.requests[event.request]
    ended = replace(request, state=event.why, ended_at_ms=entry.at_ms, call=None, chair=None)
    return {Part("request", request.id): ended, **_released(session, request)}


@folds
def queue_emptied(session: Session, event: e.QueueEmptied, entry: Entry) -> Changes:
    """End what people waited with until the end of the session."""
    changes: dict[Part, Any] = {}
    for id in event.requests:
        request = session.requests[id]
        ended = replace(request, state="unreached", ended_at_ms=entry.at_ms, call=None, chair=None)
        changes |= {Part("request", id): ended, **_released(session, request)}
    return changes


@folds
def queue_moved(session: Session, event: e.QueueMoved, entry: Entry) -> Changes:
    """Give a request another rank."""
    moved = _changed(session, event.request, rank=event.rank)
    if event.before is not None:
        moved = replace(moved, lead=result(event.lead), placed_seq=entry.seq)
    return {Part("request", event.request): moved}


@folds
def call_made(session: Session, event: e.CallMade, entry: Entry) -> Changes:
    """Hold the chair for the request."""
    called = replace(
        now_served(session.requests[event.request], event, entry),
        state="called",
        call=CallId(entry.seq),
        chair=event.chair,
        called_run_ms=running_ms(session.clock, entry.at_ms),
        accepted_run_ms=None,
        until_run_ms=result(event.until_run_ms),
    )
    chair = replace(session.chairs[event.chair], held_for=event.request)
    return {Part("request", event.request): called, Part("chair", event.chair): chair}


@folds
def call_accepted(session: Session, event: e.CallAccepted, entry: Entry) -> Changes:
    """The person is on the way."""
    walking = _changed(
        session,
        event.request,
        state="walking",
        accepted_run_ms=running_ms(session.clock, entry.at_ms),
        until_run_ms=result(event.until_run_ms),
    )
    return {Part("request", event.request): walking}


@folds
def call_ended(session: Session, event: e.CallEnded, entry: Entry) -> Changes:
    """Let the request wait again and the chair go."""
    request = session.requests[event.request]
    waiting = replace(
        not_served(request, counts=event.why != "withdrawn"),
        state="waiting",
        call=None,
        chair=None,
        called_run_ms=None,
        accepted_run_ms=None,
        until_run_ms=None,
        rank=event.rank,
        rested_seq=entry.seq,
        last_end=event.why,
        passes=request.passes + (event.why == "passed"),
        misses=request.misses + (event.why == "missed"),
        passes_in_row=request.passes_in_row + 1 if event.why == "passed" else 0,
        lead=result(event.lead),
        placed_seq=request.placed_seq if event.before is None else entry.seq,
    )
    return {Part("request", request.id): waiting, **_released(session, request)}


def _released(session: Session, request: Request) -> Changes:
    if request.chair is None:
        return {}
    chair = session.chairs[request.chair]
    return {Part("chair", chair.no): unless_closed(replace(chair, held_for=None))}
