"""Views that are kept from change to change, held against views that are made anew."""

from functools import partial
from typing import Any

from fishbowl.domain.kernel.roles import AT_THE_CONSOLE, Role
from fishbowl.domain.session.rules.wall import pictured
from fishbowl.domain.session.state import Session
from fishbowl.live.views import FACE_VIEWS, Views, encoded
from fishbowl.views.common import Links
from fishbowl.views.console import console_apart_from_calls, console_view
from fishbowl.views.display import DISPLAY_SLICES, Maker, display_view
from fishbowl.views.kept_slices import KeptSlices
from fishbowl.views.outside import seen_from_outside
from fishbowl.views.phone import phone_apart_from_calls
from fishbowl.views.slices import Slice
from fishbowl.views.unchanged import OF_CALLS, equity_follows_calls
from tests.views.reading import NOWHERE

read: set[str] = set()
"""The fields that watched sessions were asked for."""


class Watched(Session, frozen=True, kw_only=True):
    """A session that notes which of its fields are read."""

    def __getattribute__(self, name: str) -> Any:
        read.add(name)
        return super().__getattribute__(name)


class Nowhere:
    """Makes links that lead nowhere."""

    def links(self, session: Session) -> Links:
        return NOWHERE


class KeptViews:
    """Follows one session with the views that a server keeps."""

    def __init__(self) -> None:
        self._views = Views(Nowhere())  # type: ignore[arg-type]
        self._display: dict[str, Any] = {}
        self._kept_display = KeptSlices(
            {name: partial(_of_display, make) for name, make in DISPLAY_SLICES.items()}
        )

    def check(self, session: Session) -> None:
        """What is kept and made anew together is what the whole view would be."""
        for role in AT_THE_CONSOLE:
            kept = self._views.of(session, "console", role)
            assert kept == _json(console_view(session, NOWHERE, role))
        for face, view in FACE_VIEWS.items():
            kept = self._views.of(session, face, Role.FACILITATOR)
            assert kept == _json(view(session, NOWHERE))
        self._display |= self._kept_display.changes(session)
        assert self._display == display_view(session, NOWHERE)
        seen = seen_from_outside(session)
        kept = self._views.of(session, "phone", Role.FACILITATOR, outside=True)
        assert kept == _json(FACE_VIEWS["phone"](seen, NOWHERE))


def check_what_is_read(session: Session) -> None:
    """The slices that are kept when only requests and calls have changed read nothing of them."""
    follows = equity_follows_calls(session)
    watched = Watched(**{name: getattr(session, name) for name in Session.__struct_fields__})
    read.clear()
    console_apart_from_calls(watched, NOWHERE, Role.FACILITATOR)
    phone_apart_from_calls(watched, NOWHERE)
    found = read & OF_CALLS
    if follows:
        found -= {"requests", "at_ms"}
    assert not found


def _of_display(make: Maker, session: Session) -> Slice:
    return make(pictured(session), session, NOWHERE)


def _json(view: dict[str, Any]) -> dict[str, bytes]:
    return {name: encoded(part) for name, part in view.items()}
