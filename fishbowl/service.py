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
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

from fishbowl.clock import Clock
from fishbowl.domain.events import Entry
from fishbowl.domain.state import Session
from fishbowl.host.threads import Runner, directly
from fishbowl.services.batch import NOT_SAVED, Change, Order, Outcome
from fishbowl.services.committing import Committer
from fishbowl.services.health import Health
from fishbowl.services.session_rows import session_row
from fishbowl.services.session_time import SessionTime
from fishbowl.services.snapshots import Snapshots
from fishbowl.services.states import BrokenSession, States
from fishbowl.storage import SessionRow, Store, StoreError

__all__ = ["BrokenSession", "Change", "Order", "Outcome", "Service", "session_row"]

log = logging.getLogger(__name__)

T = TypeVar("T")

SLOW_S = 1.0
"""A batch that takes longer to save than this is said on the console."""

TIDY_S = 5.0
"""How often it is tried to empty the write-ahead log while somebody else holds it open."""


class Service:
    """Runs all sessions of one database.

    :param store: the log; this service is its only writer.
    :param clock: session time of the machine.
    :param writing: runs what uses the writing connection.
    :param reading: runs what uses the reading connection.
    :param health: is told when saving is slow or fails.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        *,
        writing: Runner = directly,
        reading: Runner = directly,
        health: Health | None = None,
    ) -> None:
        self._store = store
        self._writing, self._reading = writing, reading
        self.health = health or Health()
        self.time = SessionTime(clock)
        self._waiting: SimpleQueue[tuple[Order, Future[Outcome]] | None] = SimpleQueue()
        self._states = States(reading, store.folded, self.time.begin, self.health)
        self._snapshots = Snapshots(self._states.read_again, store.keep_snapshot, writing, reading)
        self._committer = Committer(store, self._states, self.time, self.session, writing)
        self._stopping = False
        self._saving_since_s: float | None = None
        self._subscribers: list[Callable[[Change], None]] = [self._snapshots.follow]
        self._deletion_subscribers: list[Callable[[str], None]] = []
        self._deleted = set(reading(store.deleted_codes))
        self._thread = Thread(target=self._run, name="writer", daemon=True)

    # For everybody

    def start(self) -> None:
        """Begin to take commands, and to watch how saving goes."""
        self._thread.start()
        self._snapshots.start()
        Thread(target=self._watch_saving, name="saving", daemon=True).start()

    def stop(self) -> None:
        """Finish what waits, stop, and close the file."""
        self._stopping = True
        self._waiting.put(None)
        self._thread.join()
        self._snapshots.stop(self._states.in_memory())
        self._writing(self._store.close)

    def subscribe(self, subscriber: Callable[[Change], None]) -> None:
        """Be told of every commit, after it, in order. The subscriber must not block."""
        self._subscribers.append(subscriber)

    def submit(self, order: Order) -> Outcome:
        """Hand a command to the writer and wait until it is durable, refused, or lost."""
        if self._stopping:
            return NOT_SAVED
        if order.code in self._deleted:
            return Outcome(ok=False, code="session_unknown")
        future: Future[Outcome] = Future()
        self._waiting.put((order, future))
        return future.result()

    def delete_session(self, code: str) -> bool:
        """Delete a session for good: its log, what can be found of it, and its place in the list.

        :return: whether there was one.
        :raises StoreError: the database cannot be used; nothing was deleted.
        :raises sqlite3.Error: the file refused; nothing was deleted.
        """
        now_ms = self.time.now_ms()
        if not self._writing(self._store.delete_session, code, now_ms):
            return False
        self._deleted.add(code)
        self._states.drop(code)
        self._snapshots.drop(code)
        for told in self._deletion_subscribers:
            try:
                told(code)
            except Exception:  # it is deleted, and the others have to be told
                log.exception("a subscriber failed; what was deleted stays deleted")
        return True

    def was_deleted(self, code: str) -> bool:
        """Whether a session of that code was there once, and was deleted."""
        return code in self._deleted

    def on_deleted(self, subscriber: Callable[[str], None]) -> None:
        """Be told the code of every session that is deleted. The subscriber must not block."""
        self._deletion_subscribers.append(subscriber)

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
            orders = [item for item in batch if item is not None]
            if orders:
                self._write(orders)
            if len(orders) < len(batch):
                return

    def _write(self, batch: Sequence[tuple[Order, "Future[Outcome]"]]) -> None:
        self._saving_since_s = time.monotonic()
        orders = [order for order, _ in batch]
        by_others: list[Change] = []
        try:
            outcomes, changes = self._committer.commit(orders, by_others)
        except Exception as error:  # whatever went wrong: everybody must have an answer
            self._failed(error, orders)
            outcomes, changes = [NOT_SAVED] * len(batch), []
        else:
            self.health.ends("not_saved")
        finally:
            self._saving_since_s = None
        self._follow_the_file()
        for change in (*by_others, *changes):
            self._publish(change)
        for (_, future), outcome in zip(batch, outcomes, strict=True):
            future.set_result(outcome)

    def _publish(self, change: Change) -> None:
        for subscriber in self._subscribers:
            try:
                subscriber(change)
            except Exception:  # the commit stands, and the writer has to go on
                log.exception("a subscriber failed; what was committed stays")

    # How saving goes

    def _failed(self, error: Exception, orders: Sequence[Order]) -> None:
        """Note that a batch was not saved; told once, not for every batch that meets the same.

        Its sessions are read again: it is not known whether their logs are as their states are.
        """
        if "not_saved" not in {condition.code for condition in self.health.conditions()}:
            log.error("a batch of %d commands was not saved", len(orders), exc_info=error)
        self.health.begins("not_saved", why=_reason(error))
        for code in {order.code for order in orders}:
            self._states.drop(code)

    def _follow_the_file(self) -> None:
        """Say on the consoles that the database goes on in another file."""
        moved = self._store.moved
        if moved is not None:
            self.health.begins("file_moved", file=moved.path.name, why=moved.why)

    def _watch_saving(self) -> None:
        """Say that saving is slow while it is, and try again to empty the write-ahead log."""
        looked_s = time.monotonic()
        while not self._stopping:
            time.sleep(SLOW_S / 2)
            now_s = time.monotonic()
            since_s = self._saving_since_s
            if since_s is not None and now_s - since_s > SLOW_S:
                self.health.begins("saving_slow")
            elif since_s is None:
                self.health.ends("saving_slow")
            if now_s - looked_s > TIDY_S and since_s is None:
                looked_s = now_s
                self._empty_wal()

    def _empty_wal(self) -> None:
        try:
            self._writing(self._store.empty_wal)
        except (sqlite3.Error, StoreError) as error:
            log.warning("the write-ahead log could not be emptied: %s", error)


def _reason(error: Exception) -> str:
    """A short code for why saving failed; never what was to be saved."""
    code = getattr(error, "sqlite_errorcode", 0) or 0
    known = {
        sqlite3.SQLITE_FULL: "disk_full",
        sqlite3.SQLITE_BUSY: "locked",
        sqlite3.SQLITE_READONLY: "readonly",
        sqlite3.SQLITE_IOERR: "disk_error",
        sqlite3.SQLITE_CORRUPT: "damaged",
    }
    return known.get(code & 0xFF, "file_gone" if isinstance(error, StoreError) else "unknown")
