"""What happens to the links of those who help."""

import msgspec

from fishbowl.domain.session import events as e
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve.registry import folds
from fishbowl.domain.session.model import Part
from fishbowl.domain.session.state import Changes, Session


@folds
def links_revoked(session: Session, event: e.LinksRevoked, entry: Entry) -> Changes:
    """Let links of the new generation open the door, and no others of that role."""
    access = msgspec.structs.replace(session.access, **{event.role: event.generation})
    return {Part("access"): access}
