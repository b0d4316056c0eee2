"""What the rules come to at the moment of an event, written into the event.

A log outlives the rules it was decided by. Folding it calls none of them: what depends on a rule
is worked out here, once, on the session right before each event.
"""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import replace

from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.queue.places import waits_as_point
from fishbowl.domain.session.evolve import evolve
from fishbowl.domain.session.evolve.run import planned_anew
from fishbowl.domain.session.ids import PersonId, RequestId, RunMillis
from fishbowl.domain.session.rules.chairs.making_room import MINUTE_MS
from fishbowl.domain.session.rules.lifecycle.deadlines import CALL_HOLD_MS, WALK_MS
from fishbowl.domain.session.rules.queue.order_play import is_reply
from fishbowl.domain.session.rules.queue.orders import from_here
from fishbowl.domain.session.rules.run import pair_steps, phase_end_run_ms
from fishbowl.domain.session.rules.votes import ballot_of, last_thumbs
from fishbowl.domain.session.state import Session


def with_results(before: Session, events: Sequence[e.Event], given: Given) -> tuple[e.Event, ...]:
    """Write the results of rules into what a command causes.

    :param before: the session before the first of the events.
    :return: the events, complete.
    """
    session, folded = before, 0
    complete: list[e.Event] = []
    for event in events:
        results = RESULTS.get(type(event))
        if results is not None:
            session = after(session, complete[folded:], given)
            folded = len(complete)
            event = replace(event, **results(session, event, _at_ms(session, given)))
        complete.append(event)
    return tuple(complete)


def after(session: Session, events: Sequence[e.Event], given: Given) -> Session:
    """The session as it will be once these events are in the log."""
    for event in events:
        entry = e.Entry(
            seq=Seq(session.seq + 1),
            command_id="",
            part=0,
            at_ms=_at_ms(session, given),
            actor=given.person or PersonId(0),
            role=given.role,
            event=event,
        )
        session = evolve(session, entry)
    return session


def _at_ms(session: Session, given: Given) -> Millis:
    return max(given.now_ms, session.at_ms)


def _called(session: Session, event: e.CallMade, at_ms: Millis) -> dict[str, Any]:
    until_run_ms = RunMillis(running_ms(session.clock, at_ms) + CALL_HOLD_MS)
    return {
        "as_reply": is_reply(session, session.requests[event.request]),
        "until_run_ms": until_run_ms,
    }


def _accepted(session: Session, event: e.CallAccepted, at_ms: Millis) -> dict[str, Any]:
    return {"until_run_ms": RunMillis(running_ms(session.clock, at_ms) + WALK_MS)}


def _read(session: Session, event: e.RequestRead, at_ms: Millis) -> dict[str, Any]:
    return {"as_reply": is_reply(session, session.requests[event.request])}


def _seated(session: Session, event: e.ChairTaken, at_ms: Millis) -> dict[str, Any]:
    """Whether the turn is a reply; a call has decided it where there was one."""
    if event.request is None:
        return {"as_reply": False}
    request = session.requests[event.request]
    return {"as_reply": request.as_reply if request.served_seq else is_reply(session, request)}


def _lead(session: Session, event: e.QueueMoved | e.CallEnded, at_ms: Millis) -> dict[str, Any]:
    return {"lead": None if event.before is None else from_here(session, event.before)}


def _points(session: Session, event: e.PlaceGiven, at_ms: Millis) -> dict[str, Any]:
    giver, taker = session.requests[event.request], session.requests[event.to]
    pairs = ((giver, taker), (taker, giver))
    points: list[RequestId] = [a.id for a, b in pairs if waits_as_point(session, a, b)]
    return {"points": tuple(points)}


def _minute(session: Session, event: e.MinuteAsked, at_ms: Millis) -> dict[str, Any]:
    return {"until_run_ms": RunMillis(running_ms(session.clock, at_ms) + MINUTE_MS)}


def _replanned(
    session: Session, event: e.PhaseReplanned | e.RunEdited, at_ms: Millis
) -> dict[str, Any]:
    """A swap that has been called is not called back; who has more time is not due any more."""
    now = running_ms(session.clock, at_ms)
    swap = next((s.from_run_ms for s in pair_steps(session.run) if s.step == "second"), None)
    is_swapped = swap is not None and now >= swap
    end = phase_end_run_ms(planned_anew(session.run, event))
    return {
        "swap_run_ms": swap if is_swapped else session.run.swap_run_ms,
        "due": session.timing.due and (end is None or end <= now),
    }


def _settles(session: Session, event: e.TopicTimed, at_ms: Millis) -> dict[str, Any]:
    """What the room was asked about a topic is settled once that has got its time."""
    thumbs = last_thumbs(session)
    is_open = thumbs is not None and thumbs.topic == event.topic and not thumbs.settled
    return {"settles": thumbs.id if thumbs is not None and is_open else None}


def _ballot(session: Session, event: e.DotsCast, at_ms: Millis) -> dict[str, Any]:
    ballot = ballot_of(session, session.votes[event.vote], event.person).set(
        event.topic, event.dots
    )
    return {"ballot": tuple(sorted((topic, dots) for topic, dots in ballot.items() if dots))}


RESULTS: dict[type[e.Event], Callable[[Session, Any, Millis], dict[str, Any]]] = {
    e.CallMade: _called,
    e.CallAccepted: _accepted,
    e.RequestRead: _read,
    e.ChairTaken: _seated,
    e.QueueMoved: _lead,
    e.CallEnded: _lead,
    e.PlaceGiven: _points,
    e.MinuteAsked: _minute,
    e.PhaseReplanned: _replanned,
    e.RunEdited: _replanned,
    e.TopicTimed: _settles,
    e.DotsCast: _ballot,
}
"""By event: the fields that a rule decides, worked out on the session right before it."""
