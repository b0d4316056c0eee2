"""The writer: it takes what people ask, decides it, makes it durable, and only then tells anybody.

One thread owns the working states and the writing connection. It takes whatever waits as one
batch, decides each command against the state that the batch has reached, appends everything in
one transaction, and only after the commit swaps the states in, publishes and acknowledges. If
the commit fails nothing has happened, and everybody in the batch is told so.
"""

import logging
import secrets
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Lock, Thread

import msgspec

from fishbowl.clock import Clock
from fishbowl.domain.clock import clock_state
from fishbowl.domain.commands import Command
from fishbowl.domain.decide import AlreadyTrue, Given, Rejected, decide
from fishbowl.domain.erasure import erasure
from fishbowl.domain.events import Entry
from fishbowl.domain.evolve import fold
from fishbowl.domain.ids import Millis, PersonId, Seq
from fishbowl.domain.roles import Role
from fishbowl.domain.state import Session
from fishbowl.domain.voices import voices_heard
from fishbowl.storage import Conflict, SessionRow, Store

log = logging.getLogger(__name__)

DRAWS = 2**53
"""How many random numbers a decision can be given; all of them are exact on every face."""

CLOSED_KEPT = 32
"""How many closed sessions stay in memory; open ones always do."""


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """A command on its way to the writer.

    :param key: the pseudonym of the sender's device; empty for facilitators and for time.
    """

    code: str
    command: Command
    command_id: str
    role: Role
    key: str = ""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a command; see ``Ack`` in the wire protocol for the meaning."""

    ok: bool
    seq: int | None = None
    version: int | None = None
    code: str = ""
    params: dict[str, object] = {}


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What a commit did to one session."""

    before: Session | None
    after: Session
    entries: tuple[Entry, ...]


class Service:
    """Runs all sessions of one database.

    :param store: the log; this service is its only writer.
    :param clock: session time.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._waiting: SimpleQueue[tuple[Order, Future[Outcome]] | None] = SimpleQueue()
        self._states: OrderedDict[str, Session] = OrderedDict()
        self._lock = Lock()
        self._stopping = False
        self._subscribers: list[Callable[[Change], None]] = []
        self._thread = Thread(target=self._run, name="writer", daemon=True)

    # For everybody

    def start(self) -> None:
        """Begin to take commands."""
        self._thread.start()

    def stop(self) -> None:
        """Finish what waits, stop, and close the file."""
        self._stopping = True
        self._waiting.put(None)
        self._thread.join()
        self._store.close()

    def subscribe(self, subscriber: Callable[[Change], None]) -> None:
        """Be told of every commit, after it, in order. The subscriber must not block."""
        self._subscribers.append(subscriber)

    def submit(self, order: Order) -> Outcome:
        """Hand a command to the writer and wait until it is durable, refused, or lost."""
        if self._stopping:
            return Outcome(ok=False, code="not_saved")
        future: Future[Outcome] = Future()
        self._waiting.put((order, future))
        return future.result()

    def session(self, code: str) -> Session | None:
        """The committed state of a session; ``None`` if there is none of that code."""
        found = self._states.get(code)
        if found is not None:
            return found
        loaded = self._load(code)
        with self._lock:
            kept = self._states.get(code)
            if kept is None and loaded is not None:
                self._keep(loaded)
        return kept or loaded

    def sessions(self) -> list[SessionRow]:
        """All sessions, newest first."""
        return self._store.sessions()

    def entries(self, code: str) -> list[Entry]:
        """The committed log of a session, oldest first."""
        return self._store.entries(code)

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
        orders = [order for order, _ in batch]
        try:
            try:
                outcomes, changes = self._commit(orders)
            except Conflict:
                log.warning("another program writes to this database; reading it again")
                self._states.clear()
                outcomes, changes = self._commit(orders)
        except Exception:  # whatever went wrong: everybody in the batch must have an answer
            log.exception("a batch of %d commands was not saved", len(orders))
            self._states.clear()
            outcomes, changes = [Outcome(ok=False, code="not_saved")] * len(orders), []
        for change in changes:
            self._publish(change)
        for (_, future), outcome in zip(batch, outcomes, strict=True):
            future.set_result(outcome)

    def _publish(self, change: Change) -> None:
        for subscriber in self._subscribers:
            try:
                subscriber(change)
            except Exception:  # the commit stands, and the writer has to go on
                log.exception("a subscriber failed; what was committed stays")

    def _commit(self, orders: Sequence[Order]) -> tuple[list[Outcome], list[Change]]:
        """Decide a batch and append it.

        :raises Conflict: somebody else wrote to one of the logs; nothing was appended.
        :raises sqlite3.Error: the file refused; nothing was appended.
        """
        batch = _Batch(self)
        outcomes = [batch.take(order) for order in orders]
        changes = batch.changes()
        if changes:
            self._store.append(
                [session_row(change.after) for change in changes],
                [change.entries for change in changes],
            )
        committed = [self._committed(change) for change in changes]
        with self._lock:
            for change in committed:
                self._keep(change.after)
        return outcomes, committed

    def _committed(self, change: Change) -> Change:
        """Take the state from the log again where words were erased in it."""
        if not erasure(entry.event for entry in change.entries).changes_the_past:
            return change
        return msgspec.structs.replace(change, after=self._load(change.after.code) or change.after)

    def _load(self, code: str) -> Session | None:
        return fold(self._store.entries(code))

    def _keep(self, session: Session) -> None:
        self._states[session.code] = session
        self._states.move_to_end(session.code)
        closed = [code for code, kept in self._states.items()
                  if kept.clock.closed_at_ms is not None]  # fmt: skip
        for code in closed[:-CLOSED_KEPT]:
            del self._states[code]


class _Batch:
    """The working states of one batch: committed state plus what the batch has decided."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._entries: dict[str, list[Entry]] = {}
        self._before: dict[str, Session | None] = {}
        self._after: dict[str, Session | None] = {}
        self._done: dict[tuple[str, str], Outcome] = {}

    def take(self, order: Order) -> Outcome:
        """Decide one command and fold what it causes into the working state."""
        again = self._answered(order)
        if again is not None:
            return again
        if order.code not in self._after:
            self._before[order.code] = self._after[order.code] = self._service.session(order.code)
        session = self._after[order.code]
        version = None if session is None else session.seq
        try:
            entries = self._decided(session, order)
            after = fold(entries, session)
        except Rejected as refusal:
            return Outcome(ok=False, version=version, code=refusal.code, params=refusal.params)
        except AlreadyTrue as so:
            return Outcome(ok=True, version=version, code=so.code, params=so.params)
        except Exception:  # a fault in one rule must not take the batch of others with it
            log.exception("deciding %s failed", type(order.command).__name__)
            return Outcome(ok=False, version=version, code="not_saved")
        self._after[order.code] = after
        self._entries.setdefault(order.code, []).extend(entries)
        outcome = Outcome(ok=True, seq=entries[0].seq, version=entries[-1].seq)
        self._done[order.code, order.command_id] = outcome
        return outcome

    def changes(self) -> list[Change]:
        """What the batch does to each session."""
        return [
            Change(before=self._before[code], after=after, entries=tuple(entries))
            for code, entries in self._entries.items()
            if (after := self._after[code]) is not None
        ]

    def _answered(self, order: Order) -> Outcome | None:
        """The first answer to a command that came before, in this batch or in the log."""
        done = self._done.get((order.code, order.command_id))
        if done is not None:
            return done
        found = self._service._store.find_command(order.code, order.command_id)
        return None if found is None else Outcome(ok=True, seq=found[0], version=found[1])

    def _decided(self, session: Session | None, order: Order) -> list[Entry]:
        now_ms = self._service._clock.now_ms()
        given = Given(
            now_ms=Millis(max(now_ms, 0 if session is None else session.at_ms)),
            role=order.role,
            person=None if session is None else session.person_of_key.get(order.key),
            key=order.key,
            draw=secrets.randbelow(DRAWS),
        )
        first = 1 if session is None else session.seq + 1
        return [
            Entry(
                seq=Seq(first + part),
                command_id=order.command_id,
                part=part,
                at_ms=given.now_ms,
                actor=given.person or PersonId(0),
                role=order.role,
                event=event,
            )
            for part, event in enumerate(decide(session, order.command, given))
        ]


def session_row(session: Session) -> SessionRow:
    """What a list of sessions tells about one."""
    return SessionRow(
        code=session.code,
        question=session.settings.question,
        event=session.settings.event,
        state=clock_state(session.clock),
        created_at_ms=session.created_at_ms,
        closed_at_ms=session.clock.closed_at_ms,
        people=len(session.people),
        voices=voices_heard(session),
        starts_at_ms=session.settings.starts_at_ms,
        keep_until_ms=session.settings.keep_until_ms,
    )
