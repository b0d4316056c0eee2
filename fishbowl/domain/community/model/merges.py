"""A merge of two members that was proposed."""

import msgspec

from fishbowl.domain.community.ids import MemberId, MergeId
from fishbowl.domain.kernel.ids import Millis


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
