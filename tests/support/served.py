"""The real service on a real file: a layer below the rooms and pages of tests.

No timekeeper runs here: ``wait`` moves the clock alone, and a test sends itself what is due.
"""

import sqlite3
from concurrent.futures import Future
from itertools import count
from pathlib import Path
from typing import Any

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.state import Session
from fishbowl.log import Store, open_store
from fishbowl.services.writer import Change, Envelope, Outcome, Service
from tests.support.hand_clock import HandClock
from tests.support.room_base import RoomBase, Who

CODE = "WAVE47"
NEW = c.CreateSession(code=CODE, question="Who should decide about pay?")


class Served:
    """A service with its file and a clock set by hand; it has to be started."""

    def __init__(self, path: Path) -> None:
        self.store: Store = open_store(path)
        self.clock = HandClock()
        self.service = Service(self.store, self.clock)
        self._ids = count(1)

    def envelope(
        self,
        command: c.Command,
        role: Role | None = None,
        key: str = "",
        *,
        code: str = CODE,
        id: str = "",
    ) -> Envelope:
        """Address a command: the facilitator’s, or with a ``key`` an attendee’s."""
        return Envelope(
            code=code,
            command=command,
            command_id=id or f"command-{next(self._ids):04}",
            role=role or (Role.ATTENDEE if key else Role.FACILITATOR),
            key=key,
        )

    def wait(self, seconds: float = 0, *, minutes: float = 0) -> None:
        """Let time pass; a negative time sets the clock back."""
        self.clock.wait(seconds, minutes=minutes)


class ServedRoom(Served, RoomBase):
    """One session of a running service; its people’s answers are those of the writer."""

    def __init__(self, path: Path) -> None:
        Served.__init__(self, path)
        RoomBase.__init__(self)
        self.published: list[Change] = []
        self.service.subscribe(self.published.append)

    @property
    def now_ms(self) -> Millis:  # type: ignore[override]
        """Session time now."""
        return self.clock.now_ms()

    @property
    def session(self) -> Session:
        """The committed state."""
        found = self.service.session(CODE)
        assert found is not None
        return found

    def sends(
        self,
        command: c.Command,
        person: Who | None = None,
        role: Role | None = None,
        key: str = "",
        *,
        code: str = CODE,
        id: str = "",
    ) -> Outcome:
        """Hand in one command and wait for the answer.

        :param person: whose it is, where no ``key`` is given.
        """
        if person is not None and not key:
            key = self.session.people[self.person(person)].key
        return self.service.submit(self.envelope(command, role, key, code=code, id=id))

    def sends_together(self, *envelopes: Envelope) -> list[Outcome]:
        """Let commands arrive in the same moment: one batch, one commit."""
        futures: list[Future[Outcome]] = [Future() for _ in envelopes]
        self.service._write(list(zip(envelopes, futures, strict=True)))
        return [future.result(timeout=5) for future in futures]


class Failing:
    """A connection whose disk fails at a statement."""

    def __init__(self, connection: sqlite3.Connection, at: str) -> None:
        self._connection, self._at = connection, at

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        if self._at in statement:
            raise sqlite3.OperationalError("disk I/O error")
        return self._connection.execute(statement, *values)

    def executemany(self, statement: str, *values: Any) -> sqlite3.Cursor:
        if self._at in statement:
            raise sqlite3.OperationalError("disk I/O error")
        return self._connection.executemany(statement, *values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)
