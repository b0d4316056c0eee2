"""Rules of making room for each other: tapping in, handing over, one more minute."""

from collections.abc import Sequence

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import clock_state, running_ms
from fishbowl.domain.session.decide.chairs.seating import current, not_closing, taken_over
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.rules.chairs.making_room import has_minute, may_tap, speakers, tapper
from fishbowl.domain.session.state import Session


@decides
def tap_in(session: Session, command: c.TapIn, given: Given) -> Sequence[e.Event]:
    """Name a speaker whose chair one would like; one newcomer a chair, one chair a newcomer."""
    if session.rules.exit_rule != "tap_in":
        raise Rejected("rule_changed")
    if clock_state(session.clock) == "lobby":
        raise Rejected("not_running")
    turn = current(session, command.turn)
    request = session.open_request.get(given.sender)
    if request is None or not may_tap(session.requests[request]):
        raise Rejected("request_over")
    if turn not in speakers(session):
        raise Rejected("chair_kept", chair=turn.chair)
    not_closing(session, turn.chair)
    first = tapper(session, turn)
    if first is not None and first.id == request:
        raise AlreadyTrue()
    if first is not None:
        raise Rejected("chair_tapped", chair=turn.chair, person=first.person)
    return [e.RoomTapped(turn=turn.id, request=request)]


@decides
def hand_over(session: Session, command: c.HandOver, given: Given) -> Sequence[e.Event]:
    """Give one's chair to who has tapped in: one leaves, the other sits down."""
    turn = current(session, command.turn)
    request = tapper(session, turn)
    if request is None:
        raise Rejected("request_over")
    return taken_over(session, turn, request)


@decides
def ask_minute(session: Session, command: c.AskMinute, given: Given) -> Sequence[e.Event]:
    """Ask for time to finish a thought: a minute, once a turn."""
    if clock_state(session.clock) == "lobby":
        raise Rejected("not_running")
    turn = current(session, command.turn)
    if turn.minute_until_run_ms is not None:
        raise AlreadyTrue()
    return [e.MinuteAsked(turn=turn.id)]


@decides
def end_minute(session: Session, command: c.EndMinute, given: Given) -> Sequence[e.Event]:
    """Let the request to make room stand again."""
    turn = current(session, command.turn)
    until = turn.minute_until_run_ms
    if not has_minute(turn) or until is None or running_ms(session.clock, given.now_ms) < until:
        raise AlreadyTrue()
    return [e.MinuteEnded(turn=turn.id)]
