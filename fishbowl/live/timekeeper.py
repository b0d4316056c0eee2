"""Time's own acts: calls that nobody answers, people who have walked up, rooms that were left.

The timekeeper sleeps until the next deadline of any open session, so an idle room costs nothing.
It sends commands like everybody else, with ids made from what they end: a restart cannot do them
twice.
"""

import logging
from collections.abc import Callable
from itertools import chain
from threading import Condition

from fishbowl.clock import Clock, wall_seconds_until
from fishbowl.domain.clock import clock_state
from fishbowl.domain.deadlines import Deadline, after_the_end, deadlines, forgetting
from fishbowl.domain.ids import Millis
from fishbowl.domain.roles import Role
from fishbowl.domain.state import Session
from fishbowl.service import Change, Order, Service

log = logging.getLogger(__name__)

RETURN_MS = 30_000
"""After a start, phones get this long to come back before deadlines that passed meanwhile fire."""

RETRY_S = 1.0
"""What time could not do (the disk was full) it tries again after this long."""


NAP_MAX_S = 3_600.0
"""No wait is longer: deadlines may be months away, and machines sleep."""


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
        self._firsts: dict[str, tuple[Session, Deadline | None]] = {}
        self._after: dict[str, Deadline] = {}
        self._not_before_ms = Millis(clock.now_ms() + RETURN_MS)

    def start(self) -> None:
        """Take up the sessions that are open, and those whose people are to be forgotten."""
        for row in self._service.sessions():
            if row.state == "closed":
                self._after.update((row.code, last) for last in forgetting(row.keep_until_ms))
            else:
                session = self._service.session(row.code)
                if session is not None:
                    self._sessions[row.code] = session
        self._spawn(self._run)

    def on_change(self, change: Change) -> None:
        """Take note of a commit; its deadlines may be earlier than those waited for."""
        with self._wake:
            if clock_state(change.after.clock) == "closed":
                self._sessions.pop(change.after.code, None)
                self._firsts.pop(change.after.code, None)
                self._watch_after_the_end(change.after)
            else:
                self._after.pop(change.after.code, None)
                self._sessions[change.after.code] = change.after
            self._wake.notify_all()

    def _watch_after_the_end(self, session: Session) -> None:
        """Of a closed session only the date is kept in mind on which its people are forgotten."""
        self._after.pop(session.code, None)
        self._after.update((session.code, last) for last in after_the_end(session))

    def _run(self) -> None:
        while True:
            with self._wake:
                upcoming = self._upcoming()
                if upcoming is None:
                    self._wake.wait()
                    continue
                left_s = wall_seconds_until(self._clock, self._due_ms(upcoming[1]))
                if left_s > 0:
                    self._wake.wait(min(left_s, NAP_MAX_S))
                    continue
            self._act(*upcoming)

    def _due_ms(self, deadline: Deadline) -> Millis:
        """Deadlines that passed while the server was down wait for the phones to return."""
        started_ms = self._not_before_ms - RETURN_MS
        return self._not_before_ms if deadline.at_ms < started_ms else deadline.at_ms

    def _upcoming(self) -> tuple[str, Deadline] | None:
        before_the_end = (
            (code, first)
            for code, session in self._sessions.items()
            if (first := self._first(code, session)) is not None
        )
        every = chain(before_the_end, self._after.items())
        return min(every, key=lambda due: self._due_ms(due[1]), default=None)

    def _first(self, code: str, session: Session) -> Deadline | None:
        """The first deadline of a session; with many rooms open only one has changed."""
        kept = self._firsts.get(code)
        if kept is None or kept[0] is not session:
            first = min(deadlines(session), key=self._due_ms, default=None)
            kept = self._firsts[code] = (session, first)
        return kept[1]

    def _act(self, code: str, deadline: Deadline) -> None:
        _, command, command_id = deadline
        outcome = self._service.submit(
            Order(code=code, command=command, command_id=command_id, role=Role.TIME)
        )
        session = self._service.session(code)
        if session is not None and session.clock.closed_at_ms is None:
            self._sessions[code] = session
        if outcome.ok:
            with self._wake:
                if self._after.get(code) == deadline:
                    del self._after[code]
        else:
            log.info("%s in %s: %s", command_id, code, outcome.code)
            with self._wake:
                self._wake.wait(RETRY_S)
