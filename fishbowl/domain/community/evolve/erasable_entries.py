"""Which entries tell something of a member: they are erased when the member leaves."""

import msgspec
from immutables import Map

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.model import Member
from fishbowl.domain.kernel.ids import Seq


def told_by(members: Map[MemberId, Member], seq: Seq, *about: MemberId) -> Map[MemberId, Member]:
    """Note that an entry tells something of these members."""
    for id in about:
        member = members[id]
        members = members.set(id, msgspec.structs.replace(member, entries=(*member.entries, seq)))
    return members
