"""Events about the links by which others help to run the session."""

from fishbowl.domain.events.base import Event
from fishbowl.domain.roles import HelperRole


class LinksRevoked(Event, frozen=True, kw_only=True):
    """All links of a role were taken back; those handed out from here are of ``generation``."""

    name = "links.revoked"
    role: HelperRole
    generation: int
