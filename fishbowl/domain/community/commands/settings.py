"""Commands about what the community is and uses."""

from typing import ClassVar

from fishbowl.domain.community.commands.base import HOSTS, Address, Command, Line, Sender
from fishbowl.domain.community.ids import Feature, Kind


class DescribeCommunity(Command, frozen=True, kw_only=True):
    """Say what this community is; see the event for the fields."""

    senders: ClassVar[frozenset[Sender]] = HOSTS
    kind: Kind
    title: Line = ""
    controller: Line = ""
    address: Address = ""
    contact: Line = ""
    basis: Address = ""
    agreement: Address = ""
    trusted: Line = ""


class SwitchFeature(Command, frozen=True, kw_only=True):
    """Switch on or off what the community uses. What is off is on no page and sends no letter."""

    senders: ClassVar[frozenset[Sender]] = HOSTS
    feature: Feature
    on: bool
