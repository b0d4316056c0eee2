"""What the facilitator's console shows."""

from collections.abc import Iterator

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.commands import AnyCommand, ReadAloud, TakeOver, wire_name
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.model import Action, Request
from fishbowl.domain.session.next_action import next_action
from fishbowl.domain.session.rights import may_take_back, sendable
from fishbowl.domain.session.rules.chairs.free_chairs import (
    calls_in_the_air,
    free_chairs,
    is_inviting,
)
from fishbowl.domain.session.rules.chairs.making_room import makes_room, tapper
from fishbowl.domain.session.rules.floor.contributions import voices_heard
from fishbowl.domain.session.rules.lifecycle.deadlines import call_deadline_run_ms
from fishbowl.domain.session.rules.queue.orders import Place, line, steps_aside
from fishbowl.domain.session.rules.queue.request_topics import topic_of
from fishbowl.domain.session.rules.telling import origin_of
from fishbowl.domain.session.rules.wall import pictured, screen, showing
from fishbowl.domain.session.state import Session
from fishbowl.views.common import (
    Links,
    bowl_slice,
    clock_slice,
    label,
    pace_view,
    rules_slice,
    run_slice,
    session_slice,
    where_of,
    wifi_slice,
)
from fishbowl.views.console_lists import (
    console_answers,
    console_questions,
    console_takeaways,
    console_topics,
)
from fishbowl.views.door import door_slice
from fishbowl.views.equity import equity_slice
from fishbowl.views.log import log_slice, may_still_be_undone
from fishbowl.views.notes import notes_slice
from fishbowl.views.nudges import nudges_slice
from fishbowl.views.outer_ring import console_vote, thumbs_slice
from fishbowl.views.slices import (
    AccessSlice,
    ActionSlice,
    AddressSlice,
    CallView,
    ConsoleQueueSlice,
    FiguresSlice,
    MakesRoom,
    NextSlice,
    QueueItem,
    Slice,
    WhyView,
    YouSlice,
)
from fishbowl.views.takeaways import (
    looking_back_slice,
    open_items_slice,
    round_slice,
    unseen_slice,
)
from fishbowl.views.timeline import timeline_slice
from fishbowl.views.web import web_slice


def console_view(session: Session, links: Links, role: Role = Role.FACILITATOR) -> dict[str, Slice]:
    """Make the view for who runs the session, seated times and hidden doings included.

    :param role: whose console it is; what can be taken back depends on it.
    """
    return console_apart_from_calls(session, links, role) | console_of_calls(session, links, role)


def console_apart_from_calls(session: Session, links: Links, role: Role) -> dict[str, Slice]:
    """The slices that requests and calls do not change; see :mod:`fishbowl.views.unchanged`."""
    access = session.access
    return {
        "you": YouSlice(role=role, may=sendable(role)),
        "session": session_slice(session, links),
        "rules": rules_slice(session),
        "run": run_slice(session),
        "clock": clock_slice(session),
        "topics": console_topics(session),
        "notes": notes_slice(session),
        "vote": console_vote(session),
        "thumbs": thumbs_slice(session),
        "looking_back": looking_back_slice(session),
        "takeaways": console_takeaways(session),
        "answers": console_answers(session),
        "open_items": open_items_slice(session),
        "questions": console_questions(session),
        "access": AccessSlice(
            facilitator=access.facilitator,
            co_facilitator=access.co_facilitator,
            note_taker=access.note_taker,
            runner=access.runner,
            stage_monitor=access.stage_monitor,
        ),
        "door": door_slice(session),
        "figures": _figures(session),
        "equity": equity_slice(session),
        "timeline": timeline_slice(session),
        "wifi": wifi_slice(session),
    }


def console_of_calls(session: Session, links: Links, role: Role) -> dict[str, Slice]:
    """The slices that requests and calls change."""
    return {
        "bowl": bowl_slice(session, times=True),
        "queue": ConsoleQueueSlice(
            items=tuple(
                _item(session, place)
                for place in (() if clock_state(session.clock) == "closed" else line(session))
            ),
            calls=tuple(_call(session, request) for request in calls_in_the_air(session)),
            pace=pace_view(session),
        ),
        "action": _action(session, role),
        "round": round_slice(session),
        "unseen": unseen_slice(session),
        "log": log_slice(session, role),
        "nudges": nudges_slice(session),
        "web": web_slice(session),
        "address": AddressSlice(
            join_url=links.join_url,
            join_text=links.join_text,
            chosen=session.settings.address,
            wall=session.wall.what,
            screen=screen(pictured(session)),
            kept=session.wall.kept,
            showing=showing(session),
            invited=is_inviting(session),
        ),
    }


def _item(session: Session, place: Place) -> QueueItem:
    request = place.request
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
        resting=steps_aside(session, request) is not None,
        why=why_view(place),
        topic=topic_of(session, request),
        group=person.group,
        where=where_of(session, person.id),
        origin=origin_of(session, person.id),
    )


def why_view(place: Place) -> WhyView:
    """Why a place is where it is."""
    return WhyView(
        reason=place.reason,
        ahead=place.ahead,
        replies=place.replies,
        overtaken=place.overtaken,
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
        where=where_of(session, request.person),
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
        words=_to_read(session, action.command),
    )


def _to_read(session: Session, command: AnyCommand) -> str:
    return session.requests[command.request].words if isinstance(command, ReadAloud) else ""


def _makes_room(session: Session) -> MakesRoom | None:
    leaving = makes_room(session)
    if leaving is None or free_chairs(session) or clock_state(session.clock) != "running":
        return None
    turn, newcomer = leaving.turn, tapper(session, leaving.turn)
    return MakesRoom(
        turn=turn.id,
        person=label(session, turn.person),
        chair=turn.chair,
        why=leaving.why,
        began_run_ms=turn.began_run_ms,
        minute_until_run_ms=turn.minute_until_run_ms if leaving.waits else None,
        takes=None if newcomer is None else label(session, newcomer.person),
    )


def _action(session: Session, role: Role) -> ActionSlice:
    """What Space and U mean: U never takes an undo back, that is what redo is for."""
    doings = (a for a in _own(session, role) if _is_doing(a) and not a.undone)
    latest = next(doings, None)
    instead = None
    if latest is not None and not may_still_be_undone(session, latest):
        instead = next((a.id for a in doings if may_still_be_undone(session, a)), None)
    return ActionSlice(
        next=_next(session),
        makes_room=_makes_room(session),
        undo=None if latest is None else latest.id,
        undo_instead=instead,
        redo=_redo(session, role),
    )


def _redo(session: Session, role: Role) -> int | None:
    """The latest undo, while nobody has built on it."""
    for action in _own(session, role):
        if action.undoes is None and not action.undone and action.touches:
            return None
        if action.undoes is not None and not action.undone and _takes_back(session, action):
            return action.id if may_still_be_undone(session, action) else None
    return None


def _own(session: Session, role: Role) -> Iterator[Action]:
    """The actions that a role could have done, the latest first."""
    return (a for a in reversed(session.actions) if may_take_back(session, a, role))


def _is_doing(action: Action) -> bool:
    return action.undoes is None and bool(action.touches)


def _takes_back(session: Session, action: Action) -> bool:
    """Whether an undo took something back, rather than redoing it."""
    undone = next((a for a in session.actions if a.id == action.undoes), None)
    return undone is None or undone.undoes is None


def _figures(session: Session) -> FiguresSlice:
    return FiguresSlice(
        people=session.present,
        voices=voices_heard(session),
        turns=len(session.turns),
        hidden=session.names_hidden,
        out=session.sent_out,
        points=len(session.points),
    )
