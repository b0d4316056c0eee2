"""Of whom contacts, tokens and letters are kept."""

from fishbowl.domain.community.ids import invitation_in, member_in
from fishbowl.domain.community.model import Invitation, Member
from fishbowl.domain.community.state import Community


def owner_in(community: Community, owner: str) -> Member | Invitation | None:
    """Find who is named as an owner; ``None`` if they are neither a member nor invited any more."""
    if (member := member_in(owner)) is not None:
        return community.members.get(member)
    invitation = invitation_in(owner)
    return None if invitation is None else community.invitations.get(invitation)
