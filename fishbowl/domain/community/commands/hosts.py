"""Commands about hosts."""

from typing import ClassVar

from fishbowl.domain.community.commands.base import (
    HOSTS,
    MEMBER,
    MEMBER_OR_DOOR,
    TIME,
    Command,
    Sender,
)
from fishbowl.domain.community.ids import MemberId


class AskHost(Command, frozen=True, kw_only=True):
    """Ask a member to be a host as well."""

    senders: ClassVar[frozenset[Sender]] = HOSTS
    member: MemberId


class TakeBackHostQuestion(Command, frozen=True, kw_only=True):
    """Ask them no more; who has accepted stays a host."""

    senders: ClassVar[frozenset[Sender]] = HOSTS
    member: MemberId


class AcceptHosting(Command, frozen=True, kw_only=True):
    """Be a host."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId


class DeclineHosting(Command, frozen=True, kw_only=True):
    """Not now."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId


class EndHostQuestion(Command, frozen=True, kw_only=True):
    """End a question whose time is over."""

    senders: ClassVar[frozenset[Sender]] = TIME
    member: MemberId


class StopHosting(Command, frozen=True, kw_only=True):
    """Be a host no more."""

    senders: ClassVar[frozenset[Sender]] = MEMBER
    member: MemberId
