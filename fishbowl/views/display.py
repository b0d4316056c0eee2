"""What the room display shows."""

from fishbowl.domain.chairs import is_inviting
from fishbowl.domain.queue import waiting
from fishbowl.domain.state import Session
from fishbowl.domain.voices import voices_heard
from fishbowl.views.common import (
    Links,
    bowl_slice,
    clock_slice,
    label,
    rules_slice,
    run_slice,
    session_slice,
    topics_slice,
)
from fishbowl.views.equity import balance_slice
from fishbowl.views.outer_ring import shown_slice, thumbs_slice, vote_slice
from fishbowl.views.slices import DisplayQueueSlice, Slice, WaitingView, WallSlice
from fishbowl.views.takeaways import looking_back_slice, quotes_slice

FIRST_SHOWN = 5
"""The wall names five who wait, or four and a number."""


def display_view(session: Session, links: Links) -> dict[str, Slice]:
    """Make the view for the wall: no seated times unless the facilitator wants them there."""
    line = waiting(session)
    return {
        "session": session_slice(session, links),
        "rules": rules_slice(session),
        "run": run_slice(session),
        "clock": clock_slice(session),
        "bowl": bowl_slice(session, times=session.settings.show_times),
        "queue": DisplayQueueSlice(
            first=tuple(
                WaitingView(person=label(session, request.person), kind=request.kind)
                for request in line[:FIRST_SHOWN]
            ),
            count=len(line),
        ),
        "topics": topics_slice(session),
        "vote": vote_slice(session),
        "thumbs": thumbs_slice(session),
        "shown": shown_slice(session),
        "looking_back": looking_back_slice(session),
        "quotes": quotes_slice(session),
        "balance": balance_slice(session),
        "wall": WallSlice(
            what=session.wall.what,
            invited=is_inviting(session),
            join_url=links.join_url,
            join_text=links.join_text,
            voices=voices_heard(session),
        ),
    }
