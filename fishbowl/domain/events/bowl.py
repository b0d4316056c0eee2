"""Events about the chairs themselves, and about making room for each other."""

from msgspec import UNSET

from fishbowl.domain.commands.base import ChairKind
from fishbowl.domain.events.base import Event, Result
from fishbowl.domain.events.limits import ChairNumber, Chairs, OnTheClock
from fishbowl.domain.ids import RequestId, TurnId


class ChairKindChanged(Event, frozen=True, kw_only=True):
    """A chair is for somebody else from here: whoever wants to speak, the host, or a guest."""

    name = "chair.kind_changed"
    undo = "by_role"
    chair: ChairNumber
    kind: ChairKind


class ChairsChanged(Event, frozen=True, kw_only=True):
    """The bowl has ``count`` chairs from here.

    Chairs above that number are gone if they were free; the others close when they are left.
    """

    name = "chairs.changed"
    undo = "by_role"
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
