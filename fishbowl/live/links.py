"""The addresses that a view needs from the shell."""

from fishbowl.domain.state import Session
from fishbowl.doors import Doors
from fishbowl.network import Network
from fishbowl.views.common import Links


class LinkMaker:
    """Makes the links of a session.

    :param doors: knows the unguessable name of a summary.
    :param network: knows which address of this machine phones can reach.
    """

    def __init__(self, doors: Doors, network: Network) -> None:
        self._doors = doors
        self._network = network

    def links(self, session: Session) -> Links:
        """The links of a session as it is now."""
        chosen = session.settings.address
        slug = self._doors.summary_slug(session.code, session.summary.edition)
        return Links(
            join_url=self._network.join_url(session.code, chosen),
            join_text=f"{self._network.join_text(chosen)}/{session.code.lower()}",
            summary=f"/s/{slug}",
        )
