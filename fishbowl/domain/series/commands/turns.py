"""Commands about the rota, turns, and who is invited."""

from typing import ClassVar

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.series.commands.base import (
    HOST,
    HOST_OR_TIME,
    MEMBER,
    MEMBER_OR_DOOR,
    TIME,
    Command,
    OccasionRef,
    Sender,
    Words,
)
from fishbowl.domain.series.ids import Bring, SwapId


class JoinRota(Command, frozen=True, kw_only=True):
    """Be asked for turns."""

    senders: ClassVar[frozenset[Sender]] = MEMBER
    member: MemberId


class LeaveRota(Command, frozen=True, kw_only=True):
    """Be asked for turns no more; a turn that was taken stays, a question is passed."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId


class AskTurn(Command, frozen=True, kw_only=True):
    """Ask a member of the rota whether an occasion is theirs.

    :param member: 0 asks whoever is next.
    """

    senders: ClassVar[frozenset[Sender]] = HOST_OR_TIME
    occasion: OccasionRef
    member: MemberId = MemberId(0)


class WithdrawTurnQuestion(Command, frozen=True, kw_only=True):
    """Ask no more whom one has asked."""

    senders: ClassVar[frozenset[Sender]] = HOST
    occasion: OccasionRef


class TakeTurn(Command, frozen=True, kw_only=True):
    """Have a turn: as the one who is asked, or of the rota where nobody is asked."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    occasion: OccasionRef
    member: MemberId


class PassTurn(Command, frozen=True, kw_only=True):
    """Not this time."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    occasion: OccasionRef
    member: MemberId


class EndTurnQuestion(Command, frozen=True, kw_only=True):
    """End a question whose time is over."""

    senders: ClassVar[frozenset[Sender]] = TIME
    occasion: OccasionRef


class GiveBackTurn(Command, frozen=True, kw_only=True):
    """Give back a turn that one had taken."""

    senders: ClassVar[frozenset[Sender]] = MEMBER
    occasion: OccasionRef
    member: MemberId


class AskSwap(Command, frozen=True, kw_only=True):
    """Ask whoever has the turn ``takes`` to have ``gives`` instead."""

    senders: ClassVar[frozenset[Sender]] = MEMBER
    member: MemberId
    gives: OccasionRef
    takes: OccasionRef


class AgreeToSwap(Command, frozen=True, kw_only=True):
    """Swap."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId
    swap: SwapId


class DeclineSwap(Command, frozen=True, kw_only=True):
    """Do not swap; whoever asked hears nothing."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId
    swap: SwapId


class EndSwap(Command, frozen=True, kw_only=True):
    """End a question to swap whose time is over."""

    senders: ClassVar[frozenset[Sender]] = TIME
    swap: SwapId


class SayBring(Command, frozen=True, kw_only=True):
    """Say what one brings to an occasion whose turn one has."""

    senders: ClassVar[frozenset[Sender]] = MEMBER
    occasion: OccasionRef
    member: MemberId
    bring: Bring
    words: Words = ""


class Follow(Command, frozen=True, kw_only=True):
    """Be invited to every occasion."""

    senders: ClassVar[frozenset[Sender]] = MEMBER
    member: MemberId


class FollowNot(Command, frozen=True, kw_only=True):
    """Be invited no more."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId


class TellFollowers(Command, frozen=True, kw_only=True):
    """Invite the followers to what is near, and tell them what has changed."""

    senders: ClassVar[frozenset[Sender]] = TIME


class ForgetTurns(Command, frozen=True, kw_only=True):
    """Forget who had which turn so long ago that it counts no more."""

    senders: ClassVar[frozenset[Sender]] = TIME


class ForgetMember(Command, frozen=True, kw_only=True):
    """Forget somebody who is a member no more."""

    senders: ClassVar[frozenset[Sender]] = TIME
    member: MemberId
