"""Deciding about invitations."""

from fishbowl.domain.community import commands as c
from fishbowl.domain.community import events as e
from fishbowl.domain.community.decide.registry import Given, decides
from fishbowl.domain.community.rules.invitations import KEPT_MS, OPEN_MAX
from fishbowl.domain.community.state import Community
from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.kernel.words import clean


@decides
def invite_people(community: Community, command: c.InvitePeople, given: Given) -> list[e.Event]:
    """Invite people; who is refused an invitation was left out by the door that has the address."""
    if len(community.invitations) + len(command.people) > OPEN_MAX:
        raise Rejected("limit_reached", most=OPEN_MAX)
    expires_at_ms = Millis(given.now_ms + KEPT_MS)
    return [
        e.PersonInvited(
            label=clean(person.label), language=person.language, expires_at_ms=expires_at_ms
        )
        for person in command.people
    ]


@decides
def end_invitation(community: Community, command: c.EndInvitation, given: Given) -> list[e.Event]:
    """End an invitation.

    A no is noted; to hosts the invitation waits until it expires.

    :raises Rejected: ``invitation_over``: it cannot end that way, or has not expired.
    """
    found = community.invitations.get(command.invitation)
    if found is None:
        raise AlreadyTrue
    if given.role is Role.DOOR and command.why == "refused":
        if found.is_refused:
            raise AlreadyTrue
        return [e.InvitationRefused(invitation=found.id)]
    fits = {
        Role.DOOR: False,
        Role.TIME: command.why == "expired" and found.expires_at_ms <= given.now_ms,
    }
    if not fits.get(given.role, command.why == "withdrawn"):
        raise Rejected("invitation_over")
    return [e.InvitationEnded(invitation=found.id, why=command.why)]


@decides
def renew_invitation_link(
    community: Community, command: c.RenewInvitationLink, given: Given
) -> list[e.Event]:
    """Make another link for everybody present."""
    return [e.InvitationLinkRenewed(generation=community.invitation_generation + 1)]
