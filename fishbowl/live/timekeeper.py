"""Time's own acts: calls that nobody answers, people who have walked up, rooms that were left.

The timekeeper sleeps until the next deadline of any open session, so an idle room costs nothing.
It sends commands like everybody else, with ids made from what they end: a restart cannot do them
twice.
"""

import logging
from collections.abc import Callable, Iterator
from threading import Condition

from fishbowl.clock import Clock, wall_seconds_until
from fishbowl.domain.chairs import calls_in_the_air
from fishbowl.domain.clock import call_deadline_run_ms, clock_state, idle_close_ms, instant_of
from fishbowl.domain.commands import CloseSession, Command, ExpireCall, SettleCall
from fishbowl.domain.ids import CallId, Millis
from fishbowl.domain.roles import Role
from fishbowl.domain.state import Session
from fishbowl.service import Change, Order, Service

log = logging.getLogger(__name__)

RETURN_MS = 30_000
"""After a start, phones get this long to come back before deadlines that passed meanwhile fire."""

RETRY_S = 1.0
"""What time could not do (the disk was full) it tries again after this long."""

Deadline = tuple[Millis, str, Command, str]
"""When, in which session, what to send, and the id to send it under."""


def deadlines(session: Session) -> Iterator[Deadline]:
    """All instants at which time will act in a session, if nothing happens until then."""
    if clock_state(session.clock) == "closed":
        return
    idle = idle_close_ms(session)
    if idle is not None:
        yield idle, session.code, CloseSession(), f"idle-close-{session.seq:08}"
    for request in calls_in_the_air(session):
        instant = instant_of(session.clock, call_deadline_run_ms(request))
        if instant is None or request.call is None:
            continue
        call = CallId(request.call)
        if request.state == "called":
            yield instant, session.code, ExpireCall(call=call), f"expire-call-{call:08}"
        else:
            yield instant, session.code, SettleCall(call=call), f"settle-call-{call:08}"


class Timekeeper:
    """Watches the open sessions of a service.

    :param spawn: starts a background task of the server's kind.
    """

    def __init__(
        self, service: Service, clock: Clock, spawn: Callable[[Callable[[], None]], object]
    ) -> None:
        self._service = service
        self._clock = clock
        self._spawn = spawn
        self._wake = Condition()
        self._sessions: dict[str, Session] = {}
        self._not_before_ms = Millis(clock.now_ms() + RETURN_MS)

    def start(self) -> None:
        """Take up the sessions that are open, and begin to watch."""
        for row in self._service.sessions():
            if row.state != "closed":
                session = self._service.session(row.code)
                if session is not None:
                    self._sessions[row.code] = session
        self._spawn(self._run)

    def on_change(self, change: Change) -> None:
        """Take note of a commit; its deadlines may be earlier than those waited for."""
        with self._wake:
            if clock_state(change.after.clock) == "closed":
                self._sessions.pop(change.after.code, None)
            else:
                self._sessions[change.after.code] = change.after
            self._wake.notify_all()

    def _run(self) -> None:
        while True:
            with self._wake:
                upcoming = self._upcoming()
                if upcoming is None:
                    self._wake.wait()
                    continue
                due_ms = max(upcoming[0], self._due_after_start(upcoming[0]))
                left_s = wall_seconds_until(self._clock, due_ms)
                if left_s > 0:
                    self._wake.wait(left_s)
                    continue
            self._act(upcoming)

    def _due_after_start(self, instant: Millis) -> Millis:
        """Deadlines that passed while the server was down wait for the phones to return."""
        started_ms = self._not_before_ms - RETURN_MS
        return self._not_before_ms if instant < started_ms else instant

    def _upcoming(self) -> Deadline | None:
        every = (d for session in self._sessions.values() for d in deadlines(session))
        return min(every, key=lambda deadline: deadline[0], default=None)

    def _act(self, deadline: Deadline) -> None:
        _, code, command, command_id = deadline
        outcome = self._service.submit(
            Order(code=code, command=command, command_id=command_id, role=Role.TIME)
        )
        session = self._service.session(code)
        if session is not None and session.clock.closed_at_ms is None:
            self._sessions[code] = session
        if not outcome.ok:
            log.info("%s in %s: %s", command_id, code, outcome.code)
            with self._wake:
                self._wake.wait(RETRY_S)
