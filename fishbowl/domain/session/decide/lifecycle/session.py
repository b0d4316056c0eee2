"""Rules of the session itself: beginning and end, clock, door, summary."""

from collections.abc import Sequence
from typing import Any

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.decide.run import extended, rules_of
from fishbowl.domain.session.decide.topics import ending
from fishbowl.domain.session.decide.votes import closing_vote
from fishbowl.domain.session.formats import MINUTE_MS
from fishbowl.domain.session.ids import CallId
from fishbowl.domain.session.rules.chairs.free_chairs import calls_in_the_air, seated
from fishbowl.domain.session.rules.lifecycle.hours import check_hours
from fishbowl.domain.session.rules.lifecycle.promises import check_keeping
from fishbowl.domain.session.state import Session

BREAK_MAX_MS = 12 * 60 * MINUTE_MS
"""A night lies between two days of a conference; after it the session closes itself."""


@decides
def change_settings(session: Session, command: c.ChangeSettings, given: Given) -> Sequence[e.Event]:
    """Change settings; the question cannot be emptied."""
    if command.question == "":
        raise Rejected("words_needed", field="question")
    check_keeping(command, session.settings)
    check_hours(command, given.now_ms, session.settings)
    if command.open_chairs is not None and command.open_chairs >= session.bowl.count:
        raise Rejected("bad_size", field="open_chairs", most=session.bowl.count - 1)
    limit, last = command.seat_limit_minutes, command.last_minutes
    changed = e.SettingsChanged(
        question=command.question,
        event=command.event,
        open_chairs=command.open_chairs,
        seat_limit_ms=None if limit is None else limit * MINUTE_MS,
        show_times=command.show_times,
        show_balance=command.show_balance,
        wall_names=command.wall_names,
        wall_counts=command.wall_counts,
        wall_queue=command.wall_queue,
        last_ms=None if last is None else last * MINUTE_MS,
        share_percent=command.share_percent,
        silent_ms=command.silent_ms,
        empty_ms=command.empty_ms,
        address=command.address,
        starts_at_ms=command.starts_at_ms,
        opens_at_ms=command.opens_at_ms,
        closes_at_ms=command.closes_at_ms,
        keep_until_ms=command.keep_until_ms,
        keeps=command.keeps,
        expected_people=command.expected_people,
        series=command.series,
        occasion=_occasion_after(command.series, session),
    )
    return [_if_new(changed, session.settings)]


@decides
def next_question(session: Session, command: c.NextQuestion, given: Given) -> Sequence[e.Event]:
    """Go on to another question; what was on the table belongs to the one before."""
    if not command.question:
        raise Rejected("words_needed", field="question")
    if clock_state(session.clock) == "lobby":
        raise Rejected("not_running")
    if command.question == session.settings.question:
        raise AlreadyTrue()
    return [e.MainQuestionBegun(question=command.question), *ending(session)]


@decides
def set_language(session: Session, command: c.SetLanguage, given: Given) -> Sequence[e.Event]:
    """Say in which language the talk is, as long as anybody may look for it."""
    return [_if_new(e.SettingsChanged(language=command.language), session.settings)]


@decides
def show_web(session: Session, command: c.ShowWeb, given: Given) -> Sequence[e.Event]:
    """Show the conversation web or not; under Chatham House there is none."""
    if command.on and session.settings.attribution == "chatham_house":
        raise Rejected("web_names_people")
    return [_if_new(e.SettingsChanged(show_web=command.on), session.settings)]


@decides
def file_under_series(
    session: Session, command: c.FileUnderSeries, given: Given
) -> Sequence[e.Event]:
    """File a session under a series, also once it is over; an occasion is one of a series."""
    filed = e.SettingsChanged(
        series=command.series,
        occasion=command.occasion if command.series else "",
        event=command.event,
    )
    return [_if_new(filed, session.settings)]


@decides
def change_rules(session: Session, command: c.ChangeRules, given: Given) -> Sequence[e.Event]:
    """Let other rules hold from now on; who sits and who waits keeps what they have."""
    changed = e.RulesChanged(
        entry=command.entry,
        exit_rule=command.exit_rule,
        order=command.order,
        patience=command.patience,
    )
    return [_if_new(changed, session.rules)]


@decides
def start_session(session: Session, command: c.StartSession, given: Given) -> Sequence[e.Event]:
    """Let the clock run and the first phase begin; who sits already begins now."""
    if clock_state(session.clock) != "lobby":
        raise AlreadyTrue()
    return [e.SessionStarted(), *rules_of(session, session.run.phases[0])]


@decides
def close_session(session: Session, command: c.CloseSession, given: Given) -> Sequence[e.Event]:
    """End the session from any state. Nothing closes by itself but a room that everybody left.

    Calls in the air come to nothing, so that no chair is held in a session that is over. Nobody
    waits any more, and the Wi-Fi is not shown any more: a closed session tells strangers neither.
    """
    if clock_state(session.clock) == "closed":
        raise AlreadyTrue()
    idle = [e.SessionIdle()] if given.role is Role.TIME else []
    return [*idle, *closing(session)]


def closing(session: Session) -> list[e.Event]:
    """Make the events by which a session ends, everybody in the bowl and in the air first."""
    events: list[e.Event] = [
        e.ChairLeft(turn=turn.id, chair=turn.chair, why="closed") for turn in seated(session)
    ]
    events += [
        e.CallEnded(call=CallId(r.call or 0), request=r.id, why="withdrawn", rank=r.rank)
        for r in calls_in_the_air(session)
    ]
    events += closing_vote(session)
    if session.agenda.topic is not None:
        events += ending(session)
    if session.floor.facilitator:
        events.append(e.FloorGiven(turn=None))
    if session.room_break.until_ms is not None:
        events.append(e.BreakEnded())
    if session.open_request:
        events.append(e.QueueEmptied(requests=tuple(sorted(session.open_request.values()))))
    if session.wifi.network:
        events.append(e.WifiSet(network="", password="", security="wpa", hidden=False))
    return [*events, e.SessionClosed()]


@decides
def pause_clock(session: Session, command: c.PauseClock, given: Given) -> Sequence[e.Event]:
    """Stop the clocks of a running session."""
    state = clock_state(session.clock)
    if state == "paused":
        raise AlreadyTrue()
    if state != "running":
        raise Rejected("not_running")
    return [e.ClockPaused()]


@decides
def resume_clock(session: Session, command: c.ResumeClock, given: Given) -> Sequence[e.Event]:
    """Let stopped clocks go on."""
    state = clock_state(session.clock)
    if state == "running":
        raise AlreadyTrue()
    if state != "paused":
        raise Rejected("not_running")
    ended: list[e.Event] = [] if session.room_break.until_ms is None else [e.BreakEnded()]
    return [*ended, e.ClockResumed()]


@decides
def begin_break(session: Session, command: c.BeginBreak, given: Given) -> Sequence[e.Event]:
    """Let the room rest; nothing goes on by itself when the time has come.

    :raises Rejected: ``not_running`` before the start; ``bad_hours`` for an instant that is over or
        farther away than :data:`BREAK_MAX_MS`.
    """
    state = clock_state(session.clock)
    if state == "lobby":
        raise Rejected("not_running")
    if not given.now_ms < command.until_ms <= given.now_ms + BREAK_MAX_MS:
        raise Rejected("bad_hours", field="until_ms")
    if command.until_ms == session.room_break.until_ms:
        raise AlreadyTrue()
    begun: list[e.Event] = [e.BreakBegun(until_ms=command.until_ms)]
    return [*begun, e.ClockPaused()] if state == "running" else begun


@decides
def extend_clock(session: Session, command: c.ExtendClock, given: Given) -> Sequence[e.Event]:
    """Add to the current phase and to the end; neither goes below nothing."""
    if command.minutes == 0:
        raise AlreadyTrue()
    return extended(session, command.minutes * MINUTE_MS, given)


@decides
def lock_door(session: Session, command: c.LockDoor, given: Given) -> Sequence[e.Event]:
    """Let nobody new in."""
    if session.door.locked:
        raise AlreadyTrue()
    return [e.DoorLocked()]


@decides
def unlock_door(session: Session, command: c.UnlockDoor, given: Given) -> Sequence[e.Event]:
    """Let new people in."""
    if not session.door.locked:
        raise AlreadyTrue()
    return [e.DoorUnlocked()]


@decides
def total_signals(session: Session, command: c.TotalSignals, given: Given) -> Sequence[e.Event]:
    """Write down what the room signalled, if it did."""
    totals = {field: getattr(command, field) for field in command.__struct_fields__}
    if not any(count for field, count in totals.items() if field != "topic"):
        raise AlreadyTrue()
    return [e.SignalsTotalled(**totals)]


def _occasion_after(series: str | None, session: Session) -> str | None:
    """The occasion once the series is this one: one of another series is none of it."""
    return None if series is None or series == session.settings.series else ""


def _if_new(changed: e.Event, now: Any) -> e.Event:
    """Pass a change on if it changes anything.

    :raises AlreadyTrue: everything it names is so.
    """
    fields = changed.__struct_fields__
    if all((new := getattr(changed, f)) is None or new == getattr(now, f) for f in fields):
        raise AlreadyTrue()
    return changed
