"""What phones show: one view for the whole crowd, and what each person alone is told."""

from fishbowl.domain.clock import call_deadline_run_ms
from fishbowl.domain.ids import PersonId
from fishbowl.domain.queue import waiting
from fishbowl.domain.request_states import IN_THE_AIR
from fishbowl.domain.state import Request, Session, Turn
from fishbowl.views.common import (
    Links,
    bowl_slice,
    clock_slice,
    label,
    rules_slice,
    session_slice,
    topics_slice,
)
from fishbowl.views.outer_ring import (
    my_dots,
    my_questions,
    my_thumb,
    my_upvotes,
    questions_slice,
    thumbs_slice,
    upvotes_slice,
    vote_slice,
)
from fishbowl.views.slices import (
    MeSlice,
    MyRequest,
    MyTopic,
    MyTurn,
    PhoneQueueSlice,
    Slice,
)

NEXT_SHOWN = 5
"""How many of those who wait are named on phones; the rest is a number."""


def phone_view(session: Session, links: Links) -> dict[str, Slice]:
    """Make the view that all phones share."""
    return {
        "session": session_slice(session, links),
        "rules": rules_slice(session),
        "clock": clock_slice(session),
        "bowl": bowl_slice(session, times=session.settings.show_times),
        "queue": _queue(session),
        "topics": topics_slice(session),
        "vote": vote_slice(session),
        "thumbs": thumbs_slice(session),
        "questions": questions_slice(session),
        "upvotes": upvotes_slice(session),
    }


def _queue(session: Session) -> PhoneQueueSlice:
    line = waiting(session)
    return PhoneQueueSlice(
        requests=" ".join(str(request.id) for request in line),
        people=" ".join(str(request.person) for request in line),
        kinds="".join(request.kind[0] for request in line),
        next=tuple(label(session, request.person) for request in line[:NEXT_SHOWN]),
    )


def me_slice(session: Session, person: PersonId | None) -> MeSlice:
    """Make what one person's own phones are told.

    :param person: ``None`` for a device that has not joined.
    """
    found = session.people.get(person) if person is not None else None
    if found is None:
        return MeSlice(
            person=0, label=None, out=False, forgotten=False, turns=0,
            turn=None, request=None, topics=(),
        )  # fmt: skip
    turn = session.current_turn.get(found.id)
    request = session.open_request.get(found.id)
    own = (t for t in session.topics.values() if t.person == found.id and t.title)
    return MeSlice(
        person=found.id,
        label=label(session, found.id),
        out=found.out,
        forgotten=found.forgotten,
        turns=len(session.turns_of.get(found.id, ())),
        turn=None if turn is None else _my_turn(session.turns[turn]),
        request=None if request is None else _my_request(session, session.requests[request]),
        topics=tuple(
            MyTopic(id=t.id, title=t.title, state=t.state)
            for t in sorted(own, key=lambda topic: topic.id)
        ),
        dots=my_dots(session, found.id),
        thumb=my_thumb(session, found.id),
        questions=my_questions(session, found.id),
        upvoted=my_upvotes(session, found.id),
    )


def _my_turn(turn: Turn) -> MyTurn:
    return MyTurn(
        turn=turn.id,
        chair=turn.chair,
        began_run_ms=turn.began_run_ms,
        asked=turn.asked_at_ms is not None,
        offered=turn.offered_at_ms is not None,
        nudged_at_ms=turn.nudged_at_ms,
    )


def _my_request(session: Session, request: Request) -> MyRequest:
    in_the_air = request.state in IN_THE_AIR
    return MyRequest(
        request=request.id,
        kind=request.kind,
        words=request.words,
        state=request.state,
        call=request.call,
        chair=request.chair,
        deadline_run_ms=call_deadline_run_ms(session, request) if in_the_air else None,
        last=request.last_end,
        misses=request.misses,
    )
