"""Writes snapshots of long streams, so that a start does not fold their whole logs.

A background task writes them. The log drops a stream's snapshot when words are erased; then a new
one of the erased state is written. A snapshot that was encoded before an erasure is refused.
"""

import logging
from collections.abc import Iterable
from queue import SimpleQueue
from threading import Event, Thread
from typing import Generic

from fishbowl.domain.kernel.streams import StateT, StreamKind
from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import Runner
from fishbowl.log import Conflict, Log
from fishbowl.log.effects import KeepSnapshot
from fishbowl.services.batch import StreamChange

log = logging.getLogger(__name__)

EVERY = 2_000
"""A snapshot is written every so many entries; folding fewer takes a fraction of a second."""
TURN_MAX_S = 120.0
"""Writing one takes less, or the loop hangs."""


class Snapshots(Generic[StateT]):
    """Writes snapshots of the streams of one kind in a background task.

    :param packing: runs functions that take long, apart from the hub.
    :param supervisor: restarts the task if it fails.
    :param name: of the task.
    :param pause_s: at least so long lies between two snapshots, so that many erasures one after
        the other cause few.
    """

    def __init__(
        self,
        log: Log,
        kind: StreamKind[StateT],
        packing: Runner,
        supervisor: Supervisor,
        name: str = "snapshots",
        pause_s: float = 0.0,
    ) -> None:
        self._log, self._kind = log, kind
        self._packing, self._pause_s = packing, pause_s
        self._stopping = Event()
        self._due: SimpleQueue[str | None] = SimpleQueue()
        self._latest: dict[str, StateT] = {}
        self._kept: dict[str, int] = {}
        self._turns = supervisor.turns(name, TURN_MAX_S)
        run = supervisor.supervised(self._turns, self._run)
        self._thread = Thread(target=run, name=name, daemon=True)

    def start(self) -> None:
        """Start the background task."""
        self._thread.start()

    def follow(self, change: StreamChange[StateT]) -> None:
        """Queue a stream whose snapshot is due; a subscriber of the writer."""
        after = change.after
        key = self._kind.key_of(after)
        before = 0 if change.before is None else change.before.seq
        is_long = after.seq >= EVERY
        is_erased = is_long and bool(self._kind.erasure(entry.event for entry in change.entries))
        if is_erased:
            self._kept.pop(key, None)  # the log has dropped it with the words
        if is_erased or before // EVERY != after.seq // EVERY:
            self._latest[key] = after
            self._due.put(key)

    def drop(self, key: str) -> None:
        """Forget a stream that was deleted."""
        self._latest.pop(key, None)
        self._kept.pop(key, None)

    def stop(self, states: Iterable[tuple[str, StateT]]) -> None:
        """Stop the task, and write snapshots of long streams that changed since their last one.

        :param states: the committed states in memory, by key.
        """
        if self._thread.is_alive():
            self._stopping.set()
            self._due.put(None)
            self._thread.join()
        for key, state in states:
            since = state.seq - self._kept.get(key, 0)
            is_due = state.seq >= EVERY and since >= EVERY // 4
            if is_due and not self._write(key, state):
                break  # the disk has a problem; the next start folds the logs

    def _run(self) -> None:
        while (key := self._next()) is not None:
            state = self._latest.pop(key, None)  # of several due states, only the latest counts
            if state is not None:
                self._write(key, state)
                with self._turns.waiting():
                    self._stopping.wait(self._pause_s)

    def _next(self) -> str | None:
        with self._turns.waiting():
            return self._due.get()

    def _write(self, key: str, state: StateT) -> bool:
        """Write a snapshot; if that fails, the next start folds the log, and nothing is lost.

        :return: ``False`` after an error.
        """
        try:
            packed = self._packing(self._kind.pack, state)
            if self._keep(key, state.seq, packed):
                self._kept[key] = state.seq
        except Exception as error:
            log.warning("no snapshot was written: %s", type(error).__name__)
            return False
        return True

    def _keep(self, key: str, seq: int, packed: bytes) -> bool:
        """Store a state, unless words in it were erased since; say whether it was stored."""
        effect = KeepSnapshot(stream=self._kind.stream(key), seq=seq, state=packed)
        try:
            self._log.append({}, [effect])
        except Conflict:
            return False
        return True
