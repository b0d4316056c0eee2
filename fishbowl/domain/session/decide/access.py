"""Rules of the links by which people come to run the session."""

from collections.abc import Sequence

from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.state import Session


@decides
def revoke_links(session: Session, command: c.RevokeLinks, given: Given) -> Sequence[e.Event]:
    """Take a role's links back. A generation is never used twice, also not after an undo."""
    return [e.LinksRevoked(role=command.role, generation=session.last_generation + 1)]


@decides
def renew_link(session: Session, command: c.RenewLink, given: Given) -> Sequence[e.Event]:
    """Let the facilitator's link be another from now on; the links of helpers stay good."""
    return [e.LinksRevoked(role="facilitator", generation=session.last_generation + 1)]
