"""What the community uses."""

from fishbowl.domain.community.ids import Feature
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import Rejected


def is_on(community: Community, feature: Feature) -> bool:
    """Whether the community uses something.

    What is off is on no page, sends no letter and makes no suggestion.
    """
    return feature not in community.off


def check_on(community: Community, feature: Feature) -> None:
    """Go on if the community uses something.

    :raises Rejected: ``switched_off``.
    """
    if not is_on(community, feature):
        raise Rejected("switched_off", feature=feature)
