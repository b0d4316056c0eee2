"""What the list of streams tells about the community."""

from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.streams import StreamRow


class CommunityRow(StreamRow, frozen=True, kw_only=True):
    """How many there are; time acts by the hour, so no deadline is told."""

    members: int = 0
    invitations: int = 0


def community_row(community: Community) -> CommunityRow:
    """The row of a community."""
    return CommunityRow(members=len(community.members), invitations=len(community.invitations))
