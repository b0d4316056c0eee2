"""Sends the commands of deadlines: unanswered calls, people who have walked up, abandoned rooms.

The timekeeper sleeps until the next deadline of any session, so an idle room costs nothing. It
knows the next deadline of every session from its row in the list, and reads a log only when that
has come. It sends commands like everybody else, with ids made from what they end: a restart cannot
do them twice.

Every room is acted on by a task of its own: one that is slow or broken delays no other. A deadline
that is still there after its command is tried again ever later.
"""

import logging
import time
from collections.abc import Callable
from threading import Condition, Semaphore

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.commands import ForgetEverybody
from fishbowl.domain.session.row import SessionRow
from fishbowl.domain.session.rules.lifecycle.deadlines import Deadline, deadlines
from fishbowl.domain.session.state import Session
from fishbowl.host.supervisor import Supervisor
from fishbowl.services.writer import Change, Envelope, Outcome, Service

log = logging.getLogger(__name__)

RETURN_S = 30.0
"""After a start, or when the machine has slept, phones get this long to come back before deadlines
that passed meanwhile are acted on."""

RETRY_MAX_S = 300.0
"""What time could not do it tries again after a second, two, four, and so on up to this long."""

NAP_MAX_S = 3_600.0
"""No wait is longer: deadlines may be months away."""

TURN_MAX_S = 60.0
"""To find who is due and start it takes less, or the loop hangs."""

REST_S = 1.0
"""Between two acts that are long work, such as forgetting a whole room, live rooms go on."""


class _Room:
    """What is known of one session's next deadline.

    :param at_ms: session time; 0 where it has to be found out.
    """

    __slots__ = ("at_ms", "busy", "changed", "failures", "not_before_s", "tried")

    def __init__(self, at_ms: int) -> None:
        self.at_ms = at_ms
        self.busy = False
        self.changed = False
        self.failures = 0
        self.not_before_s = 0.0
        self.tried = ""


class Timekeeper:
    """Watches the sessions of a service.

    :param spawn: starts a background task of the server's kind.
    """

    def __init__(
        self,
        service: Service,
        spawn: Callable[[Callable[[], None]], object],
        supervisor: Supervisor | None = None,
    ) -> None:
        self._service = service
        self._supervisor = supervisor or Supervisor()
        self._turns = self._supervisor.turns("timekeeper", TURN_MAX_S)
        self._time = service.time
        self._spawn = spawn
        self._wake = Condition()
        self._rooms: dict[str, _Room] = {}
        self._began_ms = self._time.now_ms()
        self._long_work = Semaphore(1)

    def start(self) -> None:
        """Take up every session in which something is due some day."""
        for row in self._service.sessions():
            if row.next_deadline_ms is not None or not row.deadline_known:
                self._rooms[row.code] = _Room(row.next_deadline_ms or 0)
        self._spawn(self._supervisor.supervised(self._turns, self._run))

    def on_change(self, change: Change) -> None:
        """Take note of a commit; its deadlines may be earlier than those waited for."""
        due = self._first(change.after.code, change.after)
        first = None if due is None else due.at_ms
        with self._wake:
            room = self._rooms.get(change.after.code)
            if room is not None:
                room.changed = True  # an act that goes on was decided on the session before
            if first is None and room is not None and not room.busy:
                del self._rooms[change.after.code]
            elif first is not None and room is None:
                self._rooms[change.after.code] = _Room(first)
            elif first is not None and room is not None:
                room.at_ms = first
            self._wake.notify_all()

    def on_import(self, row: SessionRow) -> None:
        """Take up a session that has come in from elsewhere."""
        if row.next_deadline_ms is not None:
            with self._wake:
                self._rooms.setdefault(row.code, _Room(row.next_deadline_ms))
                self._wake.notify_all()

    def on_deleted(self, code: str) -> None:
        """Nothing is due any more in a session that is no more."""
        with self._wake:
            room = self._rooms.get(code)
            if room is not None and not room.busy:
                del self._rooms[code]

    def on_wake_up(self) -> None:
        """The machine has slept: deadlines that passed meanwhile wait for the phones to return."""
        with self._wake:
            self._began_ms = self._time.now_ms()
            self._wake.notify_all()

    def _run(self) -> None:
        while True:
            self._turns.begins()
            with self._wake:
                code, left_s = self._upcoming()
                if left_s > 0:
                    with self._turns.waiting():
                        self._wake.wait(min(left_s, NAP_MAX_S))
                    continue
                room = self._rooms[code]
                room.busy = True
            try:
                self._spawn(lambda code=code: self._serve(code))  # type: ignore[misc]
            except Exception as error:  # no more threads, for example
                self._supervisor.failed("starting a room's deadline", error)
                with self._wake:
                    room.busy = False
                    self._try_later(room)

    def _upcoming(self) -> tuple[str, float]:
        """Which room is due first, and in how many seconds; a long nap if none is."""
        waits = (
            (code, self._left_s(code, room)) for code, room in self._rooms.items() if not room.busy
        )
        return min(waits, key=lambda wait: wait[1], default=("", NAP_MAX_S))

    def _left_s(self, code: str, room: _Room) -> float:
        """Seconds until a room is due; where that cannot be told, it is asked again later."""
        try:
            left_s = self._time.wall_seconds_until(code, self._due_ms(code, room.at_ms))
        except Exception as error:
            self._supervisor.failed("reading a room's deadline", error)
            return RETRY_MAX_S
        return max(left_s, room.not_before_s - time.monotonic())

    def _try_later(self, room: _Room) -> None:
        room.failures += 1
        room.not_before_s = time.monotonic() + min(2.0**room.failures, RETRY_MAX_S)

    def _due_ms(self, code: str, at_ms: int) -> Millis:
        """When a deadline is acted on: one that has passed meanwhile waits for the phones."""
        ahead_ms = self._time.now_ms(code) - self._time.now_ms()
        began_ms = self._began_ms + ahead_ms
        if at_ms >= began_ms:
            return Millis(at_ms)
        return Millis(began_ms + int(RETURN_S * 1000 * self._time.rate))

    def _first(self, code: str, session: Session) -> Deadline | None:
        """The deadline of a session that is acted on first."""
        return min(deadlines(session), key=lambda due: self._due_ms(code, due.at_ms), default=None)

    def _serve(self, code: str) -> None:
        """Act in one room, and find out when its next deadline is; what fails is tried again."""
        room = self._rooms[code]
        room.changed = False
        left: Deadline | None = None
        failed = True
        try:
            session = self._service.session(code)
            due = None if session is None else self._first(code, session)
            if due is not None and self._time.now_ms(code) >= self._due_ms(code, due.at_ms):
                outcome = self._act(code, due)
                session = self._service.session(code)
                left = None if session is None else self._first(code, session)
                failed = left == due  # one that is over, whoever was faster, is no failure
                if failed and room.tried != due.command_id:
                    log.warning("%s in %s: %s", due.command_id, code, outcome.code or "is left")
                room.tried = due.command_id
            else:
                left, failed = due, False
        except Exception as error:  # a broken log, a disk that fails: the other rooms go on
            self._supervisor.failed("acting on a deadline", error)
        with self._wake:
            if failed:
                self._try_later(room)
            else:
                room.failures, room.not_before_s = 0, time.monotonic()
            room.busy = False
            if left is not None and not room.changed:
                room.at_ms = left.at_ms
            elif left is None and not failed and not room.changed:
                del self._rooms[code]
            self._wake.notify_all()

    def _act(self, code: str, due: Deadline) -> Outcome:
        envelope = Envelope(
            code=code, command=due.command, command_id=due.command_id, role=Role.TIME
        )
        if not isinstance(due.command, ForgetEverybody):
            return self._service.submit(envelope)
        with self._long_work:
            outcome = self._service.submit(envelope)
            time.sleep(REST_S)
        return outcome
