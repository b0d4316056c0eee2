"""Events of hosts: hosting is accepted, not assigned."""

from typing import ClassVar

from fishbowl.domain.community.events.base import Event
from fishbowl.domain.community.ids import MemberId


class HostAsked(Event, frozen=True, kw_only=True):
    """A host asks a member to be one as well."""

    name: ClassVar[str] = "host.asked"
    member: MemberId


class HostAccepted(Event, frozen=True, kw_only=True):
    """A member is a host from now on."""

    name: ClassVar[str] = "host.accepted"
    member: MemberId


class HostDeclined(Event, frozen=True, kw_only=True):
    """A member does not want to be a host now, or the question was taken back."""

    name: ClassVar[str] = "host.declined"
    member: MemberId


class HostStopped(Event, frozen=True, kw_only=True):
    """A member is a host no more; they stay a member."""

    name: ClassVar[str] = "host.stopped"
    member: MemberId
