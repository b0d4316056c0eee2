"""Commands about the bowl: sitting, moving, making room."""

from typing import ClassVar

from fishbowl.domain.kernel.ids import ChairNo, PersonId, RequestId, TurnId
from fishbowl.domain.session.commands.base import ChairCount, ChairKind, Command, Name
from fishbowl.domain.session.commands.senders import (
    ANY_ATTENDEE,
    ATTENDEES,
    EVERYBODY,
    FACILITATORS,
    SENDER,
    TIME,
    Owner,
    Senders,
)


class SeatPerson(Command, frozen=True, kw_only=True):
    """Seat a known person on a free chair, whatever the queue says."""

    senders: ClassVar[Senders] = FACILITATORS

    person: PersonId
    chair: ChairNo


class SeatWalkUp(Command, frozen=True, kw_only=True):
    """Seat somebody without a phone at once; the name is optional and can come later."""

    senders: ClassVar[Senders] = FACILITATORS

    chair: ChairNo
    name: Name = ""


class FreeChair(Command, frozen=True, kw_only=True):
    """End a turn: by the facilitator, or by oneself ("leave my chair")."""

    senders: ClassVar[Senders] = EVERYBODY
    whose: ClassVar[Owner] = "turn"

    turn: TurnId


class MovePerson(Command, frozen=True, kw_only=True):
    """Move a turn to another chair; two people exchange chairs when it is taken."""

    senders: ClassVar[Senders] = FACILITATORS

    turn: TurnId
    chair: ChairNo


class TakeOver(Command, frozen=True, kw_only=True):
    """One person leaves, the other sits down on the same chair: one action, one undo."""

    senders: ClassVar[Senders] = FACILITATORS

    request: RequestId
    turn: TurnId


class AskToMakeRoom(Command, frozen=True, kw_only=True):
    """Ask a seated person to make room; their phone and, kindly, the wall say so."""

    senders: ClassVar[Senders] = FACILITATORS

    turn: TurnId


class OfferRoom(Command, frozen=True, kw_only=True):
    """A seated person offers to make room for whoever waits; with ``on`` false, not any more."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = "turn"

    turn: TurnId
    on: bool = True


class NudgePerson(Command, frozen=True, kw_only=True):
    """Remind a seated person of the time, on their own phone only."""

    senders: ClassVar[Senders] = FACILITATORS

    turn: TurnId


class SetChairKind(Command, frozen=True, kw_only=True):
    """Say who a chair is for; no rule ever names who sits on a host's or a guest's chair."""

    senders: ClassVar[Senders] = FACILITATORS

    chair: ChairNo
    kind: ChairKind


class ChangeChairs(Command, frozen=True, kw_only=True):
    """Have more chairs or fewer; nobody has to leave for it, taken chairs close when left."""

    senders: ClassVar[Senders] = FACILITATORS

    count: ChairCount


class TakeChairAway(Command, frozen=True, kw_only=True):
    """Take one empty chair out of the bowl."""

    senders: ClassVar[Senders] = FACILITATORS

    chair: ChairNo


class TakeChair(Command, frozen=True, kw_only=True):
    """Take the open chair without being called; who comes a moment too late waits in line."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = SENDER

    chair: ChairNo


class TapIn(Command, frozen=True, kw_only=True):
    """Name the person whose chair one would like to take over."""

    senders: ClassVar[Senders] = ANY_ATTENDEE

    turn: TurnId


class HandOver(Command, frozen=True, kw_only=True):
    """Give one's own chair to the person who has tapped in on it."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = "turn"

    turn: TurnId


class AskMinute(Command, frozen=True, kw_only=True):
    """Ask for one more minute to finish a thought, once a turn."""

    senders: ClassVar[Senders] = ATTENDEES
    whose: ClassVar[Owner] = "turn"

    turn: TurnId


class EndMinute(Command, frozen=True, kw_only=True):
    """The minute that a seated person asked for is over."""

    senders: ClassVar[Senders] = TIME

    turn: TurnId


class SwapGroup(Command, frozen=True, kw_only=True):
    """Let all speakers leave together and call the next ones; ``turn`` is one of those seen."""

    senders: ClassVar[Senders] = FACILITATORS

    turn: TurnId
