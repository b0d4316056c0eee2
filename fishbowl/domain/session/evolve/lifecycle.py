"""What the session's own events change: settings, clock, door, summary."""

from collections.abc import Iterator
from itertools import chain, islice, repeat
from typing import Any

import msgspec
from immutables import Map

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.commands import ChairKind
from fishbowl.domain.session.commands.run import Phase
from fishbowl.domain.session.events import Entry, without_sender
from fishbowl.domain.session.evolve.registry import folds
from fishbowl.domain.session.evolve.run import first_phase_begun
from fishbowl.domain.session.ids import ChairNo
from fishbowl.domain.session.model import (
    Bowl,
    Chair,
    Clock,
    EarlierQuestion,
    MainQuestions,
    Part,
    RoomBreak,
    Rules,
    Run,
    Settings,
)
from fishbowl.domain.session.state import Changes, Session

replace = msgspec.structs.replace

SETTINGS, RULES, CLOCK, DOOR = Part("settings"), Part("rules"), Part("clock"), Part("door")
MAIN_QUESTIONS, ROOM_BREAK = Part("main_questions"), Part("room_break")


def session_created(event: e.SessionCreated, entry: Entry) -> Session:
    """Make the session that the first entry describes."""
    settings = Settings(
        question=event.question,
        event=event.event,
        chair_count=event.chair_count,
        open_chairs=event.open_chairs,
        seat_limit_ms=event.seat_limit_ms,
        attribution=event.attribution,
        under_18=event.under_18,
        address=event.address,
        format=event.format,
        last_ms=event.last_ms,
        starts_at_ms=event.starts_at_ms,
        opens_at_ms=event.opens_at_ms,
        closes_at_ms=event.closes_at_ms,
        keep_until_ms=event.keep_until_ms,
        keeps=event.keeps,
        language=event.language,
        expected_people=event.expected_people,
        share_percent=event.share_percent,
        silent_ms=event.silent_ms,
        empty_ms=event.empty_ms,
        show_times=event.show_times,
        show_balance=event.show_balance,
        wall_names=event.wall_names,
        wall_counts=event.wall_counts,
        wall_queue=event.wall_queue,
        series=event.series,
        occasion=event.occasion,
    )
    plain = Phase(kind="bowl", planned_ms=event.planned_ms, title_code="bowl", opening_code="bowl")
    chairs = (Chair(no=ChairNo(no), kind=kind) for no, kind in enumerate(_kinds(event), start=1))
    return Session(
        seq=entry.seq,
        at_ms=entry.at_ms,
        sent_at_ms=entry.at_ms,
        code=event.code,
        created_at_ms=entry.at_ms,
        settings=settings,
        clock=Clock(planned_ms=event.planned_ms),
        rules=Rules(
            entry=event.entry,
            exit_rule=event.exit_rule,
            order=event.order,
            patience=event.patience,
        ),
        run=Run(phases=event.phases or (plain,)),
        bowl=Bowl(count=event.chair_count),
        chairs=Map({chair.no: chair for chair in chairs}),
        recent=(without_sender(entry),),
    )


def _kinds(event: e.SessionCreated) -> Iterator[ChairKind]:
    """The kind of every chair; chairs of which the event says nothing are for speakers."""
    return islice(chain(event.kinds, repeat("speaker")), event.chair_count)


@folds
def settings_changed(session: Session, event: e.SettingsChanged, entry: Entry) -> Changes:
    """Replace the settings that the event names."""
    return {SETTINGS: replace(session.settings, **_named(event))}


@folds
def main_question_begun(session: Session, event: e.MainQuestionBegun, entry: Entry) -> Changes:
    """Keep the question before with its time, and go on with this one."""
    now, before = running_ms(session.clock, entry.at_ms), session.main_questions
    over = EarlierQuestion(
        question=session.settings.question,
        began_run_ms=before.since_run_ms,
        ended_run_ms=now,
    )
    return {
        MAIN_QUESTIONS: MainQuestions(earlier=(*before.earlier, over), since_run_ms=now),
        SETTINGS: replace(session.settings, question=event.question),
    }


@folds
def rules_changed(session: Session, event: e.RulesChanged, entry: Entry) -> Changes:
    """Replace the rules that the event names."""
    return {RULES: replace(session.rules, **_named(event))}


@folds
def session_started(session: Session, event: e.SessionStarted, entry: Entry) -> Changes:
    """Start the clock, and the first phase."""
    started = replace(session.clock, started_at_ms=entry.at_ms)
    return {CLOCK: started, **first_phase_begun(session, entry)}


@folds
def session_idle(session: Session, event: e.SessionIdle, entry: Entry) -> Changes:
    """Change nothing: it says why the session closes by itself."""
    return {}


@folds
def session_closed(session: Session, event: e.SessionClosed, entry: Entry) -> Changes:
    """Stop the clock for good; the turns end by their own events."""
    return {CLOCK: replace(session.clock, closed_at_ms=entry.at_ms)}


@folds
def clock_paused(session: Session, event: e.ClockPaused, entry: Entry) -> Changes:
    """Let the clock stand."""
    return {CLOCK: replace(session.clock, paused_at_ms=entry.at_ms)}


@folds
def clock_resumed(session: Session, event: e.ClockResumed, entry: Entry) -> Changes:
    """Let the clock go on where it stood."""
    clock = session.clock
    started = clock.started_at_ms or entry.at_ms
    stood_ms = entry.at_ms - started - running_ms(clock, entry.at_ms)
    return {CLOCK: replace(clock, paused_at_ms=None, paused_ms=stood_ms)}


@folds
def break_begun(session: Session, event: e.BreakBegun, entry: Entry) -> Changes:
    """Let the room rest; the clock stands by an event of its own."""
    return {ROOM_BREAK: RoomBreak(until_ms=Millis(event.until_ms))}


@folds
def break_ended(session: Session, event: e.BreakEnded, entry: Entry) -> Changes:
    """The room is back."""
    return {ROOM_BREAK: RoomBreak()}


@folds
def clock_extended(session: Session, event: e.ClockExtended, entry: Entry) -> Changes:
    """Move the planned end."""
    clock = session.clock
    return {CLOCK: replace(clock, planned_ms=max(0, clock.planned_ms + event.by_ms))}


@folds
def door_locked(session: Session, event: e.DoorLocked, entry: Entry) -> Changes:
    """Lock the door."""
    return {DOOR: replace(session.door, locked=True)}


@folds
def door_unlocked(session: Session, event: e.DoorUnlocked, entry: Entry) -> Changes:
    """Unlock the door."""
    return {DOOR: replace(session.door, locked=False)}


@folds
def signals_totalled(session: Session, event: e.SignalsTotalled, entry: Entry) -> Changes:
    """Nothing changes: the sum is kept for the harvest."""
    return {}


def _named(event: e.Event) -> dict[str, Any]:
    """The fields of an event that say something."""
    fields = ((field, getattr(event, field)) for field in event.__struct_fields__)
    return {field: value for field, value in fields if value is not None}
