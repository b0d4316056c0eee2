"""Commands about whom a member does not want to meet."""

from typing import ClassVar

from fishbowl.domain.community.commands.base import MEMBER, Command, Label, Sender
from fishbowl.domain.community.ids import ApartId, MemberId


class KeepApart(Command, frozen=True, kw_only=True):
    """Do not be brought together with somebody.

    :param other: a member; 0 for whoever is called like the ``label``.
    """

    senders: ClassVar[frozenset[Sender]] = MEMBER
    member: MemberId
    other: MemberId = MemberId(0)
    label: Label = ""


class AllowAgain(Command, frozen=True, kw_only=True):
    """Take that back."""

    senders: ClassVar[frozenset[Sender]] = MEMBER
    member: MemberId
    apart: ApartId
