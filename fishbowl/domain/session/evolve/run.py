"""What changes in the run of show and in the queue's last minutes."""

from typing import Any

import msgspec

from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.events import Entry, result
from fishbowl.domain.session.evolve.debrief import left_behind
from fishbowl.domain.session.evolve.registry import folds
from fishbowl.domain.session.ids import PointId, RunMillis
from fishbowl.domain.session.model import Part, Point, Run
from fishbowl.domain.session.state import Changes, Session

replace = msgspec.structs.replace

RUN, TIMING = Part("run"), Part("timing")


def first_phase_begun(session: Session, entry: Entry) -> Changes:
    """The session starts with its first phase."""
    if not session.run.phases:
        return {}
    return {RUN: replace(session.run, index=0, began=(RunMillis(0),), planned_seq=entry.seq)}


@folds
def phase_begun(session: Session, event: e.PhaseBegun, entry: Entry) -> Changes:
    """Go on; phases that were left out take no time."""
    run, now = session.run, running_ms(session.clock, entry.at_ms)
    began = (*run.began, *(now for _ in range(event.index - run.index)))
    begun = replace(run, index=event.index, began=began, swap_run_ms=None, planned_seq=entry.seq)
    return {RUN: begun, TIMING: replace(session.timing, due=False), **left_behind(session)}


@folds
def phase_due(session: Session, event: e.PhaseDue, entry: Entry) -> Changes:
    """Note that the current phase is over its minutes."""
    return {TIMING: replace(session.timing, due=True)}


@folds
def phase_replanned(session: Session, event: e.PhaseReplanned, entry: Entry) -> Changes:
    """Plan other minutes for a phase."""
    return _replanned(session, event, entry)


@folds
def run_edited(session: Session, event: e.RunEdited, entry: Entry) -> Changes:
    """Replace the rest of the run."""
    return _replanned(session, event, entry)


def planned_anew(run: Run, event: e.PhaseReplanned | e.RunEdited) -> Run:
    """The run with the phases that are planned from here."""
    if isinstance(event, e.RunEdited):
        return replace(run, phases=(*run.phases[: event.index], *event.phases))
    phases = list(run.phases)
    phases[event.index] = replace(phases[event.index], planned_ms=event.planned_ms)
    return replace(run, phases=tuple(phases))


def _replanned(session: Session, event: e.PhaseReplanned | e.RunEdited, entry: Entry) -> Changes:
    run = planned_anew(session.run, event)
    changes: dict[Part, Any] = {
        RUN: replace(run, swap_run_ms=result(event.swap_run_ms), planned_seq=entry.seq)
    }
    if session.timing.due and not result(event.due):
        changes[TIMING] = replace(session.timing, due=False)
    return changes


@folds
def queue_closed(session: Session, event: e.QueueClosed, entry: Entry) -> Changes:
    """Let nobody new ask."""
    return {TIMING: replace(session.timing, queue_closed=True)}


@folds
def queue_opened(session: Session, event: e.QueueOpened, entry: Entry) -> Changes:
    """Let people ask again."""
    timing = replace(
        session.timing, queue_closed=False, by_hand=event.by_hand, opened_seq=entry.seq
    )
    return {TIMING: timing}


@folds
def point_left(session: Session, event: e.PointLeft, entry: Entry) -> Changes:
    """Keep a written point."""
    point = Point(
        id=PointId(entry.seq),
        person=event.person,
        words=event.words,
        topic=event.topic,
        request=event.request,
        left_at_ms=entry.at_ms,
    )
    return {Part("point", entry.seq): point}


@folds
def point_withdrawn(session: Session, event: e.PointWithdrawn, entry: Entry) -> Changes:
    """Let a written point go."""
    return {Part("point", event.point): None}
