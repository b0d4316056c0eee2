"""Events of pairing rounds."""

from typing import ClassVar

from fishbowl.domain.community.events.base import Event
from fishbowl.domain.community.ids import MemberId, Reason, RoundEnd, RoundId, RoundKind
from fishbowl.domain.kernel.ids import Millis


class RoundDrafted(Event, frozen=True, kw_only=True):
    """A host prepares a round; its number is that of the entry.

    See :class:`~fishbowl.domain.community.commands.pairing.DraftRound` for the fields.
    """

    name: ClassVar[str] = "round.drafted"
    title: str
    kind: RoundKind
    weeks: int
    limit: int


class RoundChanged(Event, frozen=True, kw_only=True):
    """A round is prepared otherwise; all fields hold from then on, and nothing is proposed."""

    name: ClassVar[str] = "round.changed"
    round: RoundId
    title: str
    kind: RoundKind
    weeks: int
    limit: int


class PairPinned(Event, frozen=True, kw_only=True):
    """Two members are to be in one group."""

    name: ClassVar[str] = "round.pair_pinned"
    round: RoundId
    a: MemberId
    b: MemberId


class PairForbidden(Event, frozen=True, kw_only=True):
    """Two members are not to be in one group."""

    name: ClassVar[str] = "round.pair_forbidden"
    round: RoundId
    a: MemberId
    b: MemberId


class PairFreed(Event, frozen=True, kw_only=True):
    """Two members are neither pinned nor forbidden any more."""

    name: ClassVar[str] = "round.pair_freed"
    round: RoundId
    a: MemberId
    b: MemberId


class RoundSolved(Event, frozen=True, kw_only=True):
    """Groups were found, each of which is an entry of its own; earlier proposals are gone."""

    name: ClassVar[str] = "round.solved"
    round: RoundId


class GroupProposed(Event, frozen=True, kw_only=True):
    """A group is proposed to the host, or its members are asked.

    See :class:`~fishbowl.domain.community.commands.pairing.Paired` for the fields.

    :param no: its number in the round.
    :param answer_by_ms: until when its members are asked; ``None``: they are not yet.
    """

    name: ClassVar[str] = "round.group_proposed"
    erasable: ClassVar[tuple[str, ...]] = ("topic",)
    round: RoundId
    no: int
    members: tuple[MemberId, ...]
    reasons: tuple[Reason, ...]
    topic: str
    weak: int
    answer_by_ms: Millis | None = None


class PairsAsked(Event, frozen=True, kw_only=True):
    """Everybody in the proposed groups is asked.

    :param answer_by_ms: until when.
    :param ends_at_ms: when the round is over.
    """

    name: ClassVar[str] = "round.asked"
    round: RoundId
    answer_by_ms: Millis
    ends_at_ms: Millis


class PairAnswered(Event, frozen=True, kw_only=True):
    """Somebody said whether they want to meet; a no is told to nobody."""

    name: ClassVar[str] = "round.pair_answered"
    round: RoundId
    group: int
    member: MemberId
    yes: bool


class DroppedOut(Event, frozen=True, kw_only=True):
    """Somebody wants to be in no group of the round."""

    name: ClassVar[str] = "round.dropped_out"
    round: RoundId
    member: MemberId


class GroupDropped(Event, frozen=True, kw_only=True):
    """A group did not come about until its date; who said yes can be in another one."""

    name: ClassVar[str] = "round.group_dropped"
    round: RoundId
    group: int


class RoundEnded(Event, frozen=True, kw_only=True):
    """A round is over; who was brought together stays so. A draft is gone."""

    name: ClassVar[str] = "round.ended"
    round: RoundId
    why: RoundEnd
