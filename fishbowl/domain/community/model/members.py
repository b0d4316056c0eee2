"""Members, those who are invited, merges, and what the community is."""

from typing import Literal

import msgspec

from fishbowl.domain.community.ids import (
    Consent,
    InvitationId,
    Kind,
    MemberId,
    MergeId,
    PassWay,
    Quarter,
    Reach,
)
from fishbowl.domain.kernel.ids import Millis, Seq


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
    trusted: str = ""
    is_described: bool = False


Hosting = Literal["no", "asked", "declined", "yes"]
"""``declined``: they said no, which looks like ``asked`` to everybody else until the question ends.
"""


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A session that a member wants to be known in.

    :param seq: the entry by which it was linked.
    :param person: their number in the session.
    """

    seq: Seq
    code: str
    person: int


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who chose to be known from one session to the next.

    :param label: what they are called.
    :param seen: the last quarter in which they were here.
    :param host_until_ms: when the question whether they want to be a host ends.
    :param asked_until_ms: they were asked whether they stay, and are forgotten at this instant.
    :param pass_replaced_at_ms: when they last got a new pass, and by which ``way``.
    :param entries: every entry that says who they are or which sessions are theirs.
    """

    id: MemberId
    label: str
    language: str
    time_zone: str
    reach: Reach
    consents: frozenset[Consent] = frozenset()
    joined_at_ms: Millis
    seen: Quarter
    links: tuple[Link, ...] = ()
    hosting: Hosting = "no"
    host_until_ms: Millis | None = None
    asked_until_ms: Millis | None = None
    pass_replaced_at_ms: Millis | None = None
    way: PassWay | None = None
    entries: tuple[Seq, ...] = ()

    @property
    def is_host(self) -> bool:
        """Whether they accepted to be a host."""
        return self.hosting == "yes"

    def link_to(self, code: str) -> Link | None:
        """The link to a session; ``None`` if there is none."""
        return next((link for link in self.links if link.code == code), None)


class Invitation(msgspec.Struct, frozen=True, kw_only=True):
    """One that is not over; see :class:`..events.invitations.PersonInvited`.

    :param is_refused: they said no, which looks like silence to hosts until the invitation ends.
    """

    id: InvitationId
    label: str
    language: str
    invited_at_ms: Millis
    expires_at_ms: Millis
    is_refused: bool = False


class Merge(msgspec.Struct, frozen=True, kw_only=True):
    """One that is going on.

    :param agreed: who of the two has agreed.
    :param declined: who of the two has said no; it is told to nobody.
    """

    id: MergeId
    keeps: MemberId
    goes: MemberId
    agreed: frozenset[MemberId] = frozenset()
    declined: frozenset[MemberId] = frozenset()
    proposed_at_ms: Millis

    def has(self, member: MemberId) -> bool:
        """Whether somebody is one of the two."""
        return member in (self.keeps, self.goes)
