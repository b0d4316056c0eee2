"""Rules of the call: one request is invited to one chair."""

from collections.abc import Sequence
from itertools import count

import msgspec

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import clock_state, running_ms
from fishbowl.domain.session.decide.chairs.seating import not_closing
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.queue.requests import open_request
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.ids import CallId, RequestId
from fishbowl.domain.session.model import Request
from fishbowl.domain.session.model.request_states import IN_THE_AIR
from fishbowl.domain.session.rules.chairs.free_chairs import calls_in_the_air
from fishbowl.domain.session.rules.lifecycle.deadlines import call_deadline_run_ms
from fishbowl.domain.session.rules.queue.orders import stepped_over
from fishbowl.domain.session.rules.queue.requests import (
    BEHIND_ON_SECOND_MISS,
    RANK_STEP,
    last_rank,
    rank_behind,
    waiting,
)
from fishbowl.domain.session.state import Session


@decides
def call_person(session: Session, command: c.CallPerson, given: Given) -> Sequence[e.Event]:
    """Call a waiting person to a free chair. Two people who press at once call one person."""
    if clock_state(session.clock) not in ("running", "paused"):
        raise Rejected("not_running")
    request = session.requests.get(command.request)
    if request is not None and request.state in IN_THE_AIR:
        raise AlreadyTrue("already_called", person=request.person, chair=request.chair)
    request = open_request(session, command.request)
    chair = session.chairs.get(command.chair)
    if chair is None:
        raise Rejected("chair_unknown", chair=command.chair)
    if chair.turn is not None:
        sitting = session.turns[chair.turn].person
        raise Rejected("chair_taken", chair=chair.no, person=sitting)
    if chair.held_for is not None:
        held_for = session.requests[chair.held_for].person
        raise Rejected("chair_held", chair=chair.no, person=held_for)
    if chair.kind != "speaker":
        raise Rejected("chair_kept", chair=chair.no)
    not_closing(session, chair.no)
    passed_over = stepped_over(session, request.id)
    return [e.CallMade(request=request.id, chair=chair.no, passed_over=passed_over)]


@decides
def accept_call(session: Session, command: c.AcceptCall, given: Given) -> Sequence[e.Event]:
    """Set out for the chair."""
    request = called(session, command.call)
    if request.state == "walking":
        raise AlreadyTrue()
    return [e.CallAccepted(call=command.call, request=request.id)]


@decides
def pass_call(session: Session, command: c.PassCall, given: Given) -> Sequence[e.Event]:
    """Say "not now": the place in the queue is kept."""
    request = called(session, command.call)
    return [_ended(request, command.call, "passed")]


@decides
def withdraw_call(session: Session, command: c.WithdrawCall, given: Given) -> Sequence[e.Event]:
    """Take a call back; nobody loses anything by it."""
    request = called(session, command.call)
    return [_ended(request, command.call, "withdrawn")]


@decides
def confirm_seated(session: Session, command: c.ConfirmSeated, given: Given) -> Sequence[e.Event]:
    """Begin the turn of a called person."""
    request = called(session, command.call)
    return [_seated(request)]


@decides
def expire_call(session: Session, command: c.ExpireCall, given: Given) -> Sequence[e.Event]:
    """Pass over who does not come: first in line again once, behind the next two after that."""
    request = called(session, command.call)
    if request.state != "called" or not _is_over(session, request, given):
        raise Rejected("call_over")
    ended = _ended(request, command.call, "missed")
    if request.misses == 0:
        return [ended]
    before = _behind_two(session, request)
    rank = rank_behind(session, request, BEHIND_ON_SECOND_MISS)
    if rank is not None:
        return [_ranked(ended, rank, before)]
    # Hand moves have used up the ranks: everybody behind her gets a new one.
    ranks = count(last_rank(session), RANK_STEP)
    others = [r for _, r in session.queue if r != request.id][BEHIND_ON_SECOND_MISS:]
    return [
        _ranked(ended, next(ranks), before),
        *(e.QueueMoved(request=other, rank=next(ranks)) for other in others),
    ]


@decides
def settle_call(session: Session, command: c.SettleCall, given: Given) -> Sequence[e.Event]:
    """Count a person as seated some time after "I am walking up"."""
    request = called(session, command.call)
    if request.state != "walking" or not _is_over(session, request, given):
        raise Rejected("call_over")
    return [_seated(request)]


def called(session: Session, call: CallId) -> Request:
    """Find the request whose call is in the air.

    :raises AlreadyTrue: the person called sits there by now.
    :raises Rejected: ``call_over``.
    """
    for request in calls_in_the_air(session):
        if request.call == call:
            return request
    for turn in session.current_turn.values():
        request_id = session.turns[turn].request
        if request_id is not None and session.requests[request_id].call == call:
            seated = session.turns[turn]
            raise AlreadyTrue("already_seated_there", person=seated.person, chair=seated.chair)
    raise Rejected("call_over")


def _is_over(session: Session, request: Request, given: Given) -> bool:
    deadline = call_deadline_run_ms(session, request)
    return deadline is not None and running_ms(session.clock, given.now_ms) >= deadline


def _ended(request: Request, call: CallId, why: str) -> e.CallEnded:
    return e.CallEnded(call=call, request=request.id, why=why, rank=request.rank)  # type: ignore[arg-type]


def _behind_two(session: Session, request: Request) -> RequestId | None:
    """Who is third without her: an order must not take her past the two before them again."""
    others = [other.id for other in waiting(session) if other.id != request.id]
    first = others[: BEHIND_ON_SECOND_MISS + 1]
    return first[BEHIND_ON_SECOND_MISS] if len(first) > BEHIND_ON_SECOND_MISS else None


def _ranked(ended: e.CallEnded, rank: int, before: RequestId | None) -> e.CallEnded:
    return msgspec.structs.replace(ended, rank=rank, before=before)


def _seated(request: Request) -> e.ChairTaken:
    if request.chair is None:
        raise ValueError(f"request {request.id} is called to no chair")
    return e.ChairTaken(chair=request.chair, person=request.person, request=request.id)
