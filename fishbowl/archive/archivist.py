"""Keeps the archive's index up to date in a background thread.

A session is indexed shortly after it closes, and again whenever its log changes after that. At the
start, closed sessions that are missing or out of date are indexed, so a crash loses nothing.
"""

from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Any

from fishbowl.archive.indexing import build_from_log, stale_codes, write_to_index
from fishbowl.host.supervisor import Supervisor
from fishbowl.services.writer import Change, Service

DEBOUNCE_S = 0.5
"""Seconds to wait for further changes of the same sessions before they are indexed."""
PAUSE_S = 0.02
"""Seconds between two pieces of work, so that requests are served in between."""

TURN_MAX_S = 300.0
"""Indexing one session takes less, or the loop hangs."""

RunInThread = Callable[..., Any]
"""Calls a function in a thread that does not block the server, and returns its result."""


class Archivist:
    """Indexes closed sessions, one at a time.

    :param service: provides the sessions and runs the write transactions.
    :param run_in_thread: calls a function that takes long.
    :param on_idle: called each time the queue of sessions to index is empty.
    """

    def __init__(
        self,
        service: Service,
        run_in_thread: RunInThread,
        on_idle: Callable[[], None],
        supervisor: Supervisor | None = None,
    ) -> None:
        self._service = service
        self._supervisor = supervisor or Supervisor()
        self._turns = self._supervisor.turns("archivist", TURN_MAX_S)
        self._run_in_thread = run_in_thread
        self._on_idle = on_idle
        self._changed: SimpleQueue[str | None] = SimpleQueue()
        self._stopping = Event()
        self._thread = Thread(target=self._supervised_run, name="archivist", daemon=True)

    def start(self) -> None:
        """Start the thread; it begins with closed sessions whose index is missing or stale."""
        self._thread.start()

    def stop(self) -> None:
        """Finish the current session and stop; the next start indexes the others."""
        self._stopping.set()
        self._changed.put(None)
        self._thread.join()

    def on_import(self, code: str) -> None:
        """Queue an imported session."""
        self._changed.put(code)

    def on_deleted(self, code: str) -> None:
        """Queue a deleted session, so that its words are purged from the index."""
        self._changed.put(code)

    def on_change(self, change: Change) -> None:
        """Queue a session that was closed, or changed after its close."""
        if change.after.clock.closed_at_ms is not None:
            self._changed.put(change.after.code)

    def _supervised_run(self) -> None:
        self._supervisor.run(self._turns, self._run, self._stopping.wait)

    def _run(self) -> None:
        if self._stopping.is_set():
            return
        self._index(self._run_in_thread(stale_codes, self._service.path))
        while not self._stopping.is_set():
            with self._turns.waiting():
                first = self._changed.get()
            if first is not None and not self._stopping.wait(DEBOUNCE_S):
                self._index(list(dict.fromkeys([first, *self._other_queued()])))

    def _other_queued(self) -> list[str]:
        codes: list[str] = []
        while True:
            try:
                code = self._changed.get_nowait()
            except Empty:
                return codes
            if code is None:
                self._stopping.set()
            else:
                codes.append(code)

    def _index(self, codes: list[str]) -> None:
        for code in codes:
            self._turns.begins()
            if self._stopping.wait(PAUSE_S):
                return
            with self._supervisor.isolated("indexing a session"):
                built = self._run_in_thread(build_from_log, self._service.path, code)
                if built is not None:
                    self._service.transact(partial(write_to_index, built=built))
        while self._service.purge_some():
            self._turns.begins()
            if self._stopping.wait(PAUSE_S):
                return
        self._on_idle()
