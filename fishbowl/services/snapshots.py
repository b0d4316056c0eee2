"""Keeps snapshots of long streams, so that a start need not fold their logs from the beginning.

They are written now and then by a task of its own: nobody waits for one. The log drops the snapshot
of a stream when words in it are erased; a new one is written then, of the state without them. What
is erased while a snapshot is on its way is noticed by the log.
"""

import logging
from collections.abc import Iterable
from queue import SimpleQueue
from threading import Thread
from typing import Generic

from fishbowl.domain.kernel.streams import StateT, StreamKind
from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import Runner
from fishbowl.log import Conflict, Log
from fishbowl.log.effects import KeepSnapshot
from fishbowl.services.batch import StreamChange

log = logging.getLogger(__name__)

EVERY = 2_000
"""A stream gets a snapshot every so many entries: fewer are folded in the time of a blink."""


class Snapshots(Generic[StateT]):
    """Writes snapshots of the streams of one kind behind the back of the writer.

    :param packing: runs what takes a while, apart from the hub.
    :param supervisor: restarts it if it dies.
    """

    def __init__(
        self, log: Log, kind: StreamKind[StateT], packing: Runner, supervisor: Supervisor
    ) -> None:
        self._log, self._kind = log, kind
        self._packing = packing
        self._due: SimpleQueue[str | None] = SimpleQueue()
        self._latest: dict[str, StateT] = {}
        self._kept: dict[str, int] = {}
        run = supervisor.supervised("snapshots", self._run)
        self._thread = Thread(target=run, name="snapshots", daemon=True)

    def start(self) -> None:
        """Begin to write those that are due."""
        self._thread.start()

    def follow(self, change: StreamChange[StateT]) -> None:
        """Note what a commit did; a subscriber of the writer."""
        after = change.after
        key = self._kind.key_of(after)
        before = 0 if change.before is None else change.before.seq
        is_long = after.seq >= EVERY
        is_erased = is_long and bool(self._kind.erasure(entry.event for entry in change.entries))
        if is_erased or before // EVERY != after.seq // EVERY:
            self._latest[key] = after
            self._due.put(key)

    def drop(self, key: str) -> None:
        """Forget a stream that was deleted."""
        self._latest.pop(key, None)
        self._kept.pop(key, None)

    def stop(self, states: Iterable[tuple[str, StateT]]) -> None:
        """Finish, and write those of long streams that have gone on since their last one.

        :param states: the committed states that are in memory, by key.
        """
        if self._thread.is_alive():
            self._due.put(None)
            self._thread.join()
        for key, state in states:
            since = state.seq - self._kept.get(key, 0)
            is_due = state.seq >= EVERY and since >= EVERY // 4
            if is_due and not self._write(key, state):
                break  # the disk has a problem, and a start does without

    def _run(self) -> None:
        while (key := self._due.get()) is not None:
            state = self._latest.pop(key, None)  # of several that are due, the latest is written
            if state is not None:
                self._write(key, state)

    def _write(self, key: str, state: StateT) -> bool:
        """Write one; if that fails, the log is folded at the next start, and nothing is lost.

        :return: whether nothing has failed.
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
