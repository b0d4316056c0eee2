"""Keeps snapshots of long sessions, so that a start need not fold their logs from the beginning.

They are written now and then by a task of its own: nobody waits for one. The log drops the snapshot
of a session when words in it are erased; a new one is written then, of the state without them. What
is erased while a snapshot is on its way is noticed by the log.
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
"""A session gets a snapshot every so many entries: fewer are folded in the time of a blink."""
TURN_MAX_S = 120.0
"""To write one takes less, or its loop hangs."""


class Snapshots:
    """Writes snapshots behind the back of the writer.

    :param keep: stores a state under a code and its last entry, unless words in it were erased
        since, and says whether it did.
    :param writing: runs what uses the writing connection.
    :param reading: runs what reads a log, or takes a while.
    :param supervisor: restarts it if it dies.
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
        """Begin to write those that are due."""
        self._thread.start()

    def follow(self, change: Change) -> None:
        """Note what a commit did; a subscriber of the writer."""
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
        """Finish, and write those of long sessions that have gone on since their last one.

        :param sessions: the committed states that are in memory.
        """
        if self._thread.is_alive():
            self._due.put(None)
            self._thread.join()
        for session in sessions:
            since = session.seq - self._kept.get(session.code, 0)
            is_due = session.seq >= EVERY and since >= EVERY // 4
            if is_due and not self._write(session):
                break  # the disk has a problem, and a start does without

    def _run(self) -> None:
        while (code := self._next()) is not None:
            session = self._latest.pop(code, None)  # of several that are due, the latest is written
            if session is not None:
                self._write(session)

    def _next(self) -> str | None:
        with self._turns.waiting():
            return self._due.get()

    def _write(self, session: Session) -> bool:
        """Write one; if that fails, the log is folded at the next start, and nothing is lost.

        :return: whether nothing has failed.
        """
        try:
            state = self._reading(encode, session)
            if self._writing(self._keep, session.code, session.seq, state):
                self._kept[session.code] = session.seq
        except Exception as error:
            log.warning("no snapshot was written: %s", type(error).__name__)
            return False
        return True
