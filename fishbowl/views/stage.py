"""What the stage monitor shows those on the chairs: own time, who is next, who is to make room."""

from collections.abc import Iterator

from fishbowl.domain.session.model import Request
from fishbowl.domain.session.rules.chairs.free_chairs import calls_in_the_air, seated
from fishbowl.domain.session.rules.chairs.making_room import has_minute, tapper
from fishbowl.domain.session.rules.queue.requests import next_to_seat, waiting
from fishbowl.domain.session.state import Session
from fishbowl.views.common import (
    Links,
    bowl_slice,
    clock_slice,
    nameless,
    public_label,
    run_slice,
    session_slice,
    topics_slice,
)
from fishbowl.views.display import called_view, without_names
from fishbowl.views.outer_ring import shown_slice
from fishbowl.views.slices import Label, RoomView, Slice, StageSlice

NEXT_SHOWN = 3
"""Who comes, and who is to be ready after them."""


def stage_view(session: Session, links: Links) -> dict[str, Slice]:
    """Make the view for those on the chairs: with times, whatever the wall shows.

    Where the wall is without names, this screen is as well: the room can see it from behind.
    """
    bowl = bowl_slice(session, times=True, called=public_label)
    line = _line(session)
    return {
        "session": session_slice(session, links),
        "run": run_slice(session),
        "clock": clock_slice(session),
        "bowl": bowl if session.settings.wall_names else without_names(bowl),
        "topics": topics_slice(session),
        "shown": shown_slice(session),
        "stage": StageSlice(
            calls=tuple(called_view(session, request) for request in calls_in_the_air(session)),
            next=tuple(_named(session, request) for request in line[:NEXT_SHOWN]),
            count=len(line),
            room=tuple(_room(session)),
        ),
    }


def _line(session: Session) -> list[Request]:
    """Who waits for a chair, whoever would be called next in front; words read aloud need none."""
    first = next_to_seat(session)
    line = [request for request in waiting(session) if request.kind != "read_aloud"]
    return sorted(line, key=lambda request: request != first)


def _room(session: Session) -> Iterator[RoomView]:
    for turn in seated(session):
        newcomer = tapper(session, turn)
        if turn.asked_at_ms is None and newcomer is None:
            continue
        yield RoomView(
            chair=turn.chair,
            takes=None if newcomer is None else _named(session, newcomer),
            minute_until_run_ms=turn.minute_until_run_ms if has_minute(turn) else None,
        )


def _named(session: Session, request: Request) -> Label:
    person = public_label(session, request.person)
    return person if session.settings.wall_names else nameless(person)
