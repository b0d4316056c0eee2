"""Commands about the bowl: sitting, moving, making room."""

from fishbowl.domain.commands.base import Command, Name
from fishbowl.domain.ids import ChairNo, PersonId, RequestId, TurnId


class SeatPerson(Command, frozen=True, kw_only=True):
    """Seat a known person on a free chair, whatever the queue says."""

    person: PersonId
    chair: ChairNo


class SeatWalkUp(Command, frozen=True, kw_only=True):
    """Seat somebody without a phone at once; the name is optional and can come later."""

    chair: ChairNo
    name: Name = ""


class FreeChair(Command, frozen=True, kw_only=True):
    """End a turn: by the facilitator, or by oneself ("leave my chair")."""

    turn: TurnId


class MovePerson(Command, frozen=True, kw_only=True):
    """Move a turn to another chair; two people exchange chairs when it is taken."""

    turn: TurnId
    chair: ChairNo


class TakeOver(Command, frozen=True, kw_only=True):
    """One person leaves, the other sits down on the same chair: one action, one undo."""

    request: RequestId
    turn: TurnId


class AskToMakeRoom(Command, frozen=True, kw_only=True):
    """Ask a seated person to make room; their phone and, kindly, the wall say so."""

    turn: TurnId


class OfferRoom(Command, frozen=True, kw_only=True):
    """A seated person offers to make room for whoever waits; with ``on`` false, not any more."""

    turn: TurnId
    on: bool = True


class NudgePerson(Command, frozen=True, kw_only=True):
    """Remind a seated person of the time, on their own phone only."""

    turn: TurnId
