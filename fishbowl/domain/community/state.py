"""The state of a community: everything that its log tells, folded."""

import msgspec
from immutables import Map

from fishbowl.domain.community.ids import (
    AnswerId,
    ApartId,
    AskId,
    Counted,
    Feature,
    IntroductionId,
    InvitationId,
    MemberId,
    MergeId,
    OfferId,
    Pair,
    RoundId,
    SuggestionId,
)
from fishbowl.domain.community.model import (
    About,
    Apart,
    Ask,
    Facts,
    Introduction,
    Invitation,
    KeptAnswer,
    Member,
    Merge,
    Offer,
    Round,
    Suggestion,
    Ticked,
)
from fishbowl.domain.kernel.ids import Millis, Seq


class Community(msgspec.Struct, frozen=True, kw_only=True):
    """The members of one installation.

    :param members: those who are members now.
    :param invitations: those that wait for an answer, or look so.
    :param invitation_generation: which link for everybody present is good; counted from 1.
    :param merges: those that are going on.
    :param facts: what members said of their work.
    :param expertise: what members may be asked about, by session.
    :param asks: questions to members, until they are forgotten.
    :param asked_at: when each member was asked last, as often as a week allows.
    :param answers_kept: the answers in the archive.
    :param rounds: pairing rounds: drafts, those that go on, and those that are over.
    :param off: what a host has switched off.
    :param offers: offers and needs that hold.
    :param suggestions: those whose end has not come.
    :param suggested: who was ever suggested to whom, and when.
    :param introductions: members who were brought together.
    :param met: who was brought together with whom, and when last.
    :param apart: whom members do not want to meet.
    :param counts: what came of introductions, of everybody together.
    """

    seq: Seq = Seq(0)
    at_ms: Millis = Millis(0)
    about: About = msgspec.field(default_factory=About)
    members: Map[MemberId, Member] = msgspec.field(default_factory=Map)
    invitations: Map[InvitationId, Invitation] = msgspec.field(default_factory=Map)
    invitation_generation: int = 1
    merges: Map[MergeId, Merge] = msgspec.field(default_factory=Map)
    facts: Map[MemberId, Facts] = msgspec.field(default_factory=Map)
    expertise: Map[MemberId, tuple[Ticked, ...]] = msgspec.field(default_factory=Map)
    asks: Map[AskId, Ask] = msgspec.field(default_factory=Map)
    asked_at: Map[MemberId, tuple[Millis, ...]] = msgspec.field(default_factory=Map)
    rounds: Map[RoundId, Round] = msgspec.field(default_factory=Map)
    answers_kept: Map[AnswerId, KeptAnswer] = msgspec.field(default_factory=Map)
    off: frozenset[Feature] = frozenset()
    offers: Map[OfferId, Offer] = msgspec.field(default_factory=Map)
    suggestions: Map[SuggestionId, Suggestion] = msgspec.field(default_factory=Map)
    suggested: Map[Pair, Millis] = msgspec.field(default_factory=Map)
    introductions: Map[IntroductionId, Introduction] = msgspec.field(default_factory=Map)
    met: Map[Pair, Millis] = msgspec.field(default_factory=Map)
    apart: Map[ApartId, Apart] = msgspec.field(default_factory=Map)
    counts: Map[Counted, int] = msgspec.field(default_factory=Map)


EMPTY = Community()
"""Before the first entry."""
