"""Events of invitations: to people by name, and to whoever has the link."""

from typing import ClassVar

from fishbowl.domain.community.events.base import Event
from fishbowl.domain.community.ids import InvitationEnd, InvitationId
from fishbowl.domain.kernel.ids import Millis


class PersonInvited(Event, frozen=True, kw_only=True):
    """A host invited somebody by name; they are no member before they accept.

    :param label: what the host calls them.
    :param language: of the letter (BCP 47).
    :param expires_at_ms: the instant at which they are forgotten if they do not answer.
    """

    name: ClassVar[str] = "person.invited"
    erasable: ClassVar[tuple[str, ...]] = ("label", "language")
    label: str
    language: str
    expires_at_ms: Millis


class InvitationRefused(Event, frozen=True, kw_only=True):
    """Somebody does not want to be a member; to hosts the invitation waits until it ends."""

    name: ClassVar[str] = "invitation.refused"
    invitation: InvitationId


class InvitationEnded(Event, frozen=True, kw_only=True):
    """An invitation is answered or over; the name that it held is overwritten."""

    name: ClassVar[str] = "invitation.ended"
    invitation: InvitationId
    why: InvitationEnd


class InvitationLinkRenewed(Event, frozen=True, kw_only=True):
    """The link by which anybody present may join is another one; the old one opens nothing."""

    name: ClassVar[str] = "invitation_link.renewed"
    generation: int
