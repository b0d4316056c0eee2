"""A desk at the writer: hand in commands, look at what was answered, published and stored."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from itertools import count
from pathlib import Path
from threading import RLock
from typing import Any

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.state import Session
from fishbowl.log import Store, open_store
from fishbowl.services.writer import Change, Envelope, Outcome, Service
from tests.support.hand_clock import HandClock

CODE = "WAVE47"
NEW = c.CreateSession(code=CODE, question="Who should decide about pay?")


class Desk:
    """A running service with its file and a clock set by hand."""

    def __init__(self, path: Path) -> None:
        self.store: Store = open_store(path)
        self.clock = HandClock()
        self.service = Service(self.store, self.clock)
        self.published: list[Change] = []
        self.service.subscribe(self.published.append)
        self._ids = count(1)
        self._turn = RLock()
        for name in ("_write", "_look"):  # for batches of a test go past the writer's thread
            setattr(self.service, name, self._in_turn(getattr(self.service, name)))

    def _in_turn(self, work: Callable[..., None]) -> Callable[..., None]:
        """Let work that only the writer's thread does be done by one thread at a time."""

        def worked(*args: object) -> None:
            with self._turn:
                work(*args)

        return worked

    def order(
        self, command: c.Command, *, key: str = "", id: str = "", role: Role | None = None
    ) -> Envelope:
        """Make an order: the facilitator's, or with a ``key`` an attendee's."""
        return Envelope(
            code=CODE,
            command=command,
            command_id=id or f"command-{next(self._ids):04}",
            role=role or (Role.ATTENDEE if key else Role.FACILITATOR),
            key=key,
        )

    def does(self, command: c.Command, **options: Any) -> Outcome:
        """Hand in one command and wait for the answer."""
        return self.service.submit(self.order(command, **options))

    def together(self, *orders: Envelope) -> list[Outcome]:
        """Let commands arrive in the same moment: one batch, one commit."""
        futures: list[Future[Outcome]] = [Future() for _ in orders]
        self.service._write(list(zip(orders, futures, strict=True)))
        return [future.result(timeout=5) for future in futures]

    @property
    def session(self) -> Session:
        """The committed state."""
        found = self.service.session(CODE)
        assert found is not None
        return found


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
