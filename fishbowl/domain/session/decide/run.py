"""Rules of the run of show: going on, planning anew, and the queue's last minutes."""

from collections.abc import Sequence

import msgspec

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import clock_state, running_ms
from fishbowl.domain.session.commands.run import PHASES_MAX, Phase
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.decide.wall import leaving_topics
from fishbowl.domain.session.formats import MINUTE_MS, longest
from fishbowl.domain.session.model import Request
from fishbowl.domain.session.model.request_states import IN_VAIN
from fishbowl.domain.session.rules.run import (
    current_phase,
    elapsed_ms,
    last_minutes_run_ms,
    next_index,
    over_ms,
    phase_end_run_ms,
)
from fishbowl.domain.session.rules.votes import open_vote
from fishbowl.domain.session.state import Session

replace = msgspec.structs.replace

_RULES_OF_PHASE = ("entry", "exit_rule", "order", "seat_minutes")

POINTS_MAX = 5
"""How many points one person can leave."""


@decides
def begin_phase(session: Session, command: c.BeginPhase, given: Given) -> Sequence[e.Event]:
    """Go on. Two facilitators who press at once go on by one phase."""
    _need_started(session)
    if command.index == session.run.index:
        raise AlreadyTrue()
    _need_planned(session, command.index)
    if command.seen not in (None, session.run.index):
        raise Rejected("phase_moved", index=session.run.index)
    phase = session.run.phases[command.index]
    events: list[e.Event] = [e.PhaseBegun(index=command.index)]
    events += rules_of(session, phase)
    if session.timing.queue_closed and phase.kind == "bowl":
        events.append(e.QueueOpened())
    if open_vote(session) is None and not session.wall.kept:
        events += leaving_topics(session, given)
    return events


def rules_of(session: Session, phase: Phase) -> list[e.Event]:
    """The rules that begin to hold with a phase, where others hold now."""
    events: list[e.Event] = []
    names = ("entry", "exit_rule", "order")
    new = {n: r for n in names if (r := getattr(phase, n)) not in (None, getattr(session.rules, n))}
    if new:
        events.append(e.RulesChanged(**new))
    limit = None if phase.seat_minutes is None else phase.seat_minutes * MINUTE_MS
    if limit not in (None, session.settings.seat_limit_ms):
        events.append(e.SettingsChanged(seat_limit_ms=limit))
    return events


@decides
def edit_run(session: Session, command: c.EditRun, given: Given) -> Sequence[e.Event]:
    """Plan the rest anew. The phase that goes on keeps its kind, what is over stays."""
    run, index = session.run, command.index
    if index < run.index:
        raise Rejected("phase_over", index=index)
    if index > len(run.phases) or not 1 <= index + len(command.phases) <= PHASES_MAX:
        raise Rejected("phase_unknown", index=index)
    if index == run.index and (
        not command.phases or command.phases[0].kind != run.phases[index].kind
    ):
        raise Rejected("phase_over", index=index)
    if run.phases[index:] == command.phases:
        raise AlreadyTrue()
    by_ms = _sum(command.phases) - _sum(run.phases[index:])
    edited: list[e.Event] = [e.RunEdited(index=index, phases=command.phases)]
    if index == run.index:
        edited += rules_of(session, _anew(run.phases[index], command.phases[0]))
    return edited + _end_moved(by_ms)


def _anew(before: Phase, after: Phase) -> Phase:
    """The phase that goes on, with those rules alone that were planned differently.

    What somebody changed live meanwhile stays, unless the plan says something new about it.
    """
    same = {r: None for r in _RULES_OF_PHASE if getattr(before, r) == getattr(after, r)}
    return replace(after, **same)


@decides
def set_phase_minutes(
    session: Session, command: c.SetPhaseMinutes, given: Given
) -> Sequence[e.Event]:
    """Plan other minutes for one phase; the end moves with it."""
    _need_planned(session, command.index)
    before = session.run.phases[command.index].planned_ms
    planned_ms = command.minutes * MINUTE_MS
    if before == planned_ms:
        raise AlreadyTrue()
    replanned: list[e.Event] = [e.PhaseReplanned(index=command.index, planned_ms=planned_ms)]
    return replanned + _end_moved(planned_ms - before)


@decides
def rebalance_run(session: Session, command: c.RebalanceRun, given: Given) -> Sequence[e.Event]:
    """Put lost time where the facilitator says; the program never decides that by itself."""
    _need_started(session)
    if command.ms == 0 or over_ms(session, given.now_ms) == 0:
        raise AlreadyTrue()
    if command.how == "later":
        return _end_moved(command.ms)
    index = _giver(session, command.how)
    if index is None:
        raise Rejected("phase_unknown", index=session.run.index)
    planned_ms = session.run.phases[index].planned_ms - command.ms
    if planned_ms < MINUTE_MS:
        raise Rejected("too_little_left", most=session.run.phases[index].planned_ms - MINUTE_MS)
    return [e.PhaseReplanned(index=index, planned_ms=planned_ms)]


def _giver(session: Session, how: c.RebalanceHow) -> int | None:
    """Which phase gives the time: the talk that goes on or comes, or the end of the run."""
    run = session.run
    ahead = range(run.index, len(run.phases))
    if how == "bowl":
        return next((i for i in ahead if run.phases[i].kind == "bowl"), None)
    return next((i for i in reversed(ahead[1:]) if run.phases[i].kind != "bowl"), None)


def extended(session: Session, by_ms: int, given: Given) -> list[e.Event]:
    """Add time to the current phase and to the end; the queue opens if it is early again."""
    events: list[e.Event] = [e.ClockExtended(by_ms=by_ms)]
    phase, run = current_phase(session), session.run
    if phase is None:
        index = longest(run.phases)  # before the start it is the talk that changes
        planned_ms = max(0, run.phases[index].planned_ms + by_ms)
        return [*events, e.PhaseReplanned(index=index, planned_ms=planned_ms)]
    planned_ms = max(0, phase.planned_ms + by_ms)
    events.append(e.PhaseReplanned(index=run.index, planned_ms=planned_ms))
    longer = replace(phase, planned_ms=planned_ms)
    phases = (*run.phases[: run.index], longer, *run.phases[run.index + 1 :])
    then = replace(session, run=replace(run, phases=phases))
    last = last_minutes_run_ms(then)
    closes_later = last is not None and running_ms(session.clock, given.now_ms) < last
    if session.timing.queue_closed and closes_later:
        events.append(e.QueueOpened())
    return events


@decides
def mark_phase_due(session: Session, command: c.MarkPhaseDue, given: Given) -> Sequence[e.Event]:
    """Note that the planned minutes are over; nothing ends by itself."""
    phase = current_phase(session)
    if phase is None or command.index != session.run.index:
        raise Rejected("phase_over", index=command.index)
    if session.timing.due:
        raise AlreadyTrue()
    if elapsed_ms(session, given.now_ms) < phase.planned_ms:
        raise Rejected("not_running")
    return [e.PhaseDue(index=command.index)]


@decides
def close_queue(session: Session, command: c.CloseQueue, given: Given) -> Sequence[e.Event]:
    """Close the queue by hand at any time, or by time when the last minutes have come."""
    if session.timing.queue_closed:
        raise AlreadyTrue()
    if given.role is Role.TIME and not _is_late(session, given.now_ms):
        raise Rejected("not_running")
    return [e.QueueClosed()]


@decides
def open_queue(session: Session, command: c.OpenQueue, given: Given) -> Sequence[e.Event]:
    """Let people ask again, whatever the clock says."""
    if not session.timing.queue_closed:
        raise AlreadyTrue()
    return [e.QueueOpened(by_hand=True)]


@decides
def leave_point(session: Session, command: c.LeavePoint, given: Given) -> Sequence[e.Event]:
    """Keep a written point; nobody needs a chair for it.

    Afterwards that is for those who asked and never got to a chair, until a person has published
    the summary.
    """
    request = _left_waiting(session, command)
    person = given.sender
    if not command.words:
        raise Rejected("words_needed", field="words")
    own = [point for point in session.points.values() if point.person == person]
    if any(point.words == command.words for point in own):
        raise AlreadyTrue()
    if len(own) >= POINTS_MAX:
        raise Rejected("limit_reached", most=POINTS_MAX)
    topic = session.agenda.topic if request is None else request.topic
    left = e.PointLeft(
        person=person,
        words=command.words,
        topic=topic,
        request=None if request is None else request.id,
    )
    return [left]


def _left_waiting(session: Session, command: c.LeavePoint) -> Request | None:
    """What somebody had waited with until the end; ``None`` while the session goes on."""
    if clock_state(session.clock) != "closed":
        return None
    request = None if command.request is None else session.requests.get(command.request)
    if request is None or request.state not in IN_VAIN:
        raise Rejected("session_closed")
    if session.summary.published:
        raise Rejected("summary_published")
    return request


@decides
def withdraw_point(session: Session, command: c.WithdrawPoint, given: Given) -> Sequence[e.Event]:
    """Take back a point of one's own, also after the end, until a person publishes the summary."""
    point = session.points.get(command.point)
    if point is None:
        raise AlreadyTrue()
    if session.summary.published:
        raise Rejected("summary_published")
    return [e.PointWithdrawn(point=point.id, person=point.person)]


def _is_late(session: Session, now_ms: Millis) -> bool:
    last = last_minutes_run_ms(session)
    return last is not None and running_ms(session.clock, now_ms) >= last


def _need_started(session: Session) -> None:
    if clock_state(session.clock) == "lobby" or phase_end_run_ms(session.run) is None:
        raise Rejected("not_running")


def _need_planned(session: Session, index: int) -> None:
    """Refuse a phase that is over or was never planned."""
    if index < session.run.index:
        raise Rejected("phase_over", index=index, next=next_index(session))
    if index >= len(session.run.phases):
        raise Rejected("phase_unknown", index=index)


def _sum(phases: tuple[Phase, ...]) -> int:
    return sum(phase.planned_ms for phase in phases)


def _end_moved(by_ms: int) -> list[e.Event]:
    return [e.ClockExtended(by_ms=by_ms)] if by_ms else []
