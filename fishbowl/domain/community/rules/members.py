"""Finding members, and how long they stay."""

from collections.abc import Iterator

from fishbowl.domain.community.ids import MemberId, Quarter, invitation_in, member_in
from fishbowl.domain.community.model import Invitation, Member
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.ids import Millis

DAY_MS = 24 * 60 * 60 * 1000
LINKS_MAX = 2_000
"""Sessions that are linked to one member."""
NOT_SEEN_QUARTERS = 6
"""A member who was not seen for 18 months is asked whether they stay."""
ANSWER_MS = 30 * DAY_MS
"""How long they have to answer."""


def member(community: Community, id: MemberId) -> Member:
    """Find a member.

    :raises Rejected: ``member_unknown``: there is none, or none any more.
    """
    found = community.members.get(id)
    if found is None:
        raise Rejected("member_unknown")
    return found


def owner_in(community: Community, owner: str) -> Member | Invitation | None:
    """Find who is named as the owner of contacts, tokens and letters.

    ``None`` if they are neither a member nor invited any more.
    """
    if (member := member_in(owner)) is not None:
        return community.members.get(member)
    invitation = invitation_in(owner)
    return None if invitation is None else community.invitations.get(invitation)


def is_noted(one: Member, now: Quarter) -> bool:
    """Whether it is known that a member was here in a quarter, and they are not asked to stay."""
    return one.seen == now and one.asked_until_ms is None


def to_ask(community: Community, now: Quarter) -> Iterator[Member]:
    """Members who were not seen for so long that they are asked whether they stay.

    :param now: the quarter of this instant.
    """
    for one in community.members.values():
        if one.asked_until_ms is None and quarters_between(one.seen, now) > NOT_SEEN_QUARTERS:
            yield one


def to_forget(community: Community, now_ms: Millis) -> Iterator[Member]:
    """Members who were asked, and have not answered in time."""
    for one in community.members.values():
        if one.asked_until_ms is not None and one.asked_until_ms <= now_ms:
            yield one


def quarters_between(first: Quarter, last: Quarter) -> int:
    """How many quarters lie between two.

    >>> quarters_between(Quarter("2025-Q4"), Quarter("2026-Q2"))
    2
    """
    return _number(last) - _number(first)


def _number(quarter: Quarter) -> int:
    year, _, part = quarter.partition("-Q")
    return int(year) * 4 + int(part)


def first_name(label: str) -> str:
    """The first word of what somebody is called; more is told only after a yes.

    >>> first_name("Amira Benali")
    'Amira'
    """
    return label.split()[0] if label.split() else ""
