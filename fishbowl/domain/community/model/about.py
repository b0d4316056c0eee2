"""What the community is, and who is responsible for it."""

import msgspec

from fishbowl.domain.community.ids import Kind


class About(msgspec.Struct, frozen=True, kw_only=True):
    """As a host has said it; empty where nobody has.

    See :class:`~fishbowl.domain.community.events.settings.CommunityDescribed` for the fields.
    """

    kind: Kind = "association"
    title: str = ""
    controller: str = ""
    address: str = ""
    contact: str = ""
    basis: str = ""
    agreement: str = ""
    is_described: bool = False
