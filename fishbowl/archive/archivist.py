"""Keeps the shelf of finished sessions as the logs are, apart from the work of live ones.

A session is put on the shelf moments after it has closed, and again after its log has changed.
Nothing is lost by a crash: at the start, whatever is missing or out of date is read again.
"""

from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Any

from fishbowl.archive.indexing import made_from_log, put_on_shelf, stale
from fishbowl.host.supervisor import Supervisor
from fishbowl.services.writer import Change, Service

SETTLE_S = 0.5
"""How long to wait for more changes to the same sessions before they are read again."""
BREATH_S = 0.02
"""Between two pieces of work, so that phones are served as if there were none."""

TURN_MAX_S = 300.0
"""To put one session on the shelf takes less, or the loop hangs."""

RunInThread = Callable[..., Any]
"""Calls a function with arguments where it does not hold up the server, and gives its result."""


class Archivist:
    """Puts finished sessions on the shelf, one at a time.

    :param service: whose sessions they are; it does what is written.
    :param run_in_thread: how to call what takes long.
    :param settled: called when everything has been read that was to be.
    """

    def __init__(
        self,
        service: Service,
        run_in_thread: RunInThread,
        settled: Callable[[], None],
        supervisor: Supervisor | None = None,
    ) -> None:
        self._service = service
        self._supervisor = supervisor or Supervisor()
        self._turns = self._supervisor.turns("archivist", TURN_MAX_S)
        self._run_in_thread = run_in_thread
        self._settled = settled
        self._changed: SimpleQueue[str | None] = SimpleQueue()
        self._stopping = Event()
        self._thread = Thread(target=self._keep_up, name="archivist", daemon=True)

    def start(self) -> None:
        """Begin with what is missing."""
        self._thread.start()

    def stop(self) -> None:
        """Finish the session at hand, and leave the others for the next start."""
        self._stopping.set()
        self._changed.put(None)
        self._thread.join()

    def on_import(self, code: str) -> None:
        """Remember a session that has come in from elsewhere."""
        self._changed.put(code)

    def on_deleted(self, code: str) -> None:
        """Let the words of a session that is no more leave the index's file."""
        self._changed.put(code)

    def on_change(self, change: Change) -> None:
        """Remember a session that has closed, or has changed after that."""
        if change.after.clock.closed_at_ms is not None:
            self._changed.put(change.after.code)

    def _keep_up(self) -> None:
        self._supervisor.run(self._turns, self._run, self._stopping.wait)

    def _run(self) -> None:
        if self._stopping.is_set():
            return
        self._read(self._run_in_thread(stale, self._service.path))
        while not self._stopping.is_set():
            with self._turns.waiting():
                first = self._changed.get()
            if first is not None and not self._stopping.wait(SETTLE_S):
                self._read(list(dict.fromkeys([first, *self._others()])))

    def _others(self) -> list[str]:
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

    def _read(self, codes: list[str]) -> None:
        for code in codes:
            self._turns.begins()
            if self._stopping.wait(BREATH_S):
                return
            with self._supervisor.isolated("putting a session into the archive"):
                made = self._run_in_thread(made_from_log, self._service.path, code)
                if made is not None:
                    self._service.transact(partial(put_on_shelf, made=made))
        while self._service.purge_some():
            self._turns.begins()
            if self._stopping.wait(BREATH_S):
                return
        self._settled()
