"""The state of a community: everything that its log tells, folded."""

import msgspec
from immutables import Map

from fishbowl.domain.community.ids import Feature, InvitationId, MemberId, MergeId, OfferId
from fishbowl.domain.community.model import About, Invitation, Member, Merge, Offer
from fishbowl.domain.kernel.ids import Millis, Seq


class Community(msgspec.Struct, frozen=True, kw_only=True):
    """The members of one installation.

    :param members: those who are members now.
    :param invitations: those that wait for an answer, or look so.
    :param invitation_generation: which link for everybody present is good; counted from 1.
    :param merges: those that are going on.
    :param off: what a host has switched off.
    :param offers: offers and needs that hold.
    """

    seq: Seq = Seq(0)
    at_ms: Millis = Millis(0)
    about: About = msgspec.field(default_factory=About)
    members: Map[MemberId, Member] = msgspec.field(default_factory=Map)
    invitations: Map[InvitationId, Invitation] = msgspec.field(default_factory=Map)
    invitation_generation: int = 1
    merges: Map[MergeId, Merge] = msgspec.field(default_factory=Map)
    off: frozenset[Feature] = frozenset()
    offers: Map[OfferId, Offer] = msgspec.field(default_factory=Map)


EMPTY = Community()
"""Before the first entry."""
