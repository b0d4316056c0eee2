"""What the facilitator's console shows."""

from fishbowl.domain.chairs import calls_in_the_air, free_chairs, is_inviting, makes_room
from fishbowl.domain.clock import call_deadline_run_ms, clock_state
from fishbowl.domain.commands import TakeOver, wire_name
from fishbowl.domain.evolve.history import overtaken
from fishbowl.domain.ids import PersonId
from fishbowl.domain.next_action import next_action
from fishbowl.domain.queue import waiting
from fishbowl.domain.state import Action, Request, Session, Topic
from fishbowl.views.common import (
    Links,
    bowl_slice,
    clock_slice,
    label,
    rules_slice,
    session_slice,
)
from fishbowl.views.equity import equity_slice
from fishbowl.views.log import log_slice
from fishbowl.views.nudges import nudges_slice
from fishbowl.views.slices import (
    ActionSlice,
    AddressSlice,
    CallView,
    ConsoleQueueSlice,
    ConsoleTopic,
    ConsoleTopicsSlice,
    FiguresSlice,
    MakesRoom,
    NextSlice,
    QueueItem,
    Slice,
)
from fishbowl.views.timeline import timeline_slice


def console_view(session: Session, links: Links) -> dict[str, Slice]:
    """Make the view for the facilitator, seated times and hidden doings included."""
    undo, redo = _undo(session), _redo(session)
    return {
        "session": session_slice(session, links),
        "rules": rules_slice(session),
        "clock": clock_slice(session),
        "bowl": bowl_slice(session, times=True),
        "queue": ConsoleQueueSlice(
            items=tuple(_item(session, request) for request in waiting(session)),
            calls=tuple(_call(session, request) for request in calls_in_the_air(session)),
        ),
        "action": ActionSlice(
            next=_next(session), makes_room=_makes_room(session), undo=undo, redo=redo
        ),
        "topics": _topics(session),
        "log": log_slice(session),
        "figures": _figures(session),
        "equity": equity_slice(session),
        "nudges": nudges_slice(session),
        "timeline": timeline_slice(session),
        "address": AddressSlice(
            join_url=links.join_url,
            join_text=links.join_text,
            chosen=session.settings.address,
            wall=session.wall.what,
            invited=is_inviting(session),
        ),
    }


def _item(session: Session, request: Request) -> QueueItem:
    person = session.people[request.person]
    turns = [session.turns[turn] for turn in session.turns_of.get(person.id, ())]
    return QueueItem(
        request=request.id,
        person=label(session, person.id),
        kind=request.kind,
        words=request.words,
        asked_at_ms=request.asked_at_ms,
        turns=len(turns),
        seated_ms=sum((t.ended_run_ms or t.began_run_ms) - t.began_run_ms for t in turns),
        phone=bool(person.key),
        resting=request.rested_seq > session.last_call_seq,
    )


def _call(session: Session, request: Request) -> CallView:
    return CallView(
        call=request.call or 0,
        request=request.id,
        person=label(session, request.person),
        chair=request.chair or 0,
        walking=request.state == "walking",
        deadline_run_ms=call_deadline_run_ms(session, request),
        phone=bool(session.people[request.person].key),
    )


def _next(session: Session) -> NextSlice | None:
    action = next_action(session)
    if action is None:
        return None
    leaves: PersonId | None = None
    if isinstance(action.command, TakeOver):
        leaves = session.turns[action.command.turn].person
    return NextSlice(
        do=wire_name(type(action.command).__name__),
        args={field: getattr(action.command, field) for field in action.command.__struct_fields__},
        person=None if action.person is None else label(session, action.person),
        chair=action.chair,
        leaves=None if leaves is None else label(session, leaves),
        calm=action.calm,
        hold=action.hold,
    )


def _makes_room(session: Session) -> MakesRoom | None:
    turn = makes_room(session)
    if turn is None or free_chairs(session) or clock_state(session.clock) != "running":
        return None
    return MakesRoom(
        turn=turn.id,
        person=label(session, turn.person),
        chair=turn.chair,
        why="longest_seated" if turn.asked_at_ms is None else "asked",
        began_run_ms=turn.began_run_ms,
    )


def _undo(session: Session) -> int | None:
    """The latest thing that U takes back: never an undo, that is what redo is for."""
    candidates = (a for a in reversed(session.actions) if _is_doing(a) and not a.undone)
    return next((a.id for a in candidates), None)


def _redo(session: Session) -> int | None:
    """The latest undo, while nobody has built on it."""
    for action in reversed(session.actions):
        if action.undoes is None and not action.undone and action.touches:
            return None
        if action.undoes is not None and not action.undone and _takes_back(session, action):
            return action.id if overtaken(session, action) is None else None
    return None


def _is_doing(action: Action) -> bool:
    return action.undoes is None and bool(action.touches)


def _takes_back(session: Session, action: Action) -> bool:
    """Whether an undo took something back, rather than redoing it."""
    undone = next((a for a in session.actions if a.id == action.undoes), None)
    return undone is None or undone.undoes is None


def _topics(session: Session) -> ConsoleTopicsSlice:
    return ConsoleTopicsSlice(
        topics=tuple(
            _topic(session, topic)
            for topic in sorted(session.topics.values(), key=lambda topic: topic.id)
            if topic.title
        )
    )


def _topic(session: Session, topic: Topic) -> ConsoleTopic:
    closed = ((began, ended) for began, ended in topic.spans if ended is not None)
    return ConsoleTopic(
        id=topic.id,
        title=topic.title,
        state=topic.state,
        by=None if topic.person is None else label(session, topic.person),
        ran_ms=sum(ended - began for began, ended in closed),
        began_run_ms=topic.spans[-1][0] if topic.state == "current" else None,
    )


def _figures(session: Session) -> FiguresSlice:
    people = session.people.values()
    return FiguresSlice(
        people=sum(not (p.out or p.forgotten) for p in people),
        voices=len(session.turns_of),
        turns=len(session.turns),
        hidden=sum(p.hidden for p in people),
        out=sum(p.out for p in people),
    )
