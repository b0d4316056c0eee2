"""When time itself acts in a session, if nothing happens until then."""

from collections.abc import Iterator
from typing import NamedTuple

from fishbowl.domain.chairs import calls_in_the_air, seated
from fishbowl.domain.clock import call_deadline_run_ms, idle_close_ms, instant_of
from fishbowl.domain.commands import (
    CloseSession,
    Command,
    EndMinute,
    ExpireCall,
    SettleCall,
    WakeRequest,
)
from fishbowl.domain.exits import has_minute
from fishbowl.domain.ids import Millis
from fishbowl.domain.state import Session


class Deadline(NamedTuple):
    """An instant of session time, and what is sent then.

    ``command_id`` is made from what ends, so that no restart can do it twice.
    """

    at_ms: Millis
    command: Command
    command_id: str


def deadlines(session: Session) -> Iterator[Deadline]:
    """List all deadlines of a session, in no order; none while its clock stands."""
    idle = idle_close_ms(session)
    if idle is not None:
        yield Deadline(idle, CloseSession(), f"idle-close-{session.seq:08}")
    yield from _wakings(session)
    for request in calls_in_the_air(session):
        deadline = call_deadline_run_ms(session, request)
        at_ms = None if deadline is None else instant_of(session.clock, deadline)
        if at_ms is None or request.call is None:
            continue
        if request.state == "called":
            yield Deadline(at_ms, ExpireCall(call=request.call), f"expire-call-{request.call:08}")
        else:
            yield Deadline(at_ms, SettleCall(call=request.call), f"settle-call-{request.call:08}")
    for turn in seated(session):
        until = turn.minute_until_run_ms
        at_ms = None if until is None else instant_of(session.clock, until)
        if at_ms is not None and has_minute(turn):
            yield Deadline(at_ms, EndMinute(turn=turn.id), f"end-minute-{turn.id:08}")


def _wakings(session: Session) -> Iterator[Deadline]:
    for _, waiting in session.queue:
        until = session.requests[waiting].snoozed_until_run_ms
        at_ms = None if until is None else instant_of(session.clock, until)
        if at_ms is not None:
            yield Deadline(at_ms, WakeRequest(request=waiting), f"wake-{waiting:08}-{until:010}")
