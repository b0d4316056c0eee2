"""What the community uses."""

from fishbowl.domain.community.ids import Feature
from fishbowl.domain.community.state import Community


def is_on(community: Community, feature: Feature) -> bool:
    """Whether the community uses something.

    What is off is on no page, sends no letter and makes no suggestion.
    """
    return feature not in community.off
