"""Hints about chairs that nobody takes, and about who does not come."""

from collections.abc import Iterator

from fishbowl.domain.session.commands import (
    AskForChair,
    CallPerson,
    InviteVoice,
    TakeChairAway,
    WithdrawCall,
)
from fishbowl.domain.session.ids import ChairNo, RunMillis
from fishbowl.domain.session.model import Person
from fishbowl.domain.session.nudges.base import MINUTE_MS, Nudge, after, run_at
from fishbowl.domain.session.rules.chairs.closing_chairs import chair_to_take, closing_run_ms
from fishbowl.domain.session.rules.chairs.free_chairs import (
    calls_in_the_air,
    free_chairs,
    is_inviting,
    waiting_for_a_chair,
)
from fishbowl.domain.session.rules.queue.requests import next_to_seat, waiting
from fishbowl.domain.session.rules.run import is_bowl
from fishbowl.domain.session.state import Session

VOLUNTEER_MS = MINUTE_MS
"""After the room was invited, it gets this long before somebody is asked by name."""
WALK_UP_MS = MINUTE_MS
"""Who has no phone cannot say that they come: time to cross a hall."""


def volunteers(session: Session) -> tuple[Person, ...]:
    """Who stands ready for a chair that nobody takes, and neither sits nor waits."""
    ready = (
        person
        for person in session.people.values()
        if person.volunteer
        and session.is_here(person)
        and person.id not in session.current_turn
        and person.id not in session.open_request
    )
    return tuple(sorted(ready, key=lambda person: person.id))


def no_show(session: Session) -> Iterator[Nudge]:
    """Somebody without a phone has not come; or somebody has missed the call just now."""
    for request in calls_in_the_air(session):
        if not session.people[request.person].key and request.call is not None:
            since = request.called_run_ms or RunMillis(0)
            yield Nudge(
                code="no_show",
                about=request.call,
                due_run_ms=after(since, WALK_UP_MS),
                since_run_ms=since,
                person=request.person,
                chair=request.chair,
                command=WithdrawCall(call=request.call),
            )
    line, free = waiting(session), free_chairs(session)
    missed = [r for r in line if r.last_end == "missed" and r.rested_seq > session.last_call_seq]
    instead = next_to_seat(session)
    if missed and free and instead is not None and instead not in missed:
        since = missed[-1].called_run_ms or run_at(session, session.at_ms)
        yield Nudge(
            code="no_show",
            about=missed[-1].id,
            due_run_ms=since,
            since_run_ms=since,
            person=missed[-1].person,
            chair=free[0].no,
            people=(instead.person,),
            command=CallPerson(request=instead.id, chair=free[0].no),
        )


def chairs_away(session: Session) -> Iterator[Nudge]:
    """The circle closes: the next empty chair may go."""
    since, chair = closing_run_ms(session), chair_to_take(session)
    if since is None or chair is None or waiting_for_a_chair(session):
        return
    yield Nudge(
        code="chairs_away",
        about=session.bowl.count,
        due_run_ms=since,
        since_run_ms=since,
        chair=chair.no,
        command=TakeChairAway(chair=chair.no),
    )


def empty_chair(session: Session) -> Iterator[Nudge]:
    """Nobody takes the chair: invite the room; then ask who has agreed to stand in."""
    free = free_chairs(session)
    if not free or calls_in_the_air(session) or not is_bowl(session):
        return
    if waiting_for_a_chair(session) or session.timing.queue_closed:
        return
    ready = volunteers(session)
    people = tuple(person.id for person in ready)
    if not is_inviting(session):
        if not session.settings.empty_ms:
            return
        since = max(_emptied(session, chair.no) for chair in free)
        yield Nudge(
            code="empty_chair",
            about=since,
            due_run_ms=after(since, session.settings.empty_ms),
            since_run_ms=since,
            chair=free[0].no,
            people=people,
            command=InviteVoice(),
        )
    elif ready:
        since = run_at(session, session.wall.invited_at_ms)
        yield Nudge(
            code="volunteer",
            about=ready[0].id,
            due_run_ms=after(since, VOLUNTEER_MS),
            since_run_ms=since,
            person=ready[0].id,
            chair=free[0].no,
            people=people,
            command=AskForChair(person=ready[0].id),
        )


def _emptied(session: Session, chair: ChairNo) -> RunMillis:
    """Since when nobody sits on a chair, and nobody waits for one."""
    left = (
        turn.ended_run_ms or RunMillis(0)
        for turn in session.turns.values()
        if any(sitting.chair == chair for sitting in turn.sittings)
    )
    let_go = (run_at(session, request.ended_at_ms) for request in session.requests.values())
    return max((*left, *let_go), default=RunMillis(0))
