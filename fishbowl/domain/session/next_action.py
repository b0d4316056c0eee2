"""The one next action: what the facilitator's Space key means now.

Source: the table "The one next action" of the visual design. It is decided here once, so that
the console, the simulated facilitator and the tests agree.
"""

import msgspec

from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.commands import (
    AnyCommand,
    AskToMakeRoom,
    BeginPhase,
    CallPerson,
    CloseSession,
    ConfirmSeated,
    FreeChair,
    InviteVoice,
    OpenDebrief,
    PublishSummary,
    ReadAloud,
    ResumeClock,
    StartSession,
    SwapGroup,
    TakeChairAway,
    TakeOver,
)
from fishbowl.domain.session.ids import ChairNo, PersonId
from fishbowl.domain.session.rules.chairs.closing_chairs import chair_to_take
from fishbowl.domain.session.rules.chairs.free_chairs import (
    calls_in_the_air,
    free_chairs,
    is_inviting,
)
from fishbowl.domain.session.rules.chairs.making_room import AGREED, HINTS, Leaving, makes_room
from fishbowl.domain.session.rules.debrief import next_stage
from fishbowl.domain.session.rules.queue.orders import overdue_reading
from fishbowl.domain.session.rules.queue.requests import next_request
from fishbowl.domain.session.rules.run import current_phase, is_bowl, next_index
from fishbowl.domain.session.state import Session


class NextAction(msgspec.Struct, frozen=True, kw_only=True):
    """A command that is ready to be sent, with what its sentence needs.

    ``calm`` actions are offered quietly: nothing waits for them. ``hold`` actions need the key
    to be held for a second.
    """

    command: AnyCommand
    person: PersonId | None = None
    chair: ChairNo | None = None
    calm: bool = False
    hold: bool = False


def next_action(session: Session) -> NextAction | None:
    """Decide what Space does; ``None`` when there is nothing left to do."""
    state = clock_state(session.clock)
    if state == "lobby":
        return NextAction(command=StartSession(), calm=True, hold=True)
    if state == "closed":
        published = session.summary.published
        return None if published else NextAction(command=PublishSummary(), calm=True, hold=True)
    if state == "paused":
        return NextAction(command=ResumeClock(), calm=True)
    if not is_bowl(session):
        return _confirm(session) or _next_stage(session) or _next_part(session)
    talk = (
        _overdue_reading(session)
        or _call(session)
        or _confirm(session)
        or _read_aloud(session)
        or _make_room(session)
        or _take_chair_away(session)
    )
    if session.timing.due and (talk is None or talk.calm):
        return _next_part(session)
    return talk or _invite(session)


def _call(session: Session) -> NextAction | None:
    request, free = next_request(session), free_chairs(session)
    if request is None or not free:
        return None
    if request.kind == "read_aloud":
        return _read_aloud(session)
    chair = free[0].no
    return NextAction(
        command=CallPerson(request=request.id, chair=chair), person=request.person, chair=chair
    )


def _overdue_reading(session: Session) -> NextAction | None:
    """Nobody is called by itself before these words are read, so they come before all else."""
    return None if overdue_reading(session) is None else _read_aloud(session)


def _read_aloud(session: Session) -> NextAction | None:
    request = next_request(session)
    if request is None or request.kind != "read_aloud":
        return None
    return NextAction(command=ReadAloud(request=request.id), person=request.person)


def _confirm(session: Session) -> NextAction | None:
    calls = calls_in_the_air(session)
    if not calls or calls[0].call is None:
        return None
    first = calls[0]
    return NextAction(
        command=ConfirmSeated(call=calls[0].call), person=first.person, chair=first.chair
    )


def _make_room(session: Session) -> NextAction | None:
    leaving = makes_room(session)
    if leaving is None or free_chairs(session):
        return None
    turn, request = leaving.turn, leaving.request
    # In the last minutes nobody new can ask: no chair has to be open for them.
    keeps_open = session.settings.open_chairs and not session.timing.queue_closed
    if request is None and not keeps_open:
        return None
    if leaving.why == "group":
        return _swap_group(leaving)
    if leaving.why not in AGREED:
        return NextAction(
            command=AskToMakeRoom(turn=turn.id),
            person=turn.person,
            chair=turn.chair,
            calm=request is None or leaving.why in HINTS,
        )
    if leaving.waits:
        return None
    if request is None or session.chairs[turn.chair].closing:
        return NextAction(
            command=FreeChair(turn=turn.id),
            person=turn.person,
            chair=turn.chair,
            calm=request is None,
        )
    return NextAction(
        command=TakeOver(request=request.id, turn=turn.id),
        person=request.person,
        chair=turn.chair,
    )


def _swap_group(leaving: Leaving) -> NextAction | None:
    """Everybody leaves at once: never by a slip of the finger, and not for nobody."""
    if leaving.request is None:
        return None
    return NextAction(command=SwapGroup(turn=leaving.turn.id), hold=True)


def _take_chair_away(session: Session) -> NextAction | None:
    """In the last minutes of a phase that ends so, empty chairs go, and nobody is invited."""
    chair = chair_to_take(session) if session.timing.queue_closed else None
    if chair is None:
        return None
    return NextAction(command=TakeChairAway(chair=chair.no), chair=chair.no, calm=True)


def _invite(session: Session) -> NextAction | None:
    if session.timing.queue_closed or is_inviting(session) or not free_chairs(session):
        return None
    return NextAction(command=InviteVoice(), calm=True)


def _next_stage(session: Session) -> NextAction | None:
    """In a debrief, the stage that comes next; when its minutes are over, the next part does."""
    phase, stage = current_phase(session), next_stage(session)
    if phase is None or phase.kind != "debrief" or stage is None or session.timing.due:
        return None
    return NextAction(command=OpenDebrief(stage=stage), calm=session.debrief.stage is not None)


def _next_part(session: Session) -> NextAction | None:
    """Go on with the run of show; after its last phase, home."""
    index, due = next_index(session), session.timing.due
    if index is not None:
        command = BeginPhase(index=index, seen=session.run.index)
        return NextAction(command=command, calm=not due)
    return NextAction(command=CloseSession(), calm=True, hold=True) if due else None
