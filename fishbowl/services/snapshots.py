"""Writes snapshots of long sessions, so that a start does not fold their whole logs.

A background task writes them. The log drops a session's snapshot when words are erased; then a new
one of the erased state is written. A snapshot that was encoded before an erasure is refused.
"""

import logging
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread

from fishbowl.domain.session.erasure import erasure
from fishbowl.domain.session.state import Session
from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import Runner
from fishbowl.log.snapshot_codec import encode
from fishbowl.services.batch import Change

log = logging.getLogger(__name__)

EVERY = 2_000
"""A snapshot is written every so many entries; folding fewer takes a fraction of a second."""
TURN_MAX_S = 120.0
"""Writing one takes less, or the loop hangs."""


class Snapshots:
    """Writes snapshots in a background task.

    :param keep: stores a state with its code and last entry; returns ``False`` if words were
        erased since.
    :param writing: runs functions that use the writing connection.
    :param reading: runs functions that read or take long.
    :param supervisor: restarts the task if it fails.
    """

    def __init__(
        self,
        keep: Callable[[str, int, bytes], bool],
        writing: Runner,
        reading: Runner,
        supervisor: Supervisor,
    ) -> None:
        self._keep = keep
        self._writing, self._reading = writing, reading
        self._due: SimpleQueue[str | None] = SimpleQueue()
        self._latest: dict[str, Session] = {}
        self._kept: dict[str, int] = {}
        self._turns = supervisor.turns("snapshots", TURN_MAX_S)
        run = supervisor.supervised(self._turns, self._run)
        self._thread = Thread(target=run, name="snapshots", daemon=True)

    def start(self) -> None:
        """Start the background task."""
        self._thread.start()

    def follow(self, change: Change) -> None:
        """Queue a session whose snapshot is due; a subscriber of the writer."""
        after = change.after
        before = 0 if change.before is None else change.before.seq
        is_long = after.seq >= EVERY
        is_erased = is_long and bool(erasure(entry.event for entry in change.entries))
        if is_erased or before // EVERY != after.seq // EVERY:
            self._latest[after.code] = after
            self._due.put(after.code)

    def drop(self, code: str) -> None:
        """Forget a session that was deleted."""
        self._latest.pop(code, None)
        self._kept.pop(code, None)

    def stop(self, sessions: list[Session]) -> None:
        """Stop the task, and write snapshots of long sessions that changed since their last one.

        :param sessions: the committed states in memory.
        """
        if self._thread.is_alive():
            self._due.put(None)
            self._thread.join()
        for session in sessions:
            since = session.seq - self._kept.get(session.code, 0)
            is_due = session.seq >= EVERY and since >= EVERY // 4
            if is_due and not self._write(session):
                break  # the disk has a problem; the next start folds the logs

    def _run(self) -> None:
        while (code := self._next()) is not None:
            session = self._latest.pop(code, None)  # of several due states, only the latest counts
            if session is not None:
                self._write(session)

    def _next(self) -> str | None:
        with self._turns.waiting():
            return self._due.get()

    def _write(self, session: Session) -> bool:
        """Write a snapshot; if that fails, the next start folds the log, and nothing is lost.

        :return: ``False`` after an error.
        """
        try:
            state = self._reading(encode, session)
            if self._writing(self._keep, session.code, session.seq, state):
                self._kept[session.code] = session.seq
        except Exception as error:
            log.warning("no snapshot was written: %s", type(error).__name__)
            return False
        return True
