"""What the facilitator may want to be told, when, and what one key would do about it.

A nudge is a hint on the console only, with a reason and a remedy. It is *due* at an instant on the
session clock, so that a console shows it when its time has come and nothing has to tick. Whether
it was waved away is the console's own affair. The first that is due is shown, so the order here is
the order of importance.
"""

from collections.abc import Iterator
from statistics import median
from typing import Literal

import msgspec

from fishbowl.domain.chairs import calls_in_the_air, free_chairs, is_inviting
from fishbowl.domain.chairs import seated as seated_turns
from fishbowl.domain.clock import clock_state, running_ms
from fishbowl.domain.commands import (
    AnyCommand,
    AskForChair,
    BeginTopic,
    CallPerson,
    ExtendClock,
    GiveFloor,
    InviteVoice,
    MoveRequest,
    NudgePerson,
    TakeChairAway,
    WithdrawCall,
)
from fishbowl.domain.equity import ABOVE, VOICES_TO_COMPARE, floor_tracked, talk
from fishbowl.domain.exits import speakers
from fishbowl.domain.ids import ChairNo, Millis, PersonId, RunMillis, TopicId
from fishbowl.domain.parts import Person, Request, Turn
from fishbowl.domain.queue import next_to_seat, waiting
from fishbowl.domain.request_topics import topic_of
from fishbowl.domain.state import Session
from fishbowl.domain.stretches import FOREVER
from fishbowl.domain.taking_away import chair_to_take, closing_run_ms
from fishbowl.domain.voices import has_contributed

MINUTE_MS = 60_000
EMPTY_CHAIR_MS = 90_000
"""A chair that nobody takes may well stand empty for a moment; silence is part of a talk."""
VOLUNTEER_MS = 60_000
"""After the room was invited, it gets this long before somebody is asked by name."""
NUDGED_MS = 3 * MINUTE_MS
"""Who has just been reminded is left alone for this long."""
WALK_UP_MS = 60_000
"""Who has no phone cannot say that they come: time to cross a hall."""
MOVED_ON_MS = 30_000
OLD_TOPIC_FROM = 2
"""One who wants to come back to something is no sign that the talk has moved on."""
FIRST_TIMER_MS = 5 * MINUTE_MS
SILENT_MS = 6 * MINUTE_MS
SHARE_FROM_MS = 2 * MINUTE_MS
"""A share says nothing while the median voice has talked for less than this."""
EXTRA_MINUTES = 5

NudgeCode = Literal[
    "no_show",
    "overrun",
    "empty_chair",
    "volunteer",
    "long_seat",
    "above_share",
    "first_timer",
    "moved_on",
    "silent",
    "chairs_away",
]


class Nudge(msgspec.Struct, frozen=True, kw_only=True):
    """A hint with its remedy, ready to be sent.

    ``about`` tells one nudge of a code from the next: the turn, request or chair. ``since_run_ms``
    is when what it tells of began. ``people`` are named beside the ``person``.
    """

    code: NudgeCode
    about: int
    due_run_ms: RunMillis
    since_run_ms: RunMillis
    command: AnyCommand
    person: PersonId | None = None
    chair: ChairNo | None = None
    count: int = 0
    topic: TopicId | None = None
    people: tuple[PersonId, ...] = ()


def nudges(session: Session) -> tuple[Nudge, ...]:
    """List what could be said now or later if nothing happens, most important first."""
    if clock_state(session.clock) != "running":
        return ()
    rules = (
        _no_show, _overrun, _chairs_away, _empty_chair, _long_seat, _above_share, _first_timer,
        _moved_on, _silent,
    )  # fmt: skip
    return tuple(nudge for rule in rules for nudge in rule(session))


def volunteers(session: Session) -> tuple[Person, ...]:
    """Who stands ready for a chair that nobody takes, and neither sits nor waits."""
    return tuple(
        person
        for person in sorted(session.people.values(), key=lambda person: person.id)
        if person.volunteer
        and not (person.out or person.forgotten)
        and person.id not in session.current_turn
        and person.id not in session.open_request
    )


def _run(session: Session, at_ms: Millis | None) -> RunMillis:
    return RunMillis(0) if at_ms is None else running_ms(session.clock, at_ms)


def _after(since: int, ms: int) -> RunMillis:
    return RunMillis(since + ms)


def _no_show(session: Session) -> Iterator[Nudge]:
    """Somebody without a phone has not come; or somebody has missed the call just now."""
    for request in calls_in_the_air(session):
        if not session.people[request.person].key and request.call is not None:
            since = request.called_run_ms or RunMillis(0)
            yield Nudge(
                code="no_show",
                about=request.call,
                due_run_ms=_after(since, WALK_UP_MS),
                since_run_ms=since,
                person=request.person,
                chair=request.chair,
                command=WithdrawCall(call=request.call),
            )
    line, free = waiting(session), free_chairs(session)
    missed = [r for r in line if r.last_end == "missed" and r.rested_seq > session.last_call_seq]
    after = next_to_seat(session)
    if missed and free and after is not None and after not in missed:
        since = missed[-1].called_run_ms or _run(session, session.at_ms)
        yield Nudge(
            code="no_show",
            about=missed[-1].id,
            due_run_ms=since,
            since_run_ms=since,
            person=missed[-1].person,
            chair=free[0].no,
            people=(after.person,),
            command=CallPerson(request=after.id, chair=free[0].no),
        )


def _overrun(session: Session) -> Iterator[Nudge]:
    planned = RunMillis(session.clock.planned_ms)
    yield Nudge(
        code="overrun",
        about=planned,
        due_run_ms=planned,
        since_run_ms=planned,
        count=EXTRA_MINUTES,
        command=ExtendClock(minutes=EXTRA_MINUTES),
    )


def _chairs_away(session: Session) -> Iterator[Nudge]:
    """The circle closes: the next empty chair may go."""
    at, chair = closing_run_ms(session), chair_to_take(session)
    if at is not None and chair is not None and not session.queue:
        away, about = TakeChairAway(chair=chair.no), session.bowl.count
        yield Nudge(
            code="chairs_away", about=about, due_run_ms=at, since_run_ms=at, chair=chair.no,
            command=away,
        )  # fmt: skip


def _empty_chair(session: Session) -> Iterator[Nudge]:
    """Nobody takes the chair: invite the room; then ask who has agreed to stand in."""
    free, ready = free_chairs(session), volunteers(session)
    if not free or session.queue or calls_in_the_air(session):
        return
    people = tuple(person.id for person in ready)
    if not is_inviting(session):
        since = max(_emptied(session, chair.no) for chair in free)
        yield Nudge(
            code="empty_chair",
            about=since,
            due_run_ms=_after(since, EMPTY_CHAIR_MS),
            since_run_ms=since,
            chair=free[0].no,
            people=people,
            command=InviteVoice(),
        )
    elif ready:
        since = _run(session, session.wall.invited_at_ms)
        yield Nudge(
            code="volunteer",
            about=ready[0].id,
            due_run_ms=_after(since, VOLUNTEER_MS),
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
    let_go = (_run(session, request.ended_at_ms) for request in session.requests.values())
    return max((*left, *let_go), default=RunMillis(0))


def _long_seat(session: Session) -> Iterator[Nudge]:
    """Who has sat longest, while others wait, and has not been spoken to."""
    turns = [t for t in speakers(session) if t.asked_at_ms is None and t.offered_at_ms is None]
    if not session.queue or not turns:
        return
    turn = min(turns, key=lambda turn: _seat_due(session, turn))
    yield Nudge(
        code="long_seat",
        about=turn.id,
        due_run_ms=_seat_due(session, turn),
        since_run_ms=turn.began_run_ms,
        person=turn.person,
        chair=turn.chair,
        count=len(session.queue),
        command=NudgePerson(turn=turn.id),
    )


def _seat_due(session: Session, turn: Turn) -> RunMillis:
    over = _after(turn.began_run_ms, session.settings.seat_limit_ms)
    if turn.minute_until_run_ms is not None:  # who finishes a thought is not hurried
        over = max(over, turn.minute_until_run_ms)
    if turn.nudged_at_ms is None:
        return over
    return max(over, _after(_run(session, turn.nudged_at_ms), NUDGED_MS))


def _above_share(session: Session) -> Iterator[Nudge]:
    """Who speaks now will have talked half as much again as the median voice."""
    turn = session.floor.turn
    if turn is None:
        return
    voices = talk(session).voices
    if len(voices) < VOICES_TO_COMPARE:
        return
    own = next(voice for voice in voices if voice.person == session.turns[turn].person)
    # Nobody else talks meanwhile: the median is that of the others with this voice above it.
    middle = median((*(v.closed_ms for v in voices if v is not own), FOREVER))
    if middle < SHARE_FROM_MS:
        return
    due = _after(session.floor.since_run_ms, round(max(0.0, ABOVE * middle - own.closed_ms)))
    nudged = session.turns[turn].nudged_at_ms
    if nudged is not None:
        due = max(due, _after(_run(session, nudged), NUDGED_MS))
    yield Nudge(
        code="above_share",
        about=turn,
        due_run_ms=due,
        since_run_ms=session.floor.since_run_ms,
        person=own.person,
        chair=session.turns[turn].chair,
        command=NudgePerson(turn=turn),
    )


def _first_timer(session: Session) -> Iterator[Nudge]:
    """Somebody who was not heard yet has waited long, and others are before them."""
    line = waiting(session)
    for request in line[1:]:
        if not has_contributed(session, request.person) and _is_ready(request):
            since = _run(session, request.asked_at_ms)
            yield Nudge(
                code="first_timer",
                about=request.id,
                due_run_ms=_after(since, FIRST_TIMER_MS),
                since_run_ms=since,
                person=request.person,
                command=MoveRequest(request=request.id, before=line[0].id),
            )
            return


def _is_ready(request: Request) -> bool:
    """Whether somebody has not asked for others to go first."""
    return request.rested_seq == 0 and request.snoozed_until_run_ms is None


def _moved_on(session: Session) -> Iterator[Nudge]:
    """Several wait to speak to a topic that is over.

    Whoever has something to say to this one goes first; if nobody has, the talk may go back.
    """
    topic = session.agenda.topic
    line = waiting(session)
    asked = [topic_of(session, request) for request in line]
    old = [one for one in asked if one in session.topics and one != topic]
    if topic is None or len(old) < OLD_TOPIC_FROM:
        return
    here = next((r for r in line if topic_of(session, r) == topic), None)
    most = max(old, key=old.count)
    command: AnyCommand = BeginTopic(topic=most)
    if here is not None and here is not line[0]:
        command = MoveRequest(request=here.id, before=line[0].id)
    began = session.topics[topic].spans[-1][0]
    yield Nudge(
        code="moved_on",
        about=topic,
        due_run_ms=_after(began, MOVED_ON_MS),
        since_run_ms=began,
        count=len(old),
        topic=most,
        person=here.person if here is not None and here is not line[0] else None,
        command=command,
    )


def _silent(session: Session) -> Iterator[Nudge]:
    """Who sits has not had the floor for minutes; known only where the floor is tracked."""
    if not floor_tracked(session):
        return
    quiet = [
        turn
        for turn in seated_turns(session)
        if turn.id != session.floor.turn and session.chairs[turn.chair].kind != "host"
    ]
    if not quiet:
        return
    turn = min(quiet, key=_heard)
    yield Nudge(
        code="silent",
        about=turn.id,
        due_run_ms=_after(_heard(turn), SILENT_MS),
        since_run_ms=_heard(turn),
        person=turn.person,
        chair=turn.chair,
        command=GiveFloor(turn=turn.id),
    )


def _heard(turn: Turn) -> RunMillis:
    return turn.spoken[-1][1] if turn.spoken else turn.began_run_ms
