"""Events in the bowl: turns and chairs."""

from typing import Literal

from msgspec import UNSET

from fishbowl.domain.kernel.ids import PersonId, RequestId, TurnId
from fishbowl.domain.session.commands.base import ChairKind
from fishbowl.domain.session.events.base import Event, Result
from fishbowl.domain.session.events.limits import ChairNumber, Chairs, OnTheClock


class ChairTaken(Event, frozen=True, kw_only=True):
    """A person sat down; the entry's ``seq`` is the turn.

    ``request`` is the one that is fulfilled by it, if there was one. ``passed_over`` and
    ``as_reply`` as in ``call.made``, for who was not called first.
    """

    name = "chair.taken"
    undo = "by_role"
    undo_by = "facilitators"
    chair: ChairNumber
    person: PersonId
    request: RequestId | None = None
    passed_over: tuple[RequestId, ...] = ()
    as_reply: Result[bool] = UNSET


class ChairLeft(Event, frozen=True, kw_only=True):
    """A turn ended."""

    name = "chair.left"
    undo = "by_role"
    undo_by = "facilitators"
    turn: TurnId
    chair: ChairNumber
    why: Literal["left", "freed", "made_room", "sent_out", "closed"]


class ChairsMoved(Event, frozen=True, kw_only=True):
    """A turn goes on another chair; ``other`` is the turn that moved the opposite way."""

    name = "chairs.moved"
    undo = "by_role"
    undo_by = "facilitators"
    turn: TurnId
    chair: ChairNumber
    from_chair: ChairNumber
    other: TurnId | None = None


class RoomAsked(Event, frozen=True, kw_only=True):
    """A seated person was asked to make room."""

    name = "room.asked"
    undo = "by_role"
    undo_by = "facilitators"
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
    undo_by = "facilitators"
    turn: TurnId


class ChairKindChanged(Event, frozen=True, kw_only=True):
    """A chair is for somebody else from here: whoever wants to speak, the host, or a guest."""

    name = "chair.kind_changed"
    undo = "by_role"
    undo_by = "facilitators"
    chair: ChairNumber
    kind: ChairKind


class ChairsChanged(Event, frozen=True, kw_only=True):
    """The bowl has ``count`` chairs from here.

    Chairs above that number are gone if they were free; the others close when they are left.
    """

    name = "chairs.changed"
    undo = "by_role"
    undo_by = "facilitators"
    count: Chairs


class RoomTapped(Event, frozen=True, kw_only=True):
    """A waiting person named the one whose chair they would like to take over."""

    name = "room.tapped"
    undo = "never"
    turn: TurnId
    request: RequestId


class MinuteAsked(Event, frozen=True, kw_only=True):
    """A seated person asked for one more minute: until ``until_run_ms`` on the session clock."""

    name = "minute.asked"
    undo = "never"
    turn: TurnId
    until_run_ms: Result[OnTheClock] = UNSET


class MinuteEnded(Event, frozen=True, kw_only=True):
    """The minute that was asked for is over."""

    name = "minute.ended"
    undo = "never"
    turn: TurnId
