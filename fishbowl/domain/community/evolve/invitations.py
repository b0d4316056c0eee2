"""Folds of invitations."""

import msgspec

from fishbowl.domain.community import events as e
from fishbowl.domain.community.evolve.registry import Changes, folds
from fishbowl.domain.community.ids import InvitationId
from fishbowl.domain.community.model import Invitation
from fishbowl.domain.community.state import Community


@folds
def person_invited(community: Community, event: e.PersonInvited, entry: e.Entry) -> Changes:
    """Keep an invitation that waits for an answer."""
    invitation = Invitation(
        id=InvitationId(entry.seq),
        label=event.label,
        language=event.language,
        invited_at_ms=entry.at_ms,
        expires_at_ms=event.expires_at_ms,
    )
    return {"invitations": community.invitations.set(invitation.id, invitation)}


@folds
def invitation_refused(community: Community, event: e.InvitationRefused, entry: e.Entry) -> Changes:
    """Note that somebody said no."""
    invitation = msgspec.structs.replace(community.invitations[event.invitation], is_refused=True)
    return {"invitations": community.invitations.set(invitation.id, invitation)}


@folds
def invitation_ended(community: Community, event: e.InvitationEnded, entry: e.Entry) -> Changes:
    """Forget an invitation."""
    return {"invitations": community.invitations.delete(event.invitation)}


@folds
def invitation_link_renewed(
    community: Community, event: e.InvitationLinkRenewed, entry: e.Entry
) -> Changes:
    """Let another link for everybody present be good."""
    return {"invitation_generation": event.generation}
