"""The writer of one kind of stream: it decides what is asked, makes it durable, then tells of it.

One task owns the working states. It takes whatever waits as one batch, asks the log what is new,
decides each command against the state that the batch has reached, appends everything in one
transaction, and only after the commit swaps the states in, publishes and acknowledges. If the
commit fails nothing has happened, and everybody in the batch is told so. What others have appended
to the same database is published like own changes.

The log is read and written by OS threads of their own, so that a slow disk stops nobody but those
who wait for it.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Generic, Literal

from fishbowl.domain.kernel.streams import StateT, StreamKind
from fishbowl.host.clock import Clock
from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import Runner, directly
from fishbowl.log import Conflict, Log, StoreError
from fishbowl.log.effects import AnyEffect, DeleteStream
from fishbowl.services.batch import NOT_SAVED, Envelope, Outcome, StreamChange
from fishbowl.services.committing import Committer
from fishbowl.services.effects import Effects
from fishbowl.services.health import Health
from fishbowl.services.log_threads import InThreads
from fishbowl.services.saving import SavingWatch, reason
from fishbowl.services.session_time import SessionTime
from fishbowl.services.snapshots import Snapshots
from fishbowl.services.states import States

OF_THE_LOG = (Conflict, StoreError, OSError)
"""Errors of the file or the disk; any other one is a fault in deciding for one of the streams."""

_Waiting = tuple[Envelope, "Future[Outcome]"]


class StreamWriter(Generic[StateT]):
    """Runs all streams of one kind.

    :param store: the log; nobody else in this process writes to streams of this kind.
    :param effects: what commits with the entries of a stream.
    :param clock: session time of the machine.
    :param writing: runs what writes to the log.
    :param reading: runs what reads it, or takes a while.
    :param health: is told when saving is slow or fails.
    :param supervisor: counts what fails, and restarts the writer if it dies.
    """

    def __init__(
        self,
        store: Log,
        kind: StreamKind[StateT],
        effects: Effects,
        clock: Clock,
        *,
        writing: Runner = directly,
        reading: Runner = directly,
        health: Health | None = None,
        supervisor: Supervisor | None = None,
    ) -> None:
        self._supervisor = supervisor or Supervisor()
        self._kind = kind
        self.log: Log = InThreads(store, writing, reading)
        """The log, for use from any thread."""
        self.health = health or Health()
        self.time = SessionTime(clock)
        self._waiting: SimpleQueue[_Waiting | Literal["look", "stop"]] = SimpleQueue()
        self._states = States(self._folded, self.time.begin, self.health)
        self._snapshots = Snapshots(self.log, kind, reading, self._supervisor)
        self._committer = Committer(
            self.log, kind, effects, self._states, self.state, self.time.now_ms, self._supervisor
        )
        self._stopping = False
        self._saving = SavingWatch(self.health, self.log.tidy)
        self._subscribers: list[Callable[[StreamChange[StateT]], None]] = [self._snapshots.follow]
        self._deletion_subscribers: list[Callable[[str], None]] = []
        self._deleted = set(self.log.deleted(kind.name))
        self.log.hear(lambda: self._waiting.put("look"))
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
        """Finish what waits, stop, and close the log."""
        self._stopping = True
        self._waiting.put("stop")
        self._thread.join()
        self._snapshots.stop(self._states.in_memory())
        self.log.close()

    def subscribe(self, subscriber: Callable[[StreamChange[StateT]], None]) -> None:
        """Be told of every commit, after it, in order. The subscriber must not block."""
        self._subscribers.append(subscriber)

    def submit(self, envelope: Envelope) -> Outcome:
        """Hand a command to the writer and wait until it is durable, refused, or lost."""
        if self._stopping:
            return NOT_SAVED
        if envelope.code in self._deleted:
            return Outcome(ok=False, code=f"{self._kind.name}_unknown")
        future: Future[Outcome] = Future()
        self._waiting.put((envelope, future))
        return future.result()

    def delete(self, key: str, effects: Sequence[AnyEffect] = ()) -> bool:
        """Delete a stream for good: its log, its row, its snapshot.

        :param effects: what goes with it, before it.
        :return: whether there was one.
        :raises StoreError: the database cannot be used; nothing was deleted.
        """
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
        """Whether a stream of that key was there once, and was deleted."""
        return key in self._deleted

    def on_deleted(self, subscriber: Callable[[str], None]) -> None:
        """Be told the key of every stream that is deleted. The subscriber must not block."""
        self._deletion_subscribers.append(subscriber)

    def state(self, key: str) -> StateT | None:
        """The committed state of a stream; ``None`` if there is none of that key.

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
        """The streams whose logs could not be read, and why."""
        return self._states.broken()

    # The writer

    def _folded(self, key: str, until: int | None) -> StateT | None:
        state: StateT | None = self.log.folded(self._kind.stream(key), until)
        return state

    def _run(self) -> None:
        while True:
            taken = [self._waiting.get()]
            while True:
                try:
                    taken.append(self._waiting.get_nowait())
                except Empty:
                    break
            if batch := [one for one in taken if not isinstance(one, str)]:
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
        self._saving.begins()
        envelopes = [envelope for envelope, _ in batch]
        by_others: list[StreamChange[StateT]] = []
        try:
            outcomes, written = self._committer.commit(envelopes, by_others)
            changes = [*by_others, *written]
        except Exception as error:  # whatever went wrong: everybody must have an answer
            for change in by_others:
                self._publish(change)
            if not isinstance(error, OF_THE_LOG) and self._write_apart(batch, error):
                return
            with self._supervisor.isolated("noting that a batch was not saved"):
                self._failed(error, envelopes)
            outcomes, changes = [NOT_SAVED] * len(batch), []
        else:
            self.health.ends("not_saved")
        finally:
            self._saving.ends()
        with self._supervisor.isolated("following the file"):
            self._follow_the_file()
        for change in changes:
            self._publish(change)
        for (_, future), outcome in zip(batch, outcomes, strict=True):
            with self._supervisor.isolated("answering a command"):
                future.set_result(outcome)

    def _write_apart(self, batch: Sequence[_Waiting], error: Exception) -> bool:
        """After a fault in one stream, write the commands of every stream by themselves.

        What was appended before the fault is found in the log, so nothing is done twice.

        :return: whether the batch was about several streams.
        """
        rooms: dict[str, list[_Waiting]] = {}
        for envelope, future in batch:
            rooms.setdefault(envelope.code, []).append((envelope, future))
        if len(rooms) == 1:
            return False
        self._supervisor.failed("writing the commands of several rooms", error)
        for key in rooms:
            self._states.drop(key)
        for room in rooms.values():
            self._write(room)
        return True

    def _publish(self, change: StreamChange[StateT]) -> None:
        for subscriber in self._subscribers:
            with self._supervisor.isolated("telling a subscriber of a commit"):
                subscriber(change)

    # How saving goes

    def _failed(self, error: Exception, envelopes: Sequence[Envelope]) -> None:
        """Note that a batch was not saved.

        Its streams are read again: it is not known whether their logs are as their states are.
        """
        if isinstance(error, OF_THE_LOG):
            self._saving.failed(error, len(envelopes))
        else:
            self._supervisor.failed("writing the commands of a room", error)
        self.health.begins("not_saved", why=reason(error))
        for key in {envelope.code for envelope in envelopes}:
            self._states.drop(key)

    def _follow_the_file(self) -> None:
        """Say on the consoles that the database goes on in another file."""
        moved = self.log.moved
        if moved is not None:
            self.health.begins("file_moved", file=moved.path.name, why=moved.why)
