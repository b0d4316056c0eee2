"""The newest view of every face: built once a version, each slice encoded once."""

from collections.abc import Callable
from typing import Any

import msgspec

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.state import Session
from fishbowl.live.links import LinkMaker
from fishbowl.views.common import Links
from fishbowl.views.console import console_view
from fishbowl.views.display import display_view
from fishbowl.views.outside import seen_from_outside
from fishbowl.views.phone import phone_view
from fishbowl.views.runner import runner_view
from fishbowl.views.slices import Face, Slice
from fishbowl.views.stage import stage_view

encoded: Callable[[Any], bytes] = msgspec.json.Encoder().encode
"""Makes the JSON of a message or a slice."""

FACE_VIEWS: dict[Face, Callable[[Session, Links], dict[str, Slice]]] = {
    "phone": phone_view,
    "display": display_view,
    "runner": runner_view,
    "stage": stage_view,
}
"""The console is not among them: it is another one for every role."""

KEPT_MAX = 400
"""Views that are kept: those of a hundred rooms, with room for helpers."""


class Views:
    """Gives the slices of a face as JSON.

    In a join storm a thousand phones ask for the same view, so the newest of every face is kept.
    """

    def __init__(self, links: LinkMaker) -> None:
        self._links = links
        self._kept: dict[tuple[str, Face, Role, bool], tuple[Session, Links, dict[str, bytes]]] = {}

    def of(
        self, session: Session, face: Face, role: Role, *, outside: bool = False
    ) -> dict[str, bytes]:
        """All slices of a face, by name. The role matters at the console alone.

        :param outside: for those who were not in a session that has closed.
        """
        place = (session.code, face, role if face == "console" else Role.ATTENDEE, outside)
        links = self._links.links(session)
        kept = self._kept.pop(place, None)
        if kept is None or kept[0] is not session or kept[1] != links:
            seen = seen_from_outside(session) if outside else session
            view = self._built(seen, links, face, role)
            kept = (session, links, {name: encoded(part) for name, part in view.items()})
        self._kept[place] = kept
        if len(self._kept) > KEPT_MAX:
            del self._kept[next(iter(self._kept))]  # the one that was asked for longest ago
        return kept[2]

    def drop(self, code: str) -> None:
        """Keep nothing of a session that is no more."""
        for place in [place for place in self._kept if place[0] == code]:
            del self._kept[place]

    @staticmethod
    def _built(session: Session, links: Links, face: Face, role: Role) -> dict[str, Slice]:
        if face == "console":
            return console_view(session, links, role)
        return FACE_VIEWS[face](session, links)
