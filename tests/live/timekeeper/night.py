"""A service and its timekeeper, with a clock moved by hand and everything else real."""

import threading
from collections.abc import Callable
from pathlib import Path

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.model import Request
from fishbowl.domain.session.state import Session
from fishbowl.live.timekeeper import Timekeeper
from fishbowl.log import open_store
from fishbowl.services.writer import Change, Envelope, Service
from tests.support.face import PATIENCE_S
from tests.support.hand_clock import HandClock


class Night:
    """A service and its timekeeper; ``until`` waits for what the timekeeper does."""

    def __init__(self, db: Path, clock: HandClock, reads: list[str] | None = None) -> None:
        self.clock = clock
        store = open_store(db)
        if reads is not None:
            real = store.entries
            store.entries = lambda code: (reads.append(code), real(code))[1]  # type: ignore[method-assign]
        self.service = Service(store, clock)
        self._news = threading.Condition()
        self.timekeeper = Timekeeper(self.service, self._spawn)
        self.service.subscribe(self.timekeeper.on_change)
        self.service.subscribe(self._noticed)
        self.service.start()
        self.timekeeper.start()
        self._commands = 0
        self._stopped = False

    def another(self, code: str) -> str:
        """Make and start one more session."""
        for command in (c.CreateSession(code=code, question="Why?"), c.StartSession()):
            assert self.service.submit(
                Envelope(code=code, command=command, command_id=f"{code}-{command}",
                      role=Role.FACILITATOR)
            ).ok  # fmt: skip
        return code

    def sends(self, command: c.Command, key: str = "") -> int:
        """Send a command that must succeed."""
        self._commands += 1
        role = Role.ATTENDEE if key else Role.FACILITATOR
        outcome = self.service.submit(
            Envelope(code="WAVE47", command=command, command_id=f"{id(self)}-{self._commands}",
                  role=role, key=key)
        )  # fmt: skip
        assert outcome.ok, outcome
        return outcome.seq or 0

    def session(self, code: str = "WAVE47") -> Session:
        found = self.service.session(code)
        assert found is not None
        return found

    def wake(self) -> None:
        """Let the timekeeper look at the clock again."""
        self.timekeeper.on_change(Change(before=None, after=self.session(), entries=()))

    def wake_by_hand(self) -> None:
        """The same without reading a session."""
        with self.timekeeper._wake:
            self.timekeeper._wake.notify_all()

    def until_true(self, condition: Callable[[], object]) -> None:
        """Wait for what only the timekeeper knows."""
        with self.timekeeper._wake:
            assert self.timekeeper._wake.wait_for(condition, PATIENCE_S)

    def until(self, condition: Callable[[], object]) -> None:
        with self._news:
            assert self._news.wait_for(condition, PATIENCE_S)

    def stop(self) -> None:
        if not self._stopped:
            self.service.stop()
        self._stopped = True

    def _noticed(self, change: Change) -> None:
        with self._news:
            self._news.notify_all()

    @staticmethod
    def _spawn(task: Callable[[], None]) -> None:
        threading.Thread(target=task, daemon=True).start()


def called(night: Night) -> int:
    """Let Amira ask and be called to chair 1."""
    night.sends(c.StartSession())
    night.sends(c.JoinSession(name="Amira"), key="amira")
    request = night.sends(c.AskForChair(), key="amira")
    night.sends(c.CallPerson(request=request, chair=1))
    return request


def request_of(night: Night, request: int) -> Request:
    return night.session().requests[request]
