"""What the room display shows."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.model import Request
from fishbowl.domain.session.rules.chairs.free_chairs import calls_in_the_air, is_inviting
from fishbowl.domain.session.rules.floor.contributions import voices_heard
from fishbowl.domain.session.rules.queue.requests import waiting
from fishbowl.domain.session.rules.wall import pictured, screen, showing, stands_at_ms
from fishbowl.domain.session.state import Session
from fishbowl.views.common import (
    Links,
    bowl_slice,
    clock_slice,
    nameless,
    public_label,
    rules_slice,
    run_slice,
    session_slice,
    topics_slice,
    wifi_slice,
)
from fishbowl.views.equity import balance_slice
from fishbowl.views.outer_ring import shown_slice, thumbs_slice, wall_vote
from fishbowl.views.slices import (
    BowlSlice,
    CalledView,
    DisplayQueueSlice,
    Slice,
    WaitingView,
    WallSlice,
)
from fishbowl.views.takeaways import looking_back_slice, quotes_slice, still_up

FIRST_SHOWN = 5
"""The wall names five who wait, or four and a number."""


Maker = Callable[[Session, Session, Links], Slice]
"""Makes a slice from the session as the wall shows it, and the session as it is."""


def display_view(session: Session, links: Links) -> dict[str, Slice]:
    """Make the view for the wall: no seated times unless the facilitator wants them there.

    While the wall is frozen, everything but its own state is of the moment when it was.
    """
    shown = pictured(session)
    return {name: make(shown, session, links) for name, make in DISPLAY_SLICES.items()}


def _wall(shown: Session, session: Session, links: Links) -> WallSlice:
    return WallSlice(
        what=shown.wall.what,
        screen=screen(shown),
        showing=showing(session),
        stands_at_ms=stands_at_ms(session),
        invited=is_inviting(shown),
        join_url=links.join_url,
        join_text=links.join_text,
        voices=voices_heard(shown),
        called=tuple(called_view(shown, request) for request in calls_in_the_air(shown)),
    )


def _bowl(session: Session) -> BowlSlice:
    bowl = bowl_slice(session, times=session.settings.show_times, called=public_label)
    return bowl if session.settings.wall_names else without_names(bowl)


def without_names(bowl: BowlSlice) -> BowlSlice:
    """The chairs, for a screen that does not tell who sits on them."""
    return BowlSlice(
        chairs=tuple(
            chair if chair.person is None else replace(chair, person=nameless(chair.person))
            for chair in bowl.chairs
        )
    )


def _queue(session: Session) -> DisplayQueueSlice:
    if not session.settings.wall_queue or clock_state(session.clock) == "closed":
        return DisplayQueueSlice(first=(), count=0)
    line = waiting(session)
    people = [public_label(session, request.person) for request in line[:FIRST_SHOWN]]
    if not session.settings.wall_names:
        people = [nameless(person) for person in people]
    return DisplayQueueSlice(
        first=tuple(
            WaitingView(person=person, kind=request.kind)
            for person, request in zip(people, line, strict=False)
        ),
        count=len(line),
    )


def called_view(session: Session, request: Request) -> CalledView:
    """A call in the air, as far as the wall may name who was called."""
    person = public_label(session, request.person)
    return CalledView(
        chair=request.chair or 0,
        person=person if session.settings.wall_names else nameless(person),
        called_run_ms=request.called_run_ms or 0,
    )


DISPLAY_SLICES: Mapping[str, Maker] = {
    "session": lambda shown, now, links: session_slice(shown, links),
    "rules": lambda shown, now, links: rules_slice(shown),
    "run": lambda shown, now, links: run_slice(shown),
    "clock": lambda shown, now, links: clock_slice(shown),
    "bowl": lambda shown, now, links: _bowl(shown),
    "queue": lambda shown, now, links: _queue(shown),
    "topics": lambda shown, now, links: topics_slice(shown),
    "vote": lambda shown, now, links: wall_vote(shown),
    "thumbs": lambda shown, now, links: thumbs_slice(shown),
    "shown": lambda shown, now, links: shown_slice(shown),
    "balance": lambda shown, now, links: balance_slice(shown),
    "wifi": lambda shown, now, links: wifi_slice(shown),
    "looking_back": lambda shown, now, links: looking_back_slice(shown),
    "quotes": lambda shown, now, links: still_up(quotes_slice(shown), now),
    "wall": _wall,
}
"""The slices of the display, in the order in which they are sent."""
