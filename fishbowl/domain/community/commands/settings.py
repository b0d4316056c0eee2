"""Commands about what the community is."""

from typing import ClassVar

from fishbowl.domain.community.commands.base import HOSTS, Address, Command, Line, Sender
from fishbowl.domain.community.ids import Kind


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
