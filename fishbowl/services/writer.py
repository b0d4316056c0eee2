"""The writer: decides commands in batches, appends them to the log, then publishes.

A single task takes all waiting commands as one batch. It reads news from the log, decides each
command on the committed state plus the events of the batch, and appends all events in one
transaction. Only after the commit it updates the cached states, publishes the changes and
acknowledges the commands. If the commit fails, nothing has changed, and all commands of the batch
are answered "not saved".

The log is read and written in dedicated OS threads, so that a slow disk delays only the requests
that wait for it.
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

TURN_MAX_S = 60.0
"""To write a batch, or to look how saving goes, takes less, or the loop hangs."""

STORE_ERRORS = (Conflict, StoreError, sqlite3.OperationalError, OSError)
"""Errors of the file or disk; other errors are caused by one of the rooms."""


class Service:
    """Runs all sessions of one database.

    :param store: the log; this service is its only writer.
    :param clock: the session time of the machine.
    :param writing: runs functions that use the writing connection.
    :param reading: runs functions that use the reading connection.
    :param health: receives the condition that saving is slow or fails.
    :param supervisor: counts failures, and restarts the writer if it fails.
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
        self._turns = self._supervisor.turns("writer", TURN_MAX_S)
        run = self._supervisor.supervised(self._turns, self._run)
        self._thread = Thread(target=run, name="writer", daemon=True)

    # Public methods

    def start(self) -> None:
        """Start the tasks of the writer, the snapshots and the monitoring of saving."""
        self._thread.start()
        self._snapshots.start()
        turns = self._supervisor.turns("watch saving", TURN_MAX_S)
        look = partial(self._saving.run, lambda: self._stopping, turns.begins)
        watch = self._supervisor.supervised(turns, look)
        Thread(target=watch, name="saving", daemon=True).start()

    def stop(self) -> None:
        """Finish waiting commands, stop all tasks, and close the file."""
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
        """Call a function with every change, after its commit, in order. It must not block."""
        self._subscribers.append(subscriber)

    def submit(self, envelope: Envelope) -> Outcome:
        """Submit a command and wait until it is durable, rejected, or not saved."""
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
        """Delete a session irreversibly: its log, its row, and its entries in the archive index.

        :return: whether there was one.
        :raises StoreError: the database cannot be used; nothing was deleted.
        :raises sqlite3.Error: the file cannot be written; nothing was deleted.
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
        """Whether a session with this code was deleted."""
        return code in self._deleted

    def on_deleted(self, subscriber: Callable[[str], None]) -> None:
        """Call a function with the code of every deleted session. It must not block."""
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
        """The database file; it changes if the server continues in a copy."""
        return self._store.path

    def purge_some(self) -> bool:
        """Purge a part of the erased words from the archive index; see :meth:`Store.purge_some`."""
        return self._writing(self._store.purge_some)

    def transact(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run a function in a write transaction; see :meth:`Store.transact`."""
        return self._writing(lambda: self._store.transact(work))

    def session(self, code: str) -> Session | None:
        """The committed state of a session; ``None`` if no session has this code.

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
        """The cached sessions."""
        return self._states.in_memory()

    def broken(self) -> dict[str, str]:
        """The sessions whose logs cannot be read, with the reasons."""
        return self._states.broken()

    # The writer

    def _run(self) -> None:
        while True:
            with self._turns.waiting():
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
        except Exception as error:  # every command must be answered
            for change in by_others:
                self._publish(change)
            if not isinstance(error, STORE_ERRORS) and self._write_apart(batch, error):
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
        """After an error in one room, commit the commands of each room separately.

        Commands that were appended before the error are found in the log, so none is applied
        twice.

        :return: ``False`` if the batch has commands of one room only.
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

    # Failures

    def _failed(self, error: Exception, envelopes: Sequence[Envelope]) -> None:
        """Report that a batch was not saved.

        The cached states of its sessions are dropped, since it is unknown what the log contains.
        """
        if isinstance(error, STORE_ERRORS):
            self._saving.failed(error, len(envelopes))
        else:
            self._supervisor.failed("writing the commands of a room", error)
        self.health.begins("not_saved", why=reason(error))
        for code in {envelope.code for envelope in envelopes}:
            self._states.drop(code)

    def _follow_the_file(self) -> None:
        """Report on consoles that the server continues in a copy of the database."""
        moved = self._store.moved
        if moved is not None:
            self.health.begins("file_moved", file=moved.path.name, why=moved.why)
