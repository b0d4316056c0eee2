"""Commands about pairing rounds."""

from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from fishbowl.domain.community.commands.base import (
    HOSTS,
    LINE_MAX,
    MEMBER_OR_DOOR,
    TIME,
    Command,
    Label,
    Sender,
)
from fishbowl.domain.community.ids import MemberId, Reason, RoundId, RoundKind

WEEKS_MAX = 52
LIMIT_MAX = 5
"""Groups of one round that a member can be in."""
GROUPS_MAX = 2_500

Weeks = Annotated[int, Meta(ge=1, le=WEEKS_MAX)]
Limit = Annotated[int, Meta(ge=1, le=LIMIT_MAX)]
SharedTopic = Annotated[str, Meta(max_length=LINE_MAX)]


class Paired(msgspec.Struct, frozen=True, kw_only=True):
    """Two or three members who fit.

    :param members: in a round of seasoned to newer members the seasoned one comes first.
    :param topic: what they have in common, from a line that one of them shared, or from a session;
        empty if there is none.
    :param weak: from 0, a good pair, to 100, the weakest.
    """

    members: Annotated[tuple[MemberId, ...], Meta(min_length=2, max_length=3)]
    reasons: tuple[Reason, ...] = ()
    topic: SharedTopic = ""
    weak: Annotated[int, Meta(ge=0, le=100)] = 0


Groups = Annotated[tuple[Paired, ...], Meta(max_length=GROUPS_MAX)]


class DraftRound(Command, frozen=True, kw_only=True):
    """Prepare a round; nobody is asked yet.

    :param weeks: how long it lasts.
    :param limit: groups that one member can be in; more than one only for the seasoned.
    """

    senders: ClassVar[frozenset[Sender]] = HOSTS
    name: Label
    kind: RoundKind
    weeks: Weeks = 8
    limit: Limit = 1


class ChangeRound(Command, frozen=True, kw_only=True):
    """Prepare a round otherwise; all fields hold from then on."""

    senders: ClassVar[frozenset[Sender]] = HOSTS
    round: RoundId
    name: Label
    kind: RoundKind
    weeks: Weeks
    limit: Limit


class PinPair(Command, frozen=True, kw_only=True):
    """Let two members be in one group, whatever else is found."""

    senders: ClassVar[frozenset[Sender]] = HOSTS
    round: RoundId
    a: MemberId
    b: MemberId


class ForbidPair(Command, frozen=True, kw_only=True):
    """Let two members not be in one group of this round."""

    senders: ClassVar[frozenset[Sender]] = HOSTS
    round: RoundId
    a: MemberId
    b: MemberId


class FreePair(Command, frozen=True, kw_only=True):
    """Take back that two members were pinned, or forbidden."""

    senders: ClassVar[frozenset[Sender]] = HOSTS
    round: RoundId
    a: MemberId
    b: MemberId


class TakeSolution(Command, frozen=True, kw_only=True):
    """Propose the groups that were found; they replace earlier ones."""

    senders: ClassVar[frozenset[Sender]] = frozenset({*HOSTS, "door"})
    round: RoundId
    groups: Groups


class AskPairs(Command, frozen=True, kw_only=True):
    """Ask everybody in the proposed groups."""

    senders: ClassVar[frozenset[Sender]] = HOSTS
    round: RoundId


class EndRound(Command, frozen=True, kw_only=True):
    """End a round; one that nobody was asked about is gone."""

    senders: ClassVar[frozenset[Sender]] = HOSTS
    round: RoundId


class AnswerPair(Command, frozen=True, kw_only=True):
    """Say whether one wants to meet; when everybody of the group does, they are brought together.

    :param group: its number in the round.
    """

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId
    round: RoundId
    group: int
    yes: bool


class DropOut(Command, frozen=True, kw_only=True):
    """Be in no group of this round any more."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId
    round: RoundId


class DropGroup(Command, frozen=True, kw_only=True):
    """Let a group be none that did not come about until its date."""

    senders: ClassVar[frozenset[Sender]] = TIME
    round: RoundId
    group: int


class RepairRound(Command, frozen=True, kw_only=True):
    """Ask groups of members who arrived later, or whose group did not come about."""

    senders: ClassVar[frozenset[Sender]] = TIME
    round: RoundId
    groups: Groups


class EndRoundOver(Command, frozen=True, kw_only=True):
    """End a round whose weeks are over."""

    senders: ClassVar[frozenset[Sender]] = TIME
    round: RoundId
