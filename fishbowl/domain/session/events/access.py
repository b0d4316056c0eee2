"""Events about the links by which people come to run the session."""

from fishbowl.domain.kernel.roles import LinkRole
from fishbowl.domain.session.events.base import Event
from fishbowl.domain.session.events.limits import Count


class LinksRevoked(Event, frozen=True, kw_only=True):
    """All links of a role were taken back; those handed out from here are of ``generation``."""

    name = "links.revoked"
    undo = "by_role"
    undo_by = "facilitator"
    role: LinkRole
    generation: Count
