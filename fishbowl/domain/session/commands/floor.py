"""Commands about who talks, and about times that were marked wrongly."""

from typing import Annotated, ClassVar

from msgspec import Meta

from fishbowl.domain.session.commands.base import Command
from fishbowl.domain.session.commands.senders import FACILITATORS, Senders
from fishbowl.domain.session.ids import RunMillis, TurnId

Instant = Annotated[RunMillis, Meta(ge=0)]


class GiveFloor(Command, frozen=True, kw_only=True):
    """Mark which turn is talking; ``None`` for nobody."""

    senders: ClassVar[Senders] = FACILITATORS

    turn: TurnId | None


class TakeFloor(Command, frozen=True, kw_only=True):
    """Mark that the facilitator is talking: kept apart from everybody else's time."""

    senders: ClassVar[Senders] = FACILITATORS


class CorrectFloor(Command, frozen=True, kw_only=True):
    """Say who really talked in a stretch: a turn, the facilitator, or (neither) nobody.

    Whoever was marked for it loses it.
    """

    senders: ClassVar[Senders] = FACILITATORS
    after_the_end: ClassVar[bool] = True

    from_run_ms: Instant
    until_run_ms: Instant
    turn: TurnId | None = None
    facilitator: bool = False


class CorrectTurn(Command, frozen=True, kw_only=True):
    """Say when a turn really began or ended; ``None`` leaves that as it is."""

    senders: ClassVar[Senders] = FACILITATORS
    after_the_end: ClassVar[bool] = True

    turn: TurnId
    began_run_ms: Instant | None = None
    ended_run_ms: Instant | None = None
