"""Folds of what the community is."""

from fishbowl.domain.community.events import CommunityDescribed, Entry
from fishbowl.domain.community.evolve.registry import Changes, folds
from fishbowl.domain.community.model import About
from fishbowl.domain.community.state import Community


@folds
def community_described(community: Community, event: CommunityDescribed, entry: Entry) -> Changes:
    """Keep what the community is."""
    about = About(
        kind=event.kind,
        title=event.title,
        controller=event.controller,
        address=event.address,
        contact=event.contact,
        basis=event.basis,
        agreement=event.agreement,
        is_described=True,
    )
    return {"about": about}
