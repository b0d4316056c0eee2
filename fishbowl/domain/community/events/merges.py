"""Events of merges: two members who are the same person."""

from typing import ClassVar

from fishbowl.domain.community.events.base import Event
from fishbowl.domain.community.ids import MemberId, MergeEnd, MergeId


class MergeProposed(Event, frozen=True, kw_only=True):
    """A host believes that two members are one; both are asked.

    :param keeps: the member that stays.
    :param goes: the member whose sessions and passes become the other's.
    """

    name: ClassVar[str] = "merge.proposed"
    keeps: MemberId
    goes: MemberId


class MergeAgreed(Event, frozen=True, kw_only=True):
    """One of the two agreed."""

    name: ClassVar[str] = "merge.agreed"
    merge: MergeId
    member: MemberId


class MergeDeclined(Event, frozen=True, kw_only=True):
    """One of the two said that it is not so; to everybody else the merge waits until it ends."""

    name: ClassVar[str] = "merge.declined"
    merge: MergeId
    member: MemberId


class MergeEnded(Event, frozen=True, kw_only=True):
    """A merge was done, or will not be."""

    name: ClassVar[str] = "merge.ended"
    merge: MergeId
    why: MergeEnd
