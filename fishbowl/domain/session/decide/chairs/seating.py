"""Rules of the bowl: sitting down, and making room.

The facilitator may overrule every suggestion, never the furniture: one person on one chair, one
chair for one person.
"""

from collections.abc import Sequence

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.people.joining import add_person, known
from fishbowl.domain.session.decide.queue.requests import open_request
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.ids import ChairNo, PersonId, RequestId, TurnId
from fishbowl.domain.session.model import Chair, Request, Turn
from fishbowl.domain.session.rules.queue.orders import stepped_over
from fishbowl.domain.session.state import Session


@decides
def seat_person(session: Session, command: c.SeatPerson, given: Given) -> Sequence[e.Event]:
    """Seat a known person; an open request of theirs is fulfilled by it."""
    person = known(session, command.person)
    turn = session.current_turn.get(person.id)
    if turn is not None:
        if session.turns[turn].chair == command.chair:
            raise AlreadyTrue("already_seated_there", person=person.id, chair=command.chair)
        raise Rejected("already_seated", person=person.id, chair=session.turns[turn].chair)
    request = session.open_request.get(person.id)
    chair = _free(session, command.chair, beside=person.id)
    return [e.ChairTaken(chair=chair.no, person=person.id, request=request)]


@decides
def seat_walk_up(session: Session, command: c.SeatWalkUp, given: Given) -> Sequence[e.Event]:
    """Seat somebody without a phone at once: "woman in red", named later or never."""
    chair = _free(session, command.chair)
    person = PersonId(session.seq + 1)
    return [add_person(session, command.name), e.ChairTaken(chair=chair.no, person=person)]


@decides
def free_chair(session: Session, command: c.FreeChair, given: Given) -> Sequence[e.Event]:
    """End a turn. A second press finds the chair left already."""
    turn = session.turns.get(command.turn)
    if turn is not None and turn.ended_run_ms is not None:
        raise AlreadyTrue()
    turn = current(session, command.turn)
    own = given.role is Role.ATTENDEE
    return [e.ChairLeft(turn=turn.id, chair=turn.chair, why="left" if own else "freed")]


@decides
def move_person(session: Session, command: c.MovePerson, given: Given) -> Sequence[e.Event]:
    """Move to another chair; who sits there comes to this one."""
    turn = current(session, command.turn)
    chair = chair_of(session, command.chair)
    if turn.chair == chair.no:
        raise AlreadyTrue("already_seated_there", person=turn.person, chair=chair.no)
    if chair.held_for is not None:
        held_for = session.requests[chair.held_for].person
        raise Rejected("chair_held", chair=chair.no, person=held_for)
    return [e.ChairsMoved(turn=turn.id, chair=chair.no, from_chair=turn.chair, other=chair.turn)]


@decides
def take_over(session: Session, command: c.TakeOver, given: Given) -> Sequence[e.Event]:
    """Swap two people: one leaves, the next sits down on the same chair."""
    if clock_state(session.clock) == "lobby":
        raise Rejected("not_running")
    newcomer = session.current_turn.get(_person(session, command.request))
    if newcomer is not None and session.turns[newcomer].request == command.request:
        seated = session.turns[newcomer]
        raise AlreadyTrue("already_seated_there", person=seated.person, chair=seated.chair)
    turn = current(session, command.turn)
    request = open_request(session, command.request)
    return taken_over(session, turn, request)


def taken_over(session: Session, turn: Turn, request: Request) -> Sequence[e.Event]:
    """Make the two events by which one person leaves a chair and another sits down on it."""
    not_closing(session, turn.chair)
    return [
        e.ChairLeft(turn=turn.id, chair=turn.chair, why="made_room"),
        e.ChairTaken(
            chair=turn.chair,
            person=request.person,
            request=request.id,
            passed_over=stepped_over(session, request.id) if request.state == "waiting" else (),
        ),
    ]


@decides
def ask_to_make_room(session: Session, command: c.AskToMakeRoom, given: Given) -> Sequence[e.Event]:
    """Ask, once a turn; asking is not yet leaving."""
    turn = current(session, command.turn)
    if turn.asked_at_ms is not None:
        raise AlreadyTrue("already_so", person=turn.person)
    return [e.RoomAsked(turn=turn.id)]


@decides
def offer_room(session: Session, command: c.OfferRoom, given: Given) -> Sequence[e.Event]:
    """Offer one's chair, or take the offer back."""
    turn = current(session, command.turn)
    if (turn.offered_at_ms is not None) == command.on:
        raise AlreadyTrue()
    made = e.RoomOffered if command.on else e.RoomOfferWithdrawn
    return [made(turn=turn.id)]


@decides
def nudge_person(session: Session, command: c.NudgePerson, given: Given) -> Sequence[e.Event]:
    """Remind of the time, as often as the facilitator finds right."""
    turn = current(session, command.turn)
    return [e.PersonNudged(turn=turn.id)]


def current(session: Session, turn: TurnId) -> Turn:
    """Find a turn that goes on.

    :raises Rejected: ``turn_over``.
    """
    found = session.turns.get(turn)
    if found is None or found.ended_run_ms is not None:
        raise Rejected("turn_over")
    return found


def _person(session: Session, request: RequestId) -> PersonId:
    found = session.requests.get(request)
    return PersonId(0) if found is None else found.person


def not_closing(session: Session, chair: ChairNo) -> None:
    """Let nobody new onto a chair that goes away.

    :raises Rejected: ``chair_closing``.
    """
    if session.chairs[chair].closing:
        raise Rejected("chair_closing", chair=chair)


def chair_of(session: Session, chair: ChairNo) -> Chair:
    """Find a chair.

    :raises Rejected: ``chair_unknown``.
    """
    found = session.chairs.get(chair)
    if found is None:
        raise Rejected("chair_unknown", chair=chair)
    return found


def _free(session: Session, no: ChairNo, beside: PersonId | None = None) -> Chair:
    """Find a chair that is free, or held for ``beside``."""
    chair = chair_of(session, no)
    if chair.turn is not None:
        raise Rejected("chair_taken", chair=no, person=session.turns[chair.turn].person)
    if chair.held_for is not None and session.requests[chair.held_for].person != beside:
        held_for = session.requests[chair.held_for].person
        raise Rejected("chair_held", chair=no, person=held_for)
    return chair
