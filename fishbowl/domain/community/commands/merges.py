"""Commands about two members who are one person."""

from typing import ClassVar

from fishbowl.domain.community.commands.base import HOSTS, MEMBER_OR_DOOR, TIME, Command, Sender
from fishbowl.domain.community.ids import MemberId, MergeId


class ProposeMerge(Command, frozen=True, kw_only=True):
    """Ask two members whether they are one."""

    senders: ClassVar[frozenset[Sender]] = HOSTS
    keeps: MemberId
    goes: MemberId


class AgreeToMerge(Command, frozen=True, kw_only=True):
    """Say that it is so; it is done when both have."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId
    merge: MergeId


class DeclineMerge(Command, frozen=True, kw_only=True):
    """Say that it is not so."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId
    merge: MergeId


class EndMerge(Command, frozen=True, kw_only=True):
    """End a merge that was not answered."""

    senders: ClassVar[frozenset[Sender]] = TIME
    merge: MergeId
