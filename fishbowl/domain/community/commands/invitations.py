"""Commands about invitations."""

from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from fishbowl.domain.community.commands.base import (
    HOSTS,
    PEOPLE_MAX,
    Command,
    Label,
    LanguageTag,
    Sender,
)
from fishbowl.domain.community.ids import InvitationEnd, InvitationId


class Invited(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody on a list; the address is no part of the command."""

    label: Label = ""
    language: LanguageTag = "en"


class InvitePeople(Command, frozen=True, kw_only=True):
    """Invite people by name; each gets one letter."""

    senders: ClassVar[frozenset[Sender]] = HOSTS
    people: Annotated[tuple[Invited, ...], Meta(min_length=1, max_length=PEOPLE_MAX)]


class EndInvitation(Command, frozen=True, kw_only=True):
    """Let an invitation be over: withdrawn by a host, expired, or refused at a door.

    Hosts are not told of a no.
    """

    senders: ClassVar[frozenset[Sender]] = frozenset({"owner", "host", "door", "time"})
    invitation: InvitationId
    why: InvitationEnd


class RenewInvitationLink(Command, frozen=True, kw_only=True):
    """Make another link for everybody present; the old one opens nothing."""

    senders: ClassVar[frozenset[Sender]] = HOSTS
