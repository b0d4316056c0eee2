"""The addresses in views: of joining and of the summary."""

from functools import lru_cache

from fishbowl.access.keys import AccessKeys
from fishbowl.domain.session.state import Session
from fishbowl.host.network import Network
from fishbowl.views.common import Links

KEPT_MAX = 200
"""Sessions whose links are kept."""


class LinkMaker:
    """Makes the links of a session.

    :param access_keys: knows the unguessable name of a summary.
    :param network: knows which address of this machine phones can reach.
    """

    def __init__(self, access_keys: AccessKeys, network: Network) -> None:
        self._access_keys = access_keys
        self._network = network
        # Every phone of a storm asks for them, and they hardly ever change.
        self._kept = lru_cache(KEPT_MAX)(self._made)

    def links(self, session: Session) -> Links:
        """The links of a session as it is now."""
        base = self._network.base(session.settings.address)
        return self._kept(session.code, base)

    def _made(self, code: str, base: str) -> Links:
        return Links(
            join_url=f"{base}/{code}",
            join_text=f"{base.partition('://')[2]}/{code.lower()}",
            summary=f"/s/{self._access_keys.summary_slug(code)}",
        )
