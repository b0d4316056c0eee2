"""What phones show: one view for the whole crowd, and what each person alone is told."""

from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.model import Request, Turn
from fishbowl.domain.session.model.request_states import IN_THE_AIR
from fishbowl.domain.session.rules.chairs.making_room import has_minute, tapped_chair, tapper
from fishbowl.domain.session.rules.lifecycle.deadlines import call_deadline_run_ms
from fishbowl.domain.session.rules.people.written import written_by
from fishbowl.domain.session.rules.queue.orders import Place, line
from fishbowl.domain.session.rules.queue.request_topics import topic_of
from fishbowl.domain.session.state import Session
from fishbowl.views.common import (
    Links,
    bowl_slice,
    clock_slice,
    label,
    pace_view,
    public_id,
    public_label,
    rules_slice,
    run_slice,
    session_slice,
    topics_slice,
    where_of,
)
from fishbowl.views.door import at_door
from fishbowl.views.outer_ring import (
    code_typed,
    let_in,
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
    MyPoint,
    MyRequest,
    MyTopic,
    MyTurn,
    PhoneQueueSlice,
    Slice,
)
from fishbowl.views.takeaways import looking_back_slice, my_answers, my_takeaways

NEXT_SHOWN = 5
"""How many of those who wait are named on phones; the rest is a number."""
KIND_LETTERS = {"new_point": "n", "reply": "r", "question": "q", "read_aloud": "a"}
PASSES_IN_ROW = 3
"""After so many "not now" in a row the phone asks whether the chair is still wanted."""


def phone_view(session: Session, links: Links) -> dict[str, Slice]:
    """Make the view that all phones share."""
    return phone_apart_from_calls(session, links) | phone_of_calls(session)


def phone_apart_from_calls(session: Session, links: Links) -> dict[str, Slice]:
    """The slices that requests and calls do not change; see :mod:`fishbowl.views.unchanged`."""
    return {
        "session": session_slice(session, links),
        "rules": rules_slice(session),
        "run": run_slice(session),
        "clock": clock_slice(session),
        "topics": topics_slice(session),
        "vote": vote_slice(session),
        "thumbs": thumbs_slice(session),
        "questions": questions_slice(session),
        "upvotes": upvotes_slice(session),
        "looking_back": looking_back_slice(session),
    }


def phone_of_calls(session: Session) -> dict[str, Slice]:
    """The slices that requests and calls change."""
    return {
        "bowl": bowl_slice(session, times=session.settings.show_times, called=public_label),
        "queue": _queue(session),
    }


def _queue(session: Session) -> PhoneQueueSlice:
    # Nobody waits in a session that is over; the end empties the queue, but for that of old logs.
    places = () if clock_state(session.clock) == "closed" else line(session)
    requests = [place.request for place in places]
    people = [public_id(session, request.person) for request in requests]
    return PhoneQueueSlice(
        requests=" ".join(map(str, map(_listed, requests, people))),
        people=" ".join(map(str, people)),
        kinds="".join(KIND_LETTERS[request.kind] for request in requests),
        next=tuple(public_label(session, request.person) for request in requests[:NEXT_SHOWN]),
        whys=" ".join(map(_why, places)),
        pace=pace_view(session),
    )


def _listed(request: Request, known: int) -> int:
    """By which number a request stands in the queue that all phones share.

    :param known: by which number everybody knows its person; see ``public_id``.
    """
    return request.id if known == request.person else known


def _why(place: Place) -> str:
    """A reason in few letters; by far the most go by arrival, and nobody is ahead of them."""
    if place.reason == "arrival" and not (place.ahead or place.replies or place.overtaken):
        return "."
    numbers = [place.reason, place.ahead, place.replies, place.overtaken]
    while numbers[-1] == 0:
        numbers.pop()
    return ":".join(str(number) for number in numbers)


def me_slice(session: Session, person: PersonId | None) -> MeSlice:
    """Make what one person's own phones are told.

    :param person: ``None`` for a device that has not joined.
    """
    found = session.people.get(person) if person is not None else None
    if found is None:
        return MeSlice(
            person=0, label=None, out=False, forgotten=False, turns=0,
            turn=None, request=None, topics=(), points=(),
        )  # fmt: skip
    turn = session.current_turn.get(found.id)
    request = session.open_request.get(found.id) or session.unreached.get(found.id)
    own = written_by(session, found.id)
    return MeSlice(
        person=found.id,
        public_id=public_id(session, found.id),
        label=label(session, found.id),
        out=found.out,
        forgotten=found.forgotten,
        turns=len(session.turns_of.get(found.id, ())),
        turn=None if turn is None else _my_turn(session, session.turns[turn]),
        request=None if request is None else _my_request(session, session.requests[request]),
        points=tuple(MyPoint(id=p.id, words=p.words, request=p.request) for p in own.points),
        topics=tuple(MyTopic(id=t.id, title=t.title, state=t.state) for t in own.topics),
        group=found.group,
        read=len(session.read_for.get(found.id, ())),
        let_in=let_in(session, found.id),
        code_typed=code_typed(session, found.id),
        dots=my_dots(session, found.id),
        thumb=my_thumb(session, found.id),
        questions=my_questions(session, found.id),
        upvoted=my_upvotes(session, found.id),
        where=where_of(session, found.id),
        credited=found.id in session.credits,
        takeaways=my_takeaways(session, found.id),
        answers=my_answers(session, found.id),
        at_door=at_door(session, found),
    )


def _my_turn(session: Session, turn: Turn) -> MyTurn:
    newcomer = tapper(session, turn)
    return MyTurn(
        turn=turn.id,
        chair=turn.chair,
        began_run_ms=turn.began_run_ms,
        asked=turn.asked_at_ms is not None,
        offered=turn.offered_at_ms is not None,
        nudged_at_ms=turn.nudged_at_ms,
        tapped_by=None if newcomer is None else public_label(session, newcomer.person),
        minute=turn.minute_until_run_ms is not None,
        minute_until_run_ms=turn.minute_until_run_ms if has_minute(turn) else None,
    )


def _my_request(session: Session, request: Request) -> MyRequest:
    in_the_air = request.state in IN_THE_AIR
    return MyRequest(
        request=request.id,
        listed=_listed(request, public_id(session, request.person)),
        kind=request.kind,
        words=request.words,
        state=request.state,
        call=request.call,
        chair=request.chair,
        deadline_run_ms=call_deadline_run_ms(session, request) if in_the_air else None,
        last=request.last_end,
        misses=request.misses,
        tapped=tapped_chair(session, request),
        topic=topic_of(session, request),
        wanted=request.state == "waiting" and request.passes_in_row >= PASSES_IN_ROW,
        snoozed_until_run_ms=request.snoozed_until_run_ms,
        gave_to=None if request.gave_to is None else public_label(session, request.gave_to),
        given_by=None if request.given_by is None else public_label(session, request.given_by),
    )
