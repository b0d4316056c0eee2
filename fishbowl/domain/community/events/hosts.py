"""Events of hosts: hosting is accepted, not assigned."""

from typing import ClassVar

from fishbowl.domain.community.events.base import Event
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.ids import Millis


class HostAsked(Event, frozen=True, kw_only=True):
    """A host asks a member to be one as well.

    :param until_ms: the instant at which the question ends without an answer.
    """

    name: ClassVar[str] = "host.asked"
    member: MemberId
    until_ms: Millis


class HostAccepted(Event, frozen=True, kw_only=True):
    """A member is a host from now on."""

    name: ClassVar[str] = "host.accepted"
    member: MemberId


class HostDeclined(Event, frozen=True, kw_only=True):
    """A member does not want to be a host now; hosts see a question that waits until it ends."""

    name: ClassVar[str] = "host.declined"
    member: MemberId


class HostQuestionEnded(Event, frozen=True, kw_only=True):
    """A member is asked no more: the question was taken back, or its time is over."""

    name: ClassVar[str] = "host.question_ended"
    member: MemberId


class HostStopped(Event, frozen=True, kw_only=True):
    """A member is a host no more; they stay a member."""

    name: ClassVar[str] = "host.stopped"
    member: MemberId
