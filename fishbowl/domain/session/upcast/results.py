"""What the rules of release 0.1.0 came to at an event: frozen copies."""

from collections.abc import Callable
from typing import Any

from immutables import Map
from msgspec.structs import replace

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.ids import RunMillis
from fishbowl.domain.session.model import Run
from fishbowl.domain.session.state import Session
from fishbowl.domain.session.upcast.queue_order import from_here
from fishbowl.domain.session.upcast.replies import is_reply, root_of

_MINUTE_MS = 60_000
_CALL_HOLD_MS = 45_000
_WALK_MS = 20_000
_THINK_MS = 30_000
_THINK_SHARE = 4
_VOTABLE = ("up", "current")


def _called(session: Session, event: e.CallMade, at_ms: Millis) -> dict[str, Any]:
    until_run_ms = RunMillis(running_ms(session.clock, at_ms) + _CALL_HOLD_MS)
    return {
        "as_reply": is_reply(session, session.requests[event.request]),
        "until_run_ms": until_run_ms,
    }


def _accepted(session: Session, event: e.CallAccepted, at_ms: Millis) -> dict[str, Any]:
    return {"until_run_ms": RunMillis(running_ms(session.clock, at_ms) + _WALK_MS)}


def _read(session: Session, event: e.RequestRead, at_ms: Millis) -> dict[str, Any]:
    return {"as_reply": is_reply(session, session.requests[event.request])}


def _seated(session: Session, event: e.ChairTaken, at_ms: Millis) -> dict[str, Any]:
    if event.request is None:
        return {"as_reply": False}
    request = session.requests[event.request]
    return {"as_reply": request.as_reply if request.served_seq else is_reply(session, request)}


def _lead(session: Session, event: e.QueueMoved | e.CallEnded, at_ms: Millis) -> dict[str, Any]:
    return {"lead": None if event.before is None else from_here(session, event.before)}


def _points(session: Session, event: e.PlaceGiven, at_ms: Millis) -> dict[str, Any]:
    giver, taker = session.requests[event.request], session.requests[event.to]
    pairs = ((giver, taker), (taker, giver))
    points = (a.id for a, b in pairs if a.as_point or not is_reply(session, b))
    return {"points": tuple(points)}


def _minute(session: Session, event: e.MinuteAsked, at_ms: Millis) -> dict[str, Any]:
    return {"until_run_ms": RunMillis(running_ms(session.clock, at_ms) + _MINUTE_MS)}


def _phase_replanned(session: Session, event: e.PhaseReplanned, at_ms: Millis) -> dict[str, Any]:
    phases = list(session.run.phases)
    phases[event.index] = replace(phases[event.index], planned_ms=event.planned_ms)
    return _replanned(session, replace(session.run, phases=tuple(phases)), at_ms)


def _run_edited(session: Session, event: e.RunEdited, at_ms: Millis) -> dict[str, Any]:
    phases = (*session.run.phases[: event.index], *event.phases)
    return _replanned(session, replace(session.run, phases=phases), at_ms)


def _replanned(session: Session, after: Run, at_ms: Millis) -> dict[str, Any]:
    now, swap, end = running_ms(session.clock, at_ms), _swap(session.run), _phase_end(after)
    return {
        "swap_run_ms": swap if swap is not None and now >= swap else session.run.swap_run_ms,
        "due": session.timing.due and (end is None or end <= now),
    }


def _phase_end(run: Run) -> RunMillis | None:
    if run.index < 0:
        return None
    return RunMillis(run.began[-1] + run.phases[run.index].planned_ms)


def _swap(run: Run) -> RunMillis | None:
    """When the pairs of the phase that goes on swap."""
    end = _phase_end(run)
    if end is None or run.phases[run.index].kind != "pair_share":
        return None
    if run.swap_run_ms is not None:
        return run.swap_run_ms
    began = run.began[-1]
    talk = began + min(_THINK_MS, (end - began) // _THINK_SHARE)
    return RunMillis((talk + end) // 2)


def _settles(session: Session, event: e.TopicTimed, at_ms: Millis) -> dict[str, Any]:
    last = session.thumbs[max(session.thumbs)] if session.thumbs else None
    if last is None or last.topic != event.topic or last.settled:
        return {"settles": None}
    return {"settles": last.id}


def _ballot(session: Session, event: e.DotsCast, at_ms: Millis) -> dict[str, Any]:
    dots = session.votes[event.vote].ballots.get(event.person, Map())
    ballot: dict[int, int] = {}
    for id, count in dots.items():
        topic = root_of(session, id)
        if topic is not None and topic.state in _VOTABLE and count:
            ballot[topic.id] = ballot.get(topic.id, 0) + count
    ballot[event.topic] = event.dots
    return {"ballot": tuple(sorted((topic, count) for topic, count in ballot.items() if count))}


OLD_RESULTS: dict[type[e.Event], Callable[[Session, Any, Millis], dict[str, Any]]] = {
    e.CallMade: _called,
    e.CallAccepted: _accepted,
    e.RequestRead: _read,
    e.ChairTaken: _seated,
    e.QueueMoved: _lead,
    e.CallEnded: _lead,
    e.PlaceGiven: _points,
    e.MinuteAsked: _minute,
    e.PhaseReplanned: _phase_replanned,
    e.RunEdited: _run_edited,
    e.TopicTimed: _settles,
    e.DotsCast: _ballot,
}
"""By event: what its entries did not say, worked out on the session right before it."""
