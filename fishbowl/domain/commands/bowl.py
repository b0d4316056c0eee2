"""Commands about how people get into the bowl and out of it, and about its chairs themselves."""

from fishbowl.domain.commands.base import ChairCount, ChairKind, Command
from fishbowl.domain.ids import ChairNo, TurnId


class SetChairKind(Command, frozen=True, kw_only=True):
    """Say who a chair is for; no rule ever names who sits on a host's or a guest's chair."""

    chair: ChairNo
    kind: ChairKind


class ChangeChairs(Command, frozen=True, kw_only=True):
    """Have more chairs or fewer; nobody has to leave for it, taken chairs close when left."""

    count: ChairCount


class TakeChairAway(Command, frozen=True, kw_only=True):
    """Take one empty chair out of the bowl."""

    chair: ChairNo


class TakeChair(Command, frozen=True, kw_only=True):
    """Take the open chair without being called; who comes a moment too late waits in line."""

    chair: ChairNo


class TapIn(Command, frozen=True, kw_only=True):
    """Name the person whose chair one would like to take over."""

    turn: TurnId


class HandOver(Command, frozen=True, kw_only=True):
    """Give one's own chair to the person who has tapped in on it."""

    turn: TurnId


class AskMinute(Command, frozen=True, kw_only=True):
    """Ask for one more minute to finish a thought, once a turn."""

    turn: TurnId


class EndMinute(Command, frozen=True, kw_only=True):
    """The minute that a seated person asked for is over."""

    turn: TurnId


class SwapGroup(Command, frozen=True, kw_only=True):
    """Let all speakers leave together and call the next ones; ``turn`` is one of those seen."""

    turn: TurnId
