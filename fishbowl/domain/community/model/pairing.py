"""Pairing rounds, and the groups in them."""

from typing import Literal

import msgspec
from immutables import Map

from fishbowl.domain.community.ids import (
    IntroductionId,
    MemberId,
    Pair,
    Reason,
    RoundId,
    RoundKind,
    pair_of,
)
from fishbowl.domain.kernel.ids import Millis, Seq

GroupState = Literal["proposed", "asked", "made", "dropped"]
RoundState = Literal["draft", "asking", "over"]


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Two or three members of a round.

    See :class:`~fishbowl.domain.community.commands.pairing.Paired` for what is not named here.

    :param no: its number in the round.
    :param state: ``asked`` until its date, whatever was answered; ``dropped``: it did not come
        about, or nobody is left of it.
    :param answers: who said yes or no; only they themselves are told of it.
    :param introduction: by which they were brought together.
    :param entry: that holds the topic.
    """

    no: int
    members: tuple[MemberId, ...]
    reasons: tuple[Reason, ...] = ()
    topic: str = ""
    weak: int = 0
    state: GroupState = "proposed"
    answers: Map[MemberId, bool] = msgspec.field(default_factory=Map)
    answer_by_ms: Millis | None = None
    introduction: IntroductionId | None = None
    entry: Seq = Seq(0)

    @property
    def pairs(self) -> list[Pair]:
        """Every two of its members."""
        return [
            pair_of(one, other)
            for number, one in enumerate(self.members)
            for other in self.members[number + 1 :]
        ]


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """One pairing round; see :class:`~..commands.pairing.DraftRound` for what is not named here.

    :param groups: those that are proposed, or were asked, in the order of their numbers.
    :param out: who is in no further group: they dropped out, or did not say yes until the date.
    :param next_no: the number of the next group.
    :param ends_at_ms: when it is over; 0 for a draft.
    """

    id: RoundId
    name: str
    kind: RoundKind
    weeks: int
    limit: int
    state: RoundState = "draft"
    groups: tuple[Group, ...] = ()
    pinned: frozenset[Pair] = frozenset()
    forbidden: frozenset[Pair] = frozenset()
    out: frozenset[MemberId] = frozenset()
    next_no: int = 1
    made_at_ms: Millis
    ends_at_ms: Millis = Millis(0)

    def group(self, no: int) -> Group | None:
        """A group by its number."""
        return next((one for one in self.groups if one.no == no), None)

    def groups_of(self, member: MemberId) -> list[Group]:
        """The groups that somebody is in."""
        return [one for one in self.groups if member in one.members]
