"""What the community uses."""

from collections.abc import Mapping

from fishbowl.domain.community.ids import CONSENTS, Consent, Feature
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


def uses_offers(community: Community) -> bool:
    """Whether anything comes of offers and needs; if not, no page and no letter speaks of them."""
    return is_on(community, "introductions") or is_on(community, "ask")


_FOR: Mapping[Consent, tuple[Feature, ...]] = {
    "meet": ("introductions", "rounds"),
    "answer": ("ask",),
}
"""Consents that are asked for only while one of these is on; the others always are."""


def consents_asked(community: Community) -> tuple[Consent, ...]:
    """The consents that members are asked for, in their fixed order.

    One that is not asked for stays as it is, and holds again when what it is for is switched on.
    """
    return tuple(
        one
        for one in CONSENTS
        if one not in _FOR or any(is_on(community, feature) for feature in _FOR[one])
    )
