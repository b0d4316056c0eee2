"""What goes from the state with a member who leaves."""

from fishbowl.domain.community.evolve import (
    apart,
    asks,
    checkins,
    expertise,
    facts,
    introductions,
    offers,
    pairing,
)
from fishbowl.domain.community.evolve.registry import Changes
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis


def without(
    community: Community, member: MemberId, into: MemberId | None, at_ms: Millis
) -> Changes:
    """Remove a member and everything that was known of them.

    :param into: after a merge the member whom they are one with.
    """
    return {
        "members": community.members.delete(member),
        **apart.without(community, member, into),
        **asks.without(community, member),
        **checkins.without(community, member, into, at_ms),
        **expertise.without(community, member),
        **facts.without(community, member),
        **introductions.without(community, member, into),
        **offers.without(community, member),
        **pairing.without(community, member, into),
    }
