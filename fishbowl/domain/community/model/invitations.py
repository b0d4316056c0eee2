"""An invitation to somebody by name."""

import msgspec

from fishbowl.domain.community.ids import InvitationId
from fishbowl.domain.kernel.ids import Millis


class Invitation(msgspec.Struct, frozen=True, kw_only=True):
    """One that is not over; see :class:`..events.invitations.PersonInvited`.

    :param is_refused: they said no, which looks like silence to hosts until the invitation ends.
    """

    id: InvitationId
    label: str
    language: str
    invited_at_ms: Millis
    expires_at_ms: Millis
    is_refused: bool = False
