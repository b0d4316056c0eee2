"""What goes from the state with a member who leaves."""

from immutables import Map

from fishbowl.domain.community.evolve import asks, expertise, facts
from fishbowl.domain.community.evolve.registry import Changes
from fishbowl.domain.community.ids import MemberId, OfferId
from fishbowl.domain.community.model import Offer
from fishbowl.domain.community.state import Community


def without(community: Community, member: MemberId, into: MemberId | None) -> Changes:
    """Remove a member and everything that was known of them.

    :param into: after a merge the member whom they are one with.
    """
    return {
        "members": community.members.delete(member),
        "offers": _without_offers(community, member),
        **asks.without(community, member),
        **expertise.without(community, member),
        **facts.without(community, member),
    }


def _without_offers(community: Community, member: MemberId) -> Map[OfferId, Offer]:
    offers = community.offers
    for one in community.offers.values():
        if one.member == member:
            offers = offers.delete(one.id)
    return offers
