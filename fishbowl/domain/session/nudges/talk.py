"""Hints about how the talk is shared: who sits long, talks much, waits long or is not heard."""

from collections import Counter
from collections.abc import Iterator
from statistics import median

from fishbowl.domain.session.commands import (
    AnyCommand,
    BeginTopic,
    GiveFloor,
    MoveRequest,
    NudgePerson,
)
from fishbowl.domain.session.ids import RunMillis
from fishbowl.domain.session.intervals import FOREVER
from fishbowl.domain.session.model import Request, Turn
from fishbowl.domain.session.nudges.base import MINUTE_MS, Nudge, after, run_at
from fishbowl.domain.session.rules.chairs.free_chairs import seated as seated_turns
from fishbowl.domain.session.rules.chairs.free_chairs import waiting_for_a_chair
from fishbowl.domain.session.rules.chairs.making_room import speakers
from fishbowl.domain.session.rules.floor.contributions import has_contributed
from fishbowl.domain.session.rules.floor.coverage import floor_counts
from fishbowl.domain.session.rules.floor.equity import VOICES_TO_COMPARE, talk
from fishbowl.domain.session.rules.queue.request_topics import topic_of
from fishbowl.domain.session.rules.queue.requests import waiting
from fishbowl.domain.session.state import Session

NUDGED_MS = 3 * MINUTE_MS
"""Who has just been reminded is left alone for this long."""
MOVED_ON_MS = 30_000
OLD_TOPIC_FROM = 2
"""One who wants to come back to something is no sign that the talk has moved on."""
FIRST_TIMER_MS = 5 * MINUTE_MS
SHARE_FROM_MS = 2 * MINUTE_MS
"""A share says nothing while the median voice has talked for less than this."""


def long_seat(session: Session) -> Iterator[Nudge]:
    """Who has sat longest, while others wait, and has not been spoken to."""
    turns = [t for t in speakers(session) if t.asked_at_ms is None and t.offered_at_ms is None]
    count = waiting_for_a_chair(session)
    if not count or not turns:
        return
    turn = min(turns, key=lambda turn: _seat_due(session, turn))
    yield Nudge(
        code="long_seat",
        about=turn.id,
        due_run_ms=_seat_due(session, turn),
        since_run_ms=turn.began_run_ms,
        person=turn.person,
        chair=turn.chair,
        count=count,
        command=NudgePerson(turn=turn.id),
    )


def _seat_due(session: Session, turn: Turn) -> RunMillis:
    over = after(turn.began_run_ms, session.settings.seat_limit_ms)
    if turn.minute_until_run_ms is not None:  # who finishes a thought is not hurried
        over = max(over, turn.minute_until_run_ms)
    if turn.nudged_at_ms is None:
        return over
    return max(over, after(run_at(session, turn.nudged_at_ms), NUDGED_MS))


def above_share(session: Session) -> Iterator[Nudge]:
    """Who speaks now will have talked so much more than the median voice as was chosen."""
    turn, percent = session.floor.turn, session.settings.share_percent
    if turn is None or not percent:
        return
    shared = talk(session)
    voices = shared.voices
    if not shared.tracked or len(voices) < VOICES_TO_COMPARE:
        return
    own = next(voice for voice in voices if voice.person == session.turns[turn].person)
    # Nobody else talks meanwhile: the median is that of the others with this voice above it.
    middle = median((*(v.closed_ms for v in voices if v is not own), FOREVER))
    if middle < SHARE_FROM_MS:
        return
    due = after(session.floor.since_run_ms, round(max(0.0, percent * middle / 100 - own.closed_ms)))
    nudged = session.turns[turn].nudged_at_ms
    if nudged is not None:
        due = max(due, after(run_at(session, nudged), NUDGED_MS))
    yield Nudge(
        code="above_share",
        about=turn,
        due_run_ms=due,
        since_run_ms=session.floor.since_run_ms,
        person=own.person,
        chair=session.turns[turn].chair,
        count=percent,
        command=NudgePerson(turn=turn),
    )


def first_timer(session: Session) -> Iterator[Nudge]:
    """Somebody who was not heard yet has waited long, and others are before them."""
    line = waiting(session)
    for request in line[1:]:
        if not has_contributed(session, request.person) and _is_ready(request):
            since = run_at(session, request.asked_at_ms)
            yield Nudge(
                code="first_timer",
                about=request.id,
                due_run_ms=after(since, FIRST_TIMER_MS),
                since_run_ms=since,
                person=request.person,
                command=MoveRequest(request=request.id, before=line[0].id),
            )
            return


def _is_ready(request: Request) -> bool:
    """Whether somebody has not asked for others to go first."""
    return request.rested_seq == 0 and request.snoozed_until_run_ms is None


def moved_on(session: Session) -> Iterator[Nudge]:
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
    ((most, _),) = Counter(old).most_common(1)
    command: AnyCommand = BeginTopic(topic=most)
    if here is not None and here is not line[0]:
        command = MoveRequest(request=here.id, before=line[0].id)
    began = session.topics[topic].spans[-1][0]
    yield Nudge(
        code="moved_on",
        about=topic,
        due_run_ms=after(began, MOVED_ON_MS),
        since_run_ms=began,
        count=len(old),
        topic=most,
        person=here.person if here is not None and here is not line[0] else None,
        command=command,
    )


def silent(session: Session) -> Iterator[Nudge]:
    """Who sits has not had the floor for minutes; known only where the floor counts."""
    if not session.settings.silent_ms or not floor_counts(session):
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
        due_run_ms=after(_heard(turn), session.settings.silent_ms),
        since_run_ms=_heard(turn),
        person=turn.person,
        chair=turn.chair,
        command=GiveFloor(turn=turn.id),
    )


def _heard(turn: Turn) -> RunMillis:
    return turn.spoken[-1][1] if turn.spoken else turn.began_run_ms
