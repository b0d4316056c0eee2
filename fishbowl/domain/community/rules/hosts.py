"""Who looks after the community."""

from fishbowl.domain.community.model import Member
from fishbowl.domain.community.state import Community

HOSTS_WANTED = 2
"""The page for today asks for so many."""


def hosts(community: Community) -> list[Member]:
    """The members who accepted to be hosts, who joined first comes first."""
    found = [one for one in community.members.values() if one.is_host]
    return sorted(found, key=lambda one: one.id)
