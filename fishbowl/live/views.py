"""A cache of the newest view of each face: built once for a version, each slice encoded once."""

from collections.abc import Callable
from typing import Any

import msgspec

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.state import Session
from fishbowl.live.links import LinkMaker
from fishbowl.views.common import Links
from fishbowl.views.console import console_apart_from_calls, console_of_calls
from fishbowl.views.display import display_view
from fishbowl.views.equity import equity_slice
from fishbowl.views.outside import seen_from_outside
from fishbowl.views.phone import phone_apart_from_calls, phone_of_calls, phone_view
from fishbowl.views.runner import runner_view
from fishbowl.views.slices import Face, Slice
from fishbowl.views.stage import stage_view
from fishbowl.views.unchanged import equity_follows_calls, same_apart_from_calls

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


class _Kept(msgspec.Struct, frozen=True):
    """A view as it was made last: all its slices, and those that calls do not change."""

    session: Session
    links: Links
    slices: dict[str, bytes]
    apart_from_calls: dict[str, bytes]


class Views:
    """Gives the slices of a face as JSON.

    In a join storm a thousand phones ask for the same view, so the newest of every face is kept.
    """

    def __init__(self, links: LinkMaker) -> None:
        self._links = links
        self._kept: dict[tuple[str, Face, Role, bool], _Kept] = {}

    def of(
        self, session: Session, face: Face, role: Role, *, outside: bool = False
    ) -> dict[str, bytes]:
        """All slices of a face, by name. The role matters at the console alone.

        :param outside: for those who were not in a session that has closed.
        """
        place = (session.code, face, role if face == "console" else Role.ATTENDEE, outside)
        links = self._links.links(session)
        kept = self._kept.pop(place, None)
        if kept is None or kept.session is not session or kept.links != links:
            kept = self._made(session, links, face, role, outside, kept)
        self._kept[place] = kept
        if len(self._kept) > KEPT_MAX:
            del self._kept[next(iter(self._kept))]  # the one that was asked for longest ago
        return kept.slices

    def drop(self, code: str) -> None:
        """Keep nothing of a session that is no more."""
        for place in [place for place in self._kept if place[0] == code]:
            del self._kept[place]

    @staticmethod
    def _made(
        session: Session, links: Links, face: Face, role: Role, outside: bool, kept: _Kept | None
    ) -> _Kept:
        """Make a view, with the slices of the one before that nothing has changed."""
        seen = seen_from_outside(session) if outside else session
        is_console = face == "console"
        if not is_console and face != "phone":
            return _Kept(session, links, _encoded_slices(FACE_VIEWS[face](seen, links)), {})
        if (
            kept is not None
            and kept.links == links
            and same_apart_from_calls(kept.session, session)
        ):
            others = kept.apart_from_calls
            if is_console and equity_follows_calls(session):
                others = others | {"equity": encoded(equity_slice(session))}
        elif is_console:
            others = _encoded_slices(console_apart_from_calls(seen, links, role))
        else:
            others = _encoded_slices(phone_apart_from_calls(seen, links))
        calls = console_of_calls(seen, links, role) if is_console else phone_of_calls(seen)
        return _Kept(session, links, others | _encoded_slices(calls), others)


def _encoded_slices(view: dict[str, Slice]) -> dict[str, bytes]:
    return {name: encoded(part) for name, part in view.items()}
