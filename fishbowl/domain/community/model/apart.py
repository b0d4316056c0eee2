"""Whom a member does not want to meet."""

import msgspec

from fishbowl.domain.community.ids import ApartId, MemberId


class Apart(msgspec.Struct, frozen=True, kw_only=True):
    """A member's wish, which is shown to nobody but them, and obeyed unseen.

    :param other: whom they do not want to meet; 0 if they gave a name instead.
    :param label: that name. Whoever is called so is meant, also who joins after it was said.
    """

    id: ApartId
    member: MemberId
    other: MemberId
    label: str = ""
