"""The writer: it takes what people ask, decides it, makes it durable, and only then tells anybody.

One task owns the working states. It takes whatever waits as one batch, asks the log what is new,
decides each command against the state that the batch has reached, appends everything in one
transaction, and only after the commit swaps the states in, publishes and acknowledges. If the
commit fails nothing has happened, and everybody in the batch is told so.

The log is read and written by OS threads of their own, so that a slow disk stops nobody but those
who wait for it.
"""

import logging
import sqlite3
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import TypeVar

from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.state import Session
from fishbowl.host.clock import Clock
from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import Runner, directly
from fishbowl.log import Conflict, SessionRow, Store, StoreError
from fishbowl.services.batch import NOT_SAVED, Change, Envelope, Outcome
from fishbowl.services.committing import Committer
from fishbowl.services.health import Health
from fishbowl.services.metrics import Metrics
from fishbowl.services.saving import SavingWatch, reason
from fishbowl.services.session_rows import session_row
from fishbowl.services.session_time import SessionTime
from fishbowl.services.snapshots import Snapshots
from fishbowl.services.states import BrokenSession, States

__all__ = ["BrokenSession", "Change", "Envelope", "Outcome", "Service", "session_row"]

log = logging.getLogger(__name__)

T = TypeVar("T")

OF_THE_STORE = (Conflict, StoreError, sqlite3.OperationalError, OSError)
"""Errors of the file or the disk; any other one is a fault in deciding for one of the rooms."""


class Service:
    """Runs all sessions of one database.

    :param store: the log; this service is its only writer.
    :param clock: session time of the machine.
    :param writing: runs what uses the writing connection.
    :param reading: runs what uses the reading connection.
    :param health: is told when saving is slow or fails.
    :param supervisor: counts what fails, and restarts the writer if it dies.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        *,
        writing: Runner = directly,
        reading: Runner = directly,
        health: Health | None = None,
        supervisor: Supervisor | None = None,
    ) -> None:
        self._supervisor = supervisor or Supervisor()
        self._store = store
        self._writing, self._reading = writing, reading
        self.health = health or Health()
        self.time = SessionTime(clock)
        self._waiting: SimpleQueue[tuple[Envelope, Future[Outcome]] | None] = SimpleQueue()
        self._states = States(reading, store.folded, self.time.begin, self.health)
        self._snapshots = Snapshots(store.keep_snapshot, writing, reading, self._supervisor)
        self._committer = Committer(
            store, self._states, self.time, self.session, writing, self._supervisor
        )
        self._stopping = self._refuses = False
        self._committing = Lock()
        self.metrics = Metrics()
        self._saving = SavingWatch(
            self.health, lambda: self._writing(self._store.empty_wal), self.metrics
        )
        self._subscribers: list[Callable[[Change], None]] = [self._snapshots.follow]
        self._deletion_subscribers: list[Callable[[str], None]] = []
        self._closing: list[Callable[[], None]] = []
        self._deleted = set(reading(store.deleted_codes))
        run = self._supervisor.supervised("writer", self._run)
        self._thread = Thread(target=run, name="writer", daemon=True)

    # For everybody

    def start(self) -> None:
        """Begin to take commands, and to watch how saving goes."""
        self._thread.start()
        self._snapshots.start()
        look = partial(self._saving.run, lambda: self._stopping)
        watch = self._supervisor.supervised("watch saving", look)
        Thread(target=watch, name="saving", daemon=True).start()

    def stop(self) -> None:
        """Finish what waits, stop, and close the file."""
        self._stopping = True
        self._waiting.put(None)
        self._thread.join()
        self._snapshots.stop(self._states.in_memory())
        for told in self._closing:
            with self._supervisor.isolated("telling a subscriber of the close"):
                told()
        self._writing(self._store.close)

    def refuse(self) -> None:
        """Save no commands from now on: another machine goes on with these sessions.

        When this returns, whatever was acknowledged before is in the log.
        """
        self._refuses = True
        with self._committing:
            pass

    def subscribe(self, subscriber: Callable[[Change], None]) -> None:
        """Be told of every commit, after it, in order. The subscriber must not block."""
        self._subscribers.append(subscriber)

    def submit(self, envelope: Envelope) -> Outcome:
        """Hand a command to the writer and wait until it is durable, refused, or lost."""
        if self._stopping or self._refuses:
            return NOT_SAVED
        if envelope.code in self._deleted:
            return Outcome(ok=False, code="session_unknown")
        began_s = time.monotonic()
        future: Future[Outcome] = Future()
        self._waiting.put((envelope, future))
        outcome = future.result()
        how = "ok" if outcome.ok else "not_saved" if outcome == NOT_SAVED else "refused"
        self.metrics.command(envelope.command, envelope.face, how, time.monotonic() - began_s)
        return outcome

    def delete_session(self, code: str) -> bool:
        """Delete a session for good: its log, what can be found of it, and its place in the list.

        :return: whether there was one.
        :raises StoreError: the database cannot be used; nothing was deleted.
        :raises sqlite3.Error: the file refused; nothing was deleted.
        """
        if self._refuses:
            raise StoreError("Another machine has taken over; nothing is deleted here any more.")
        now_ms = self.time.now_ms()
        if not self._writing(self._store.delete_session, code, now_ms):
            return False
        self._deleted.add(code)
        self._states.drop(code)
        self._snapshots.drop(code)
        for told in self._deletion_subscribers:
            with self._supervisor.isolated("telling a subscriber of a deletion"):
                told(code)
        return True

    def was_deleted(self, code: str) -> bool:
        """Whether a session of that code was there once, and was deleted."""
        return code in self._deleted

    def on_deleted(self, subscriber: Callable[[str], None]) -> None:
        """Be told the code of every session that is deleted. The subscriber must not block."""
        self._deletion_subscribers.append(subscriber)

    @property
    def saved_at_ms(self) -> int | None:
        """The wall's time of the last commit; ``None`` if there was none since the start."""
        return self._saving.saved_at_ms

    def session_counts(self) -> dict[str, int]:
        """How many sessions there are, by state."""
        return self._reading(self._store.session_counts)

    def on_closing(self, subscriber: Callable[[], None]) -> None:
        """Be told after the last commit, while the file can still be written."""
        self._closing.append(subscriber)

    @property
    def path(self) -> Path:
        """The file that is in use; another one after it went on in a copy."""
        return self._store.path

    def purge_some(self) -> bool:
        """Do a little of what it takes for forgotten words to leave the archive's index."""
        return self._writing(self._store.purge_some)

    def transact(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run other writing work in a transaction of its own: see :meth:`Store.transact`."""
        return self._writing(lambda: self._store.transact(work))

    def session(self, code: str) -> Session | None:
        """The committed state of a session; ``None`` if there is none of that code.

        :raises BrokenSession: its log cannot be read.
        """
        return None if code in self._deleted else self._states.get(code)

    def sessions(self) -> list[SessionRow]:
        """All sessions, newest first."""
        return self._reading(self._store.sessions)

    def entries(self, code: str) -> list[Entry]:
        """The committed log of a session, oldest first.

        :raises StoreError: it cannot be read.
        """
        return self._reading(self._store.entries, code)

    def in_memory(self) -> list[Session]:
        """The sessions that somebody has asked for lately."""
        return self._states.in_memory()

    def broken(self) -> dict[str, str]:
        """The sessions whose logs could not be read, and why."""
        return self._states.broken()

    # The writer

    def _run(self) -> None:
        while True:
            batch = [self._waiting.get()]
            while True:
                try:
                    batch.append(self._waiting.get_nowait())
                except Empty:
                    break
            envelopes = [item for item in batch if item is not None]
            if envelopes:
                with self._committing:
                    self._write(envelopes)
            if len(envelopes) < len(batch):
                return

    def _write(self, batch: Sequence[tuple[Envelope, "Future[Outcome]"]]) -> None:
        if self._refuses:
            for _, future in batch:
                future.set_result(NOT_SAVED)
            return
        self._saving.begins()
        envelopes = [envelope for envelope, _ in batch]
        by_others: list[Change] = []
        try:
            outcomes, written = self._committer.commit(envelopes, by_others)
            changes = [*by_others, *written]
        except Exception as error:  # whatever went wrong: everybody must have an answer
            for change in by_others:
                self._publish(change)
            if not isinstance(error, OF_THE_STORE) and self._write_apart(batch, error):
                return
            with self._supervisor.isolated("noting that a batch was not saved"):
                self._failed(error, envelopes)
            outcomes, changes = [NOT_SAVED] * len(batch), []
        else:
            self._saving.saved()
        finally:
            self._saving.ends()
        with self._supervisor.isolated("following the file"):
            self._follow_the_file()
        for change in changes:
            self._publish(change)
        for (_, future), outcome in zip(batch, outcomes, strict=True):
            with self._supervisor.isolated("answering a command"):
                future.set_result(outcome)

    def _write_apart(
        self, batch: Sequence[tuple[Envelope, "Future[Outcome]"]], error: Exception
    ) -> bool:
        """After a fault in one room, write every room's commands by themselves.

        What was appended before the fault is found in the log, so nothing is done twice.

        :return: whether the batch was about several rooms.
        """
        rooms: dict[str, list[tuple[Envelope, Future[Outcome]]]] = {}
        for envelope, future in batch:
            rooms.setdefault(envelope.code, []).append((envelope, future))
        if len(rooms) == 1:
            return False
        self._supervisor.failed("writing the commands of several rooms", error)
        for code in rooms:
            self._states.drop(code)
        for room in rooms.values():
            self._write(room)
        return True

    def _publish(self, change: Change) -> None:
        for subscriber in self._subscribers:
            with self._supervisor.isolated("telling a subscriber of a commit"):
                subscriber(change)

    # How saving goes

    def _failed(self, error: Exception, envelopes: Sequence[Envelope]) -> None:
        """Note that a batch was not saved.

        Its sessions are read again: it is not known whether their logs are as their states are.
        """
        if isinstance(error, OF_THE_STORE):
            self._saving.failed(error, len(envelopes))
        else:
            self._supervisor.failed("writing the commands of a room", error)
        self.health.begins("not_saved", why=reason(error))
        for code in {envelope.code for envelope in envelopes}:
            self._states.drop(code)

    def _follow_the_file(self) -> None:
        """Say on the consoles that the database goes on in another file."""
        moved = self._store.moved
        if moved is not None:
            self.health.begins("file_moved", file=moved.path.name, why=moved.why)
