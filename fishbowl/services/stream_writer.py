"""The writer of one kind of stream: decides commands in batches, appends them, then publishes.

A single task takes all waiting commands as one batch. It reads news from the log, decides each
command on the committed state plus the events of the batch, and appends all events in one
transaction. Only after the commit it updates the cached states, publishes the changes and
acknowledges the commands. If the commit fails, nothing has changed, and all commands of the batch
are answered "not saved". What others have appended to the same database is published like own
changes.

The log is read and written in dedicated OS threads, so that a slow disk delays only the requests
that wait for it.
"""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any, Generic, Literal

from fishbowl.domain.kernel.streams import StateT, Stream, StreamKind
from fishbowl.host.clock import Clock
from fishbowl.log import Conflict, StoreError
from fishbowl.log.effects import AnyEffect, DeleteStream
from fishbowl.log.errors import EffectRefused
from fishbowl.services.batch import NOT_SAVED, Envelope, Outcome, StreamChange
from fishbowl.services.committing import Committer
from fishbowl.services.effects import Effects
from fishbowl.services.saving import reason
from fishbowl.services.session_time import SessionTime
from fishbowl.services.shared_log import SharedLog
from fishbowl.services.snapshots import Snapshots
from fishbowl.services.states import States

TURN_MAX_S = 60.0
"""To write a batch takes less, or the loop hangs."""

STORE_ERRORS = (Conflict, StoreError, OSError)
"""Errors of the file or disk; other errors are caused by one of the streams."""

_Waiting = tuple[Envelope, "Future[Outcome]"]


class StreamWriter(Generic[StateT]):
    """Runs all streams of one kind.

    :param shared: the log; nobody else in this process writes to streams of this kind.
    :param effects: what commits with the entries of a stream.
    :param clock: the session time of the machine.
    :param prefix: stands before the names of its tasks; empty for the writer of sessions.
    :param snapshot_pause_s: at least so long lies between two snapshots.
    """

    def __init__(
        self,
        shared: SharedLog,
        kind: StreamKind[StateT],
        effects: Effects,
        clock: Clock,
        *,
        prefix: str = "",
        snapshot_pause_s: float = 0.0,
    ) -> None:
        self.shared = shared
        self._supervisor = shared.supervisor
        self._kind = kind
        self.log, self.health, self.metrics = shared.log, shared.health, shared.metrics
        self.time = SessionTime(clock)
        self._waiting: SimpleQueue[_Waiting | Literal["look", "stop"]] = SimpleQueue()
        self._states = States(self._folded, self.time.begin, self.health, f"{kind.name}_broken")
        self._snapshots = Snapshots(
            self.log,
            kind,
            shared.reading,
            self._supervisor,
            f"{prefix}snapshots",
            snapshot_pause_s,
        )
        self._committer = Committer(
            self.log, kind, effects, self._states, self.state, self.time.now_ms, self._supervisor
        )
        self._committing, self._submitting = Lock(), Lock()
        self._is_finished = False
        self._saving = shared.saving
        self._subscribers: list[Callable[[StreamChange[StateT]], None]] = [self._snapshots.follow]
        self._deletion_subscribers: list[Callable[[str], None]] = []
        self._deleted = set(self.log.deleted(kind.name))
        self.log.hear(lambda: self._waiting.put("look"))
        self._turns = self._supervisor.turns(f"{prefix}writer", TURN_MAX_S)
        run = self._supervisor.supervised(self._turns, self._run)
        self._thread = Thread(target=run, name=f"{prefix}writer", daemon=True)
        shared.join(self)

    # Public methods

    def start(self) -> None:
        """Start the tasks of the writer and the snapshots, and watch saving."""
        self._thread.start()
        self._snapshots.start()
        self.shared.start()

    def stop(self) -> None:
        """Finish the waiting commands of all writers of the log, and close it."""
        self.shared.stop()

    def refuse(self) -> None:
        """Save no commands from now on, here and in the other writers of the log."""
        self.shared.refuse()

    def drain(self) -> None:
        """Wait until the batch that is being saved is saved or has failed."""
        with self._committing:
            pass

    def finish(self) -> None:
        """Save the commands that wait, end the tasks, and write snapshots that are due."""
        with self._submitting:  # what is submitted before is taken before "stop"
            self._is_finished = True
            self._waiting.put("stop")
        if not self._thread.is_alive():
            return
        self._thread.join()
        self._snapshots.stop(self._states.in_memory())

    def stream(self, key: str) -> Stream:
        """Name a stream of this kind."""
        return self._kind.stream(key)

    def stream_of(self, state: StateT) -> Stream:
        """Name the stream of a state."""
        return self._kind.stream(self._kind.key_of(state))

    def subscribe(self, subscriber: Callable[[StreamChange[StateT]], None]) -> None:
        """Call a function with every change, after its commit, in order. It must not block."""
        self._subscribers.append(subscriber)

    def submit(self, envelope: Envelope) -> Outcome:
        """Submit a command and wait until it is durable, rejected, or not saved."""
        if envelope.code in self._deleted:
            return Outcome(ok=False, code=f"{self._kind.name}_unknown")
        began_s = time.monotonic()
        future: Future[Outcome] = Future()
        with self._submitting:
            if self._is_finished or self.shared.refuses:
                return NOT_SAVED
            self._waiting.put((envelope, future))
        outcome = future.result()
        how = "ok" if outcome.ok else "not_saved" if outcome == NOT_SAVED else "refused"
        self.metrics.command(envelope.command, envelope.face, how, time.monotonic() - began_s)
        return outcome

    def look(self) -> None:
        """Take up soon what was appended to the log beside this writer, and publish it."""
        self._waiting.put("look")

    def set_time(self) -> None:
        """Take up that session time was set from the wall clock."""
        self.time.begin_again(self._states.in_memory())

    def delete(self, key: str, effects: Sequence[AnyEffect] = ()) -> bool:
        """Delete a stream irreversibly: its log, its row, its snapshot.

        :param effects: what goes with it, before it.
        :return: whether there was one.
        :raises StoreError: the database cannot be used; nothing was deleted.
        """
        if self.shared.refuses:
            raise StoreError("Another machine has taken over; nothing is deleted here any more.")
        deletion = DeleteStream(stream=self._kind.stream(key), at_ms=self.time.now_ms())
        try:
            self.log.append({}, [*effects, deletion])
        except Conflict:
            return False
        self._deleted.add(key)
        self._states.drop(key)
        self._snapshots.drop(key)
        for told in self._deletion_subscribers:
            with self._supervisor.isolated("telling a subscriber of a deletion"):
                told(key)
        return True

    def was_deleted(self, key: str) -> bool:
        """Whether a stream with this key was deleted."""
        return key in self._deleted

    def on_deleted(self, subscriber: Callable[[str], None]) -> None:
        """Call a function with the key of every deleted stream. It must not block."""
        self._deletion_subscribers.append(subscriber)

    @property
    def saved_at_ms(self) -> int | None:
        """The wall's time of the last commit; ``None`` if there was none since the start."""
        return self._saving.saved_at_ms

    def on_closing(self, subscriber: Callable[[], None]) -> None:
        """Be told after the last commit, while the log can still be written."""
        self.shared.on_closing(subscriber)

    def state(self, key: str) -> StateT | None:
        """The committed state of a stream; ``None`` if no stream has this key.

        :raises BrokenStream: its log cannot be read.
        :raises Unavailable: no log can be read at this moment.
        """
        return None if key in self._deleted else self._states.get(key)

    def entries(self, key: str) -> list[Any]:
        """The committed log of a stream, oldest first.

        :raises StoreError: it cannot be read.
        """
        return self.log.entries(self._kind.stream(key))

    def broken(self) -> dict[str, str]:
        """The streams whose logs cannot be read, with the reasons."""
        return self._states.broken()

    # The writer

    def _folded(self, key: str, until: int | None) -> StateT | None:
        state: StateT | None = self.log.folded(self._kind.stream(key), until)
        return state

    def _run(self) -> None:
        while True:
            with self._turns.waiting():
                taken = [self._waiting.get()]
            while True:
                try:
                    taken.append(self._waiting.get_nowait())
                except Empty:
                    break
            if batch := [one for one in taken if not isinstance(one, str)]:
                with self._committing:
                    self._write(batch)
            if "look" in taken:
                self._look()
            if "stop" in taken:
                return

    def _look(self) -> None:
        """Publish what others have appended to the streams in memory."""
        by_others: list[StreamChange[StateT]] = []
        with self._supervisor.isolated("following what others have written"):
            self._committer.follow(by_others)
        for change in by_others:
            self._publish(change)

    def _write(self, batch: Sequence[_Waiting]) -> None:
        if self.shared.refuses:
            for _, future in batch:
                future.set_result(NOT_SAVED)
            return
        envelopes = [envelope for envelope, _ in batch]
        by_others: list[StreamChange[StateT]] = []
        try:
            with self._saving.measured():
                outcomes, written = self._committer.commit(envelopes, by_others)
        except Exception as error:  # every command must be answered
            for change in by_others:
                self._publish(change)
            if self._write_again(batch, error):
                return
            outcomes, changes = self._unsaved(error, envelopes), []
        else:
            changes = [*by_others, *written]
            self._saving.saved()
        with self._supervisor.isolated("following the file"):
            self._follow_the_file()
        for change in changes:
            self._publish(change)
        for (_, future), outcome in zip(batch, outcomes, strict=True):
            with self._supervisor.isolated("answering a command"):
                future.set_result(outcome)

    def _write_again(self, batch: Sequence[_Waiting], error: Exception) -> bool:
        """After an error that one command or one stream has caused, commit the others without it.

        Commands that were appended before the error are found in the log, so none is applied
        twice.

        :return: ``False`` if it is the file, or if there are no others.
        """
        if isinstance(error, EffectRefused):
            parts = [[one] for one in batch]
        elif isinstance(error, STORE_ERRORS):
            return False
        else:
            by_stream: dict[str, list[_Waiting]] = {}
            for envelope, future in batch:
                by_stream.setdefault(envelope.code, []).append((envelope, future))
            parts = list(by_stream.values())
        if len(parts) == 1:
            return False
        if not isinstance(error, EffectRefused):
            self._supervisor.failed("writing the commands of several rooms", error)
            for envelope, _ in batch:
                self._states.drop(envelope.code)
        for part in parts:
            self._write(part)
        return True

    def _publish(self, change: StreamChange[StateT]) -> None:
        for subscriber in self._subscribers:
            with self._supervisor.isolated("telling a subscriber of a commit"):
                subscriber(change)

    # Failures

    def _unsaved(self, error: Exception, envelopes: Sequence[Envelope]) -> list[Outcome]:
        """Answer a batch that was not saved."""
        if isinstance(error, EffectRefused):
            return [Outcome(ok=False, code=error.code)] * len(envelopes)
        with self._supervisor.isolated("noting that a batch was not saved"):
            self._failed(error, envelopes)
        return [NOT_SAVED] * len(envelopes)

    def _failed(self, error: Exception, envelopes: Sequence[Envelope]) -> None:
        """Report that a batch was not saved.

        The cached states of its streams are dropped, since it is unknown what the log contains.
        """
        if isinstance(error, STORE_ERRORS):
            self._saving.failed(error, len(envelopes))
        else:
            self._supervisor.failed("writing the commands of a room", error)
        self.health.begins("not_saved", why=reason(error))
        for key in {envelope.code for envelope in envelopes}:
            self._states.drop(key)

    def _follow_the_file(self) -> None:
        """Report on consoles that the server continues in a copy of the database."""
        moved = self.log.moved
        if moved is not None:
            self.health.begins("file_moved", file=moved.path.name, why=moved.why)
