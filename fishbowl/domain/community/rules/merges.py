"""Merging two members: both agree, and what only one agreed to is off afterwards."""

from collections.abc import Iterator

from fishbowl.domain.community.ids import CONSENTS, Consent, MemberId
from fishbowl.domain.community.model import Link, Member, Merge
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.ids import Millis

KEPT_MS = 30 * DAY_MS
"""A merge that was not answered by both ends after this time."""


def merges_of(community: Community, member: MemberId) -> list[Merge]:
    """The merges that somebody is asked about, and has not said no to."""
    return [one for one in merges_with(community, member) if member not in one.declined]


def merges_with(community: Community, member: MemberId) -> list[Merge]:
    """The merges that somebody is one of the two of."""
    return [merge for merge in community.merges.values() if merge.has(member)]


def withdrawn_consents(keeps: Member, goes: Member) -> tuple[Consent, ...]:
    """What the member that stays has agreed to and the other has not: it is turned off."""
    return tuple(one for one in CONSENTS if one in keeps.consents and one not in goes.consents)


def moved_links(keeps: Member, goes: Member) -> Iterator[Link]:
    """The sessions of the member that goes that the other does not have."""
    return (link for link in goes.links if keeps.link_to(link.code) is None)


def unanswered(community: Community, now_ms: Millis) -> Iterator[Merge]:
    """Merges that have waited too long."""
    for one in community.merges.values():
        if one.proposed_at_ms + KEPT_MS <= now_ms:
            yield one
