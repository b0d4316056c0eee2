"""Folds of what the community is and uses."""

from fishbowl.domain.community.events import CommunityDescribed, Entry, FeatureSwitched
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
        trusted=event.trusted,
        is_described=True,
    )
    return {"about": about}


@folds
def feature_switched(community: Community, event: FeatureSwitched, entry: Entry) -> Changes:
    """Keep what is off."""
    one = frozenset({event.feature})
    return {"off": community.off - one if event.on else community.off | one}
