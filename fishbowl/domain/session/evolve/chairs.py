"""What happens in the bowl: turns and chairs."""

from typing import Any

import msgspec

from fishbowl.domain.kernel.ids import ChairNo, RunMillis, TurnId
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.events import Entry, result
from fishbowl.domain.session.evolve.floor import spoke
from fishbowl.domain.session.evolve.queue.served import now_served
from fishbowl.domain.session.evolve.registry import folds
from fishbowl.domain.session.model import Bowl, Chair, Floor, Part, Sitting, Turn
from fishbowl.domain.session.state import Changes, Session

replace = msgspec.structs.replace

BOWL, FLOOR = Part("bowl"), Part("floor")


@folds
def chair_taken(session: Session, event: e.ChairTaken, entry: Entry) -> Changes:
    """Begin a turn; the request it fulfils is done."""
    now = running_ms(session.clock, entry.at_ms)
    turn = Turn(
        id=TurnId(entry.seq),
        person=event.person,
        request=event.request,
        began_at_ms=entry.at_ms,
        began_run_ms=now,
        sittings=(Sitting(chair=event.chair, from_run_ms=now),),
    )
    chair = replace(session.chairs[event.chair], turn=turn.id, held_for=None)
    changes: dict[Part, Any] = {Part("turn", turn.id): turn, Part("chair", chair.no): chair}
    if event.request is not None:
        request = session.requests[event.request]
        served = now_served(request, event, entry) if not request.served_seq else request
        changes[Part("request", request.id)] = replace(
            served, state="seated", chair=event.chair, ended_at_ms=entry.at_ms
        )
        if request.chair is not None and request.chair != event.chair:
            held = session.chairs[request.chair]
            changes[Part("chair", held.no)] = unless_closed(replace(held, held_for=None))
    return changes


@folds
def chair_left(session: Session, event: e.ChairLeft, entry: Entry) -> Changes:
    """End a turn, and its hold on the floor."""
    now = running_ms(session.clock, entry.at_ms)
    turn = session.turns[event.turn]
    changes: dict[Part, Any] = {}
    if session.floor.turn == turn.id:
        turn = spoke(session, turn, now)
        changes[FLOOR] = Floor(turn=None, since_run_ms=now)
    changes[Part("turn", turn.id)] = replace(turn, ended_at_ms=entry.at_ms, ended_run_ms=now)
    left = replace(session.chairs[event.chair], turn=None)
    changes[Part("chair", event.chair)] = unless_closed(left)
    return changes


@folds
def chairs_moved(session: Session, event: e.ChairsMoved, entry: Entry) -> Changes:
    """Let a turn go on elsewhere; with ``other`` two people exchange chairs."""
    now = running_ms(session.clock, entry.at_ms)
    changes: dict[Part, Any] = {
        Part("turn", event.turn): _sits(session, event.turn, event.chair, now),
        Part("chair", event.chair): replace(session.chairs[event.chair], turn=event.turn),
        Part("chair", event.from_chair): unless_closed(
            replace(session.chairs[event.from_chair], turn=event.other)
        ),
    }
    if event.other is not None:
        other = _sits(session, event.other, event.from_chair, now)
        changes[Part("turn", event.other)] = other
    return changes


@folds
def room_asked(session: Session, event: e.RoomAsked, entry: Entry) -> Changes:
    """Note when the person was asked to make room."""
    return _turn(session, event.turn, asked_at_ms=entry.at_ms)


@folds
def room_offered(session: Session, event: e.RoomOffered, entry: Entry) -> Changes:
    """Note when the person offered to make room."""
    return _turn(session, event.turn, offered_at_ms=entry.at_ms)


@folds
def room_offer_withdrawn(session: Session, event: e.RoomOfferWithdrawn, entry: Entry) -> Changes:
    """Forget the offer to make room."""
    return _turn(session, event.turn, offered_at_ms=None)


@folds
def person_nudged(session: Session, event: e.PersonNudged, entry: Entry) -> Changes:
    """Note when the person was reminded."""
    return _turn(session, event.turn, nudged_at_ms=entry.at_ms)


def _turn(session: Session, turn: TurnId, **fields: object) -> Changes:
    return {Part("turn", turn): replace(session.turns[turn], **fields)}


def _sits(session: Session, turn: TurnId, chair: ChairNo, now: RunMillis) -> Turn:
    sitting = Sitting(chair=chair, from_run_ms=now)
    return replace(session.turns[turn], sittings=(*session.turns[turn].sittings, sitting))


@folds
def chair_kind_changed(session: Session, event: e.ChairKindChanged, entry: Entry) -> Changes:
    """Keep a chair for somebody else; who sits there stays."""
    return {Part("chair", event.chair): replace(session.chairs[event.chair], kind=event.kind)}


@folds
def chairs_changed(session: Session, event: e.ChairsChanged, entry: Entry) -> Changes:
    """Add chairs, or close the highest ones: the free ones at once, the others when left."""
    changes: dict[Part, Any] = {BOWL: Bowl(count=event.count)}
    for no in range(1, event.count + 1):
        chair = session.chairs.get(ChairNo(no))
        if chair is None:
            changes[Part("chair", no)] = Chair(no=ChairNo(no))
        elif chair.closing:
            changes[Part("chair", no)] = replace(chair, closing=False)
    for chair in session.chairs.values():
        if chair.no > event.count and not chair.closing:
            changes[Part("chair", chair.no)] = unless_closed(replace(chair, closing=True))
    return changes


def unless_closed(chair: Chair) -> Chair | None:
    """The chair as it is now; ``None`` once it is closing and nobody needs it any more."""
    is_needed = chair.turn is not None or chair.held_for is not None
    return chair if is_needed or not chair.closing else None


@folds
def room_tapped(session: Session, event: e.RoomTapped, entry: Entry) -> Changes:
    """Let somebody wait for this chair, and for no other any more."""
    changes = {
        Part("turn", turn): replace(session.turns[turn], tapped_by=None, tapped_at_ms=None)
        for turn in session.current_turn.values()
        if session.turns[turn].tapped_by == event.request
    }
    tapped = replace(session.turns[event.turn], tapped_by=event.request, tapped_at_ms=entry.at_ms)
    return {**changes, Part("turn", event.turn): tapped}


@folds
def minute_asked(session: Session, event: e.MinuteAsked, entry: Entry) -> Changes:
    """Give the person one more minute of the session clock."""
    until = result(event.until_run_ms)
    turn = replace(session.turns[event.turn], minute_until_run_ms=until)
    return {Part("turn", event.turn): turn}


@folds
def minute_ended(session: Session, event: e.MinuteEnded, entry: Entry) -> Changes:
    """The request to make room stands again."""
    return {Part("turn", event.turn): replace(session.turns[event.turn], minute_over=True)}
