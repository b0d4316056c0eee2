"""Members who are suggested to each other, and members who were brought together."""

import msgspec
from immutables import Map

from fishbowl.domain.community.ids import (
    CheckIn,
    FirstQuestion,
    IntroductionId,
    MemberId,
    OfferId,
    Outcome,
    Reason,
    Source,
    SuggestionAnswer,
    SuggestionId,
)
from fishbowl.domain.kernel.ids import Millis

NOBODY = MemberId(0)
"""In the place of a member who has left."""


class Basis(msgspec.Struct, frozen=True, kw_only=True):
    """What brings two members together; each is ``None`` where there is none, or none any more.

    :param offer: what one gives, and ``need``, what the other looks for.
    :param back_offer: what the other gives in turn, and ``back_need``.
    """

    offer: OfferId | None = None
    need: OfferId | None = None
    back_offer: OfferId | None = None
    back_need: OfferId | None = None

    @property
    def offers(self) -> tuple[OfferId, ...]:
        """The offers and needs that it consists of."""
        found = (self.offer, self.need, self.back_offer, self.back_need)
        return tuple(one for one in found if one is not None)


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """Two members who are asked, each alone, whether they want to meet.

    :param members: both; ``NOBODY`` in the place of one who has left.
    :param answers: who has answered; to the other a no looks like silence.
    :param ends_at_ms: its place is free for both from this instant, whatever they answered.
    :param waits_for: members without a mail address who have not been here since: they are asked
        at their next session.
    """

    id: SuggestionId
    members: tuple[MemberId, MemberId]
    basis: Basis = Basis()
    reasons: tuple[Reason, ...] = ()
    answers: Map[MemberId, SuggestionAnswer] = msgspec.field(default_factory=Map)
    asked_at_ms: Millis
    ends_at_ms: Millis
    waits_for: frozenset[MemberId] = frozenset()

    def other(self, member: MemberId) -> MemberId:
        """The one to whom a member is suggested."""
        one, two = self.members
        return two if member == one else one


class Introduction(msgspec.Struct, frozen=True, kw_only=True):
    """Two or three members who all said yes.

    :param members: without those who have left, and those of whom the others know that they
        stopped.
    :param source: with the ``round`` and its ``group``, if it comes from one.
    :param giver: who alone gives something, and so is not asked whether it helped; else ``NOBODY``.
    :param check_in_at_ms: when they are asked for the first time whether they met.
    :param asked: how often they were asked; ``asked_at_ms``: the last time.
    :param next_at_ms: when they are asked next; ``None`` as long as nobody said *not yet*.
    :param answers: of the last check-in.
    :param not_yet: check-ins whose answer was *not yet*, without the last one.
    :param asks_to_stop: the last check-in asks whether to stop.
    :param out: who does not want to meet, and the instant at which the others read that it ended.
    :param outcome_at_ms: when they are asked whether it helped.
    :param told: whose outcome the others may read.
    :param ended_at_ms: when it ended for everybody without a meeting.
    """

    id: IntroductionId
    members: tuple[MemberId, ...]
    source: Source
    round: int | None = None
    group: int | None = None
    basis: Basis = Basis()
    reasons: tuple[Reason, ...] = ()
    giver: MemberId = NOBODY
    first_question: FirstQuestion
    made_at_ms: Millis
    check_in_at_ms: Millis
    asked: int = 0
    asked_at_ms: Millis | None = None
    next_at_ms: Millis | None = None
    is_reminded: bool = False
    answers: Map[MemberId, CheckIn] = msgspec.field(default_factory=Map)
    not_yet: int = 0
    asks_to_stop: bool = False
    out: Map[MemberId, Millis] = msgspec.field(default_factory=Map)
    met_at_ms: Millis | None = None
    outcome_at_ms: Millis | None = None
    is_outcome_asked: bool = False
    outcomes: Map[MemberId, Outcome] = msgspec.field(default_factory=Map)
    told: frozenset[MemberId] = frozenset()
    ended_at_ms: Millis | None = None

    @property
    def staying(self) -> tuple[MemberId, ...]:
        """Those who have not stopped."""
        return tuple(one for one in self.members if one not in self.out)

    @property
    def is_met(self) -> bool:
        """Whether somebody said that they met."""
        return self.met_at_ms is not None

    @property
    def is_over(self) -> bool:
        """Whether it ended without a meeting; those who stay may not know it yet."""
        return not self.is_met and (self.ended_at_ms is not None or len(self.staying) < 2)
