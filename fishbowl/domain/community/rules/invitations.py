"""How long invitations hold, and which are over."""

from collections.abc import Iterator

from fishbowl.domain.community.ids import InvitationId
from fishbowl.domain.community.model import Invitation
from fishbowl.domain.community.rules.members import DAY_MS
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import Rejected
from fishbowl.domain.kernel.ids import Millis

KEPT_MS = 30 * DAY_MS
"""Who does not answer is forgotten after this time."""
OPEN_MAX = 10_000
"""Invitations that wait for an answer."""


def invitation(community: Community, id: InvitationId, now_ms: Millis) -> Invitation:
    """Find an invitation that can still be answered.

    :raises Rejected: ``invitation_over``.
    """
    found = community.invitations.get(id)
    if found is None or found.is_refused or found.expires_at_ms <= now_ms:
        raise Rejected("invitation_over")
    return found


def expired(community: Community, now_ms: Millis) -> Iterator[Invitation]:
    """Invitations that nobody has answered in time."""
    for one in community.invitations.values():
        if one.expires_at_ms <= now_ms:
            yield one
