"""What people have built on an action without touching the same parts.

Putting parts back must not seat a person twice, bring somebody back who was sent out, or turn the
clock back behind what has happened since.
"""

from collections.abc import Iterator
from typing import Any

from fishbowl.domain.kernel.lookalikes import looks_of
from fishbowl.domain.session.clock import ClockState, clock_state, running_ms
from fishbowl.domain.session.ids import PersonId, TurnId
from fishbowl.domain.session.model import (
    Agenda,
    Clock,
    FacilitatorVoice,
    Floor,
    MainQuestions,
    Part,
    Person,
    Removed,
    Request,
    RoomBreak,
    Run,
    Summary,
    Topic,
    Turn,
)
from fishbowl.domain.session.model.outer_ring import Thumbs, Vote
from fishbowl.domain.session.model.request_states import OPEN
from fishbowl.domain.session.rules.chairs.making_room import MINUTE_MS
from fishbowl.domain.session.state import Changes, Session
from fishbowl.domain.session.undo_conflicts.intervals import collisions
from fishbowl.domain.session.undo_conflicts.outer_ring import asked_meanwhile
from fishbowl.domain.session.undo_conflicts.record import agreed_meanwhile, merged_in_a_circle

CLOCK = Part("clock")

ALWAYS: tuple[ClockState, ...] = ("lobby", "running", "paused", "closed")
_POSSIBLE_IN: dict[str, tuple[ClockState, ...]] = {
    "seated": ("lobby", "running", "paused"),
    "called": ("running", "paused"),
    "topic": ("running", "paused"),
    "thumbs": ("running", "paused"),
    "vote": ("lobby", "running", "paused"),
    "summary": ("closed",),
    "floor": ("lobby", "running", "paused"),
    "break": ("paused",),
}
"""In which states of the session something can go on."""


def built_on(session: Session, back: Changes) -> Part | None:
    """Name a part that does not go together with other parts as they were.

    :param back: the parts that would be put back, with the values they would have.
    :return: the part that stands in the way; ``None`` if nothing does.
    """
    return next(_in_the_way(session, back), None)


def _in_the_way(session: Session, back: Changes) -> Iterator[Part]:
    clock: Clock = back.get(CLOCK, session.clock)
    state, run_ms = clock_state(clock), running_ms(clock, session.at_ms)
    for part, value in back.items():
        if _latest(value) > run_ms or state not in _POSSIBLE_IN.get(_doing(value), ALWAYS):
            yield CLOCK
        if isinstance(value, (Request, Turn)):
            yield from _elsewhere(session, back, value)
        if part.kind == "turn" and (value is None or not _is_open(value)):
            yield from _has_floor(session, back, TurnId(part.id))
        elif isinstance(value, Floor) and value.turn is not None:
            yield from _has_left(session, back, value.turn)
        elif part.kind == "person":
            yield from _still_here(session, back, PersonId(part.id), value)
        elif part.kind == "clock":
            yield from _past_the_clock(session, back, value)
        elif isinstance(value, Removed):
            yield from _sent_back(session, back, value)
        yield from asked_meanwhile(session, back, part, value)
        yield from agreed_meanwhile(session, back, part, value)
        yield from merged_in_a_circle(session, back, part)
    yield from collisions(session, back)


def _doing(value: Any) -> str:
    """Name what goes on in a part that not every state of the session allows."""
    match value:
        case Turn(ended_run_ms=None):
            return "seated"
        case Request(state="called" | "walking"):
            return "called"
        case Agenda(topic=int()):
            return "topic"
        case Summary(published=True):
            return "summary"
        case Vote(closed_at_ms=None):
            return "vote"
        case Thumbs(closed_at_ms=None):
            return "thumbs"
        case Floor(facilitator=True):
            return "floor"
        case RoomBreak(until_ms=int()):
            return "break"
    return ""


def _is_open(value: Request | Turn) -> bool:
    return value.state in OPEN if isinstance(value, Request) else value.ended_run_ms is None


def _elsewhere(session: Session, back: Changes, value: Request | Turn) -> Iterator[Part]:
    """A person who would wait or sit again has asked or sat down anew, or is gone."""
    person = back.get(Part("person", value.person), session.people.get(value.person))
    if waits_forgotten(session, back, value):
        return  # the undo takes them off the queue again
    if person is None or (_is_open(value) and not _is_here(session, back, person)):
        yield Part("person", value.person)
    if _is_open(value):
        yield from _places(session, back, value.person)


def waits_forgotten(session: Session, back: Changes, value: Any) -> bool:
    """Whether somebody would wait again who was forgotten after an end that would be undone."""
    clock: Clock | None = back.get(CLOCK)
    reopens = clock is not None and clock.closed_at_ms is None
    if not (reopens and isinstance(value, Request) and value.state == "waiting"):
        return False
    person = session.people.get(value.person)
    return person is not None and person.forgotten


def _is_here(session: Session, back: Changes, person: Person) -> bool:
    """Whether somebody would be in the room."""
    removed: Removed = back.get(Part("removed"), session.removed)
    gone = person.out or person.forgotten or person.waits
    return not gone and person.id not in removed.people


def _sent_back(session: Session, back: Changes, removed: Removed) -> Iterator[Part]:
    """Somebody who would be at the door again has sat or asked since."""
    for person in removed.people:
        if person not in session.removed.people:
            yield from _places(session, back, person)


def _still_here(
    session: Session, back: Changes, id: PersonId, person: Person | None
) -> Iterator[Part]:
    """A person who would be out again waits or sits; a name would be there twice.

    Nobody is taken away who has sat or asked since.
    """
    if person is None:
        own = [Part("turn", turn) for turn in session.turns_of.get(id, ())]
        own += [Part("request", r.id) for r in session.requests.values() if r.person == id]
        own += [Part("topic", t.id) for t in session.topics.values() if t.person == id]
        yield from (part for part in own if part not in back)
        return
    if person.out or person.waits:
        yield from _places(session, back, id)
    if not person.called:
        return
    alike = {other for look in looks_of(person.called) for other in session.looks.get(look, ())}
    for other in sorted(alike):
        if Part("person", other) not in back and session.people[other].twin == person.twin:
            yield Part("person", other)


def _places(session: Session, back: Changes, person: PersonId) -> Iterator[Part]:
    """Where a person is now, in parts that would stay as they are."""
    request, turn = session.open_request.get(person), session.current_turn.get(person)
    if turn is not None and Part("turn", turn) not in back:
        yield Part("turn", turn)
    if request is not None and Part("request", request) not in back:
        yield Part("request", request)


def _has_floor(session: Session, back: Changes, turn: TurnId) -> Iterator[Part]:
    """A turn that would be over or gone has been given the floor."""
    if session.floor.turn == turn and Part("floor") not in back:
        yield Part("floor")


def _has_left(session: Session, back: Changes, turn: TurnId) -> Iterator[Part]:
    """A turn that would have the floor again is over or gone."""
    found: Turn | None = back.get(Part("turn", turn), session.turns.get(turn))
    if found is None or found.ended_run_ms is not None:
        yield Part("turn", turn)


def _past_the_clock(session: Session, back: Changes, clock: Clock) -> Iterator[Part]:
    """Something happened after the minute to which the clock would be set back."""
    state = clock_state(clock)
    going_on = [Part("turn", turn) for turn in session.current_turn.values()]
    going_on += [Part("request", request) for request in session.open_request.values()]
    asked = [Part("vote", vote) for vote in session.votes]
    asked += [Part("thumbs", thumbs) for thumbs in session.thumbs]
    frame = (Part(kind) for kind in ("agenda", "summary", "floor", "room_break"))
    for part in (*going_on, *asked, *frame):
        doing = _doing(session.part(part))
        if part not in back and state not in _POSSIBLE_IN.get(doing, ALWAYS):
            yield part
    would_run = running_ms(clock, session.at_ms)
    if would_run < running_ms(session.clock, session.at_ms):
        parts = [Part("turn", turn) for turn in session.turns]
        parts += [Part("topic", topic) for topic in session.topics]
        timed = (Part(kind) for kind in ("floor", "facilitator", "run", "main_questions"))
        for part in (*parts, *going_on, *timed):
            if part not in back and _latest(session.part(part)) > would_run:
                yield part


def _latest(value: Any) -> int:
    """The latest instant on the session clock that a part knows; 0 if it knows none."""
    match value:
        case Turn():
            spoken = value.spoken[-1][1] if value.spoken else 0
            asked = (value.minute_until_run_ms or MINUTE_MS) - MINUTE_MS
            return max(value.sittings[-1].from_run_ms, value.ended_run_ms or 0, spoken, asked)
        case Topic(spans=(*_, (began, ended))):
            return began if ended is None else ended
        case Request():
            return max(value.called_run_ms or 0, value.accepted_run_ms or 0)
        case Floor():
            return value.since_run_ms
        case FacilitatorVoice(spoken=(*_, (_, to))):
            return to
        case Run(began=(*_, began)):
            return began
        case MainQuestions():
            return value.since_run_ms
    return 0
