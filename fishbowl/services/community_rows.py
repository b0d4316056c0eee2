"""Deletes, at a start, what is kept of people who are neither members nor invited.

There is nothing, unless an older copy of the database came back, or a part of a log was lost.
"""

from fishbowl.domain.community.ids import invitation_owner, member_owner
from fishbowl.domain.community.state import EMPTY, Community
from fishbowl.domain.community.stream import COMMUNITY_STREAM
from fishbowl.log import Log, StoreError
from fishbowl.log.people_effects import KeepOwners


def owners(community: Community) -> frozenset[str]:
    """Everybody of whom contacts, tokens and letters may be kept."""
    return frozenset(
        [
            *map(member_owner, community.members),
            *map(invitation_owner, community.invitations),
        ]
    )


def drop_strangers(log: Log) -> None:
    """Delete the contacts, passes, tokens, letters and sign-ins of everybody else.

    Where the community cannot be read nothing is deleted: who is a member is not known.

    :raises Unavailable: the database refuses.
    """
    try:
        community: Community = log.folded(COMMUNITY_STREAM) or EMPTY
    except (StoreError, ValueError, LookupError, TypeError):
        return
    log.append({}, [KeepOwners(owners=owners(community))])
