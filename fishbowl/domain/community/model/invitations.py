"""An invitation to somebody by name."""

import msgspec

from fishbowl.domain.community.ids import InvitationId
from fishbowl.domain.kernel.ids import Millis


class Invitation(msgspec.Struct, frozen=True, kw_only=True):
    """One that is not answered yet; see :class:`..events.invitations.PersonInvited`."""

    id: InvitationId
    label: str
    language: str
    invited_at_ms: Millis
    expires_at_ms: Millis
