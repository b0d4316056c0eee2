"""What the microphone runner's phone shows: who is called, to which chair, and where they are."""

from fishbowl.domain.session.model import Request
from fishbowl.domain.session.rules.chairs.free_chairs import calls_in_the_air
from fishbowl.domain.session.rules.lifecycle.deadlines import call_deadline_run_ms
from fishbowl.domain.session.rules.queue.requests import next_to_seat, waiting
from fishbowl.domain.session.state import Session
from fishbowl.views.common import (
    Links,
    bowl_slice,
    clock_slice,
    label,
    rules_slice,
    session_slice,
    where_of,
)
from fishbowl.views.slices import FindView, RunnerCall, RunnerSlice, Slice

NEXT_SHOWN = 3
"""As far ahead as one walks with a microphone."""


def runner_view(session: Session, links: Links) -> dict[str, Slice]:
    """Make the view for who carries the microphone."""
    line = _line(session)
    return {
        "session": session_slice(session, links),
        "rules": rules_slice(session),
        "clock": clock_slice(session),
        "bowl": bowl_slice(session, times=session.settings.show_times),
        "runner": RunnerSlice(
            calls=tuple(_call(session, request) for request in calls_in_the_air(session)),
            next=tuple(
                FindView(
                    person=label(session, request.person), where=where_of(session, request.person)
                )
                for request in line[:NEXT_SHOWN]
            ),
            count=len(line),
        ),
    }


def _line(session: Session) -> list[Request]:
    """Who waits for a chair, whoever would be called next in front; words read aloud need none."""
    first = next_to_seat(session)
    line = [request for request in waiting(session) if request.kind != "read_aloud"]
    return sorted(line, key=lambda request: request != first)


def _call(session: Session, request: Request) -> RunnerCall:
    return RunnerCall(
        call=request.call or 0,
        person=label(session, request.person),
        where=where_of(session, request.person),
        chair=request.chair or 0,
        walking=request.state == "walking",
        deadline_run_ms=call_deadline_run_ms(session, request),
    )
