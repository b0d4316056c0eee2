"""Offers and needs: whose they are, who reads them, and when they end."""

from collections.abc import Iterator

from fishbowl.domain.community.ids import MemberId, OfferId
from fishbowl.domain.community.model import Offer
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.community.rules.settings import uses_offers
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.ids import Millis

OPEN_MAX = 12
"""Offers and needs of one member together."""
KEPT_MS = 90 * DAY_MS
"""An offer holds for so long if its author says nothing else."""
SHORTEST_MS = 7 * DAY_MS
LONGEST_MS = 365 * DAY_MS
ASKED_BEFORE_MS = 7 * DAY_MS
"""So long before its end its author is asked whether it still holds."""


def offer_of(community: Community, member: MemberId, id: OfferId) -> Offer:
    """Find an offer of a member.

    :raises Rejected: ``offer_over``: there is none of that number; ``not_yours``.
    """
    found = community.offers.get(id)
    if found is None:
        raise Rejected("offer_over")
    if found.member != member:
        raise Rejected("not_yours")
    return found


def offers_of(community: Community, member: MemberId) -> list[Offer]:
    """A member's own offers and needs, the oldest first."""
    found = [one for one in community.offers.values() if one.member == member]
    return sorted(found, key=lambda one: one.id)


def ends_at(until_ms: Millis | None, now_ms: Millis) -> Millis:
    """When an offer ends that is to hold until an instant.

    :param until_ms: ``None`` for as long as offers hold by default.
    :raises Rejected: ``bad_date``: it is too near or too far.
    """
    if until_ms is None:
        return Millis(now_ms + KEPT_MS)
    if not SHORTEST_MS <= until_ms - now_ms <= LONGEST_MS:
        raise Rejected("bad_date")
    return until_ms


def to_ask_about(community: Community, now_ms: Millis) -> Iterator[Offer]:
    """Offers that end soon, and whose author was not asked yet."""
    for one in community.offers.values() if uses_offers(community) else ():
        is_soon = one.until_ms - ASKED_BEFORE_MS <= now_ms < one.until_ms
        if one.asked_at_ms is None and is_soon:
            yield one


def expired(community: Community, now_ms: Millis) -> Iterator[Offer]:
    """Offers whose time is over."""
    for one in community.offers.values():
        if one.until_ms <= now_ms:
            yield one
