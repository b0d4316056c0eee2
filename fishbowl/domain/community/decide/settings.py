"""Deciding what the community is and uses."""

from fishbowl.domain.community.commands import DescribeCommunity, SwitchFeature
from fishbowl.domain.community.decide.registry import Given, decides
from fishbowl.domain.community.events import CommunityDescribed, Event, FeatureSwitched
from fishbowl.domain.community.model import About
from fishbowl.domain.community.rules.settings import is_on
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import AlreadyTrue
from fishbowl.domain.kernel.words import clean, clean_lines


@decides
def describe_community(
    community: Community, command: DescribeCommunity, given: Given
) -> list[Event]:
    """Say what the community is, if that is another thing than before."""
    event = CommunityDescribed(
        kind=command.kind,
        title=clean(command.title),
        controller=clean(command.controller),
        address=clean_lines(command.address),
        contact=clean(command.contact),
        basis=clean_lines(command.basis),
        agreement=clean_lines(command.agreement),
        trusted=clean(command.trusted),
    )
    wanted = About(
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
    if wanted == community.about:
        raise AlreadyTrue
    return [event]


@decides
def switch_feature(community: Community, command: SwitchFeature, given: Given) -> list[Event]:
    """Switch on or off what the community uses, if it is otherwise."""
    if is_on(community, command.feature) == command.on:
        raise AlreadyTrue
    return [FeatureSwitched(feature=command.feature, on=command.on)]
