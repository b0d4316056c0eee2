"""Events in the bowl: turns, chairs, the floor."""

from typing import Literal

from msgspec import UNSET

from fishbowl.domain.events.base import Event, Result
from fishbowl.domain.events.limits import ChairNumber
from fishbowl.domain.ids import PersonId, RequestId, TurnId


class ChairTaken(Event, frozen=True, kw_only=True):
    """A person sat down; the entry's ``seq`` is the turn.

    ``request`` is the one that is fulfilled by it, if there was one. ``passed_over`` and
    ``as_reply`` as in ``call.made``, for who was not called first.
    """

    name = "chair.taken"
    undo = "by_role"
    chair: ChairNumber
    person: PersonId
    request: RequestId | None = None
    passed_over: tuple[RequestId, ...] = ()
    as_reply: Result[bool] = UNSET


class ChairLeft(Event, frozen=True, kw_only=True):
    """A turn ended."""

    name = "chair.left"
    undo = "by_role"
    turn: TurnId
    chair: ChairNumber
    why: Literal["left", "freed", "made_room", "sent_out", "closed"]


class ChairsMoved(Event, frozen=True, kw_only=True):
    """A turn goes on another chair; ``other`` is the turn that moved the opposite way."""

    name = "chairs.moved"
    undo = "by_role"
    turn: TurnId
    chair: ChairNumber
    from_chair: ChairNumber
    other: TurnId | None = None


class RoomAsked(Event, frozen=True, kw_only=True):
    """A seated person was asked to make room."""

    name = "room.asked"
    undo = "by_role"
    turn: TurnId


class RoomOffered(Event, frozen=True, kw_only=True):
    """A seated person offered to make room."""

    name = "room.offered"
    undo = "never"
    turn: TurnId


class RoomOfferWithdrawn(Event, frozen=True, kw_only=True):
    """A seated person took the offer to make room back."""

    name = "room.offer_withdrawn"
    undo = "never"
    turn: TurnId


class PersonNudged(Event, frozen=True, kw_only=True):
    """A seated person was reminded of the time, privately."""

    name = "person.nudged"
    undo = "by_role"
    turn: TurnId


class FloorGiven(Event, frozen=True, kw_only=True):
    """``turn`` is talking from here, or the ``facilitator``, or nobody."""

    name = "floor.given"
    undo = "by_role"
    turn: TurnId | None
    facilitator: bool = False
