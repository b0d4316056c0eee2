"""One log that several writers append to: its threads, how saving goes, its end.

There is a writer for each kind of stream, and each decides and commits its own batches. What is
about the file is here, once: who watches saving, who tells of a failure, who closes it.
"""

from collections.abc import Callable
from functools import partial
from threading import Event, Thread
from typing import Protocol

from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import Runner, directly
from fishbowl.log import Log
from fishbowl.services.health import Health
from fishbowl.services.log_threads import InThreads
from fishbowl.services.metrics import Metrics
from fishbowl.services.saving import SavingWatch

TURN_MAX_S = 60.0
"""To look how saving goes takes less, or the loop hangs."""


class Writer(Protocol):
    """What is asked of whoever appends to the log."""

    def drain(self) -> None:
        """Wait until the batch that is being saved is saved or has failed."""
        ...

    def finish(self) -> None:
        """Save the commands that wait, and end the tasks."""
        ...


class SharedLog:
    """A log, and what its writers share.

    :param store: the log; nobody else in this process writes to it.
    :param writing: runs functions that write to the log.
    :param reading: runs functions that read it, or take long.
    :param health: receives the condition that saving is slow or fails.
    :param supervisor: counts failures, and restarts tasks that fail.
    """

    def __init__(
        self,
        store: Log,
        *,
        writing: Runner = directly,
        reading: Runner = directly,
        health: Health | None = None,
        supervisor: Supervisor | None = None,
    ) -> None:
        threads = InThreads(store, writing, reading)
        self.log: Log = threads
        """The log, for use from any thread."""
        self.on_letters = threads.on_letters
        self.reading = reading
        self.health = health or Health()
        self.supervisor = supervisor or Supervisor()
        self.metrics = Metrics()
        self.saving = SavingWatch(self.health, self.log.tidy, self.metrics)
        self.refuses = False
        """Whether another machine goes on with these streams."""
        self._stopping = Event()
        turns = self.supervisor.turns("watch saving", TURN_MAX_S)
        look = partial(self.saving.run, self._stopping, turns.begins)
        watch = partial(self.supervisor.run, turns, look, self._stopping.wait)
        self._watch = Thread(target=watch, name="saving", daemon=True)
        self._is_started = False
        self._writers: list[Writer] = []
        self._closing: list[Callable[[], None]] = []

    def join(self, writer: Writer) -> None:
        """Add a writer, which is stopped with the log."""
        self._writers.append(writer)

    def start(self) -> None:
        """Watch saving; called again, it does nothing."""
        if self._is_started:
            return
        self._is_started = True
        self._watch.start()

    @property
    def is_stopping(self) -> bool:
        """Whether the log is being closed."""
        return self._stopping.is_set()

    def stop(self) -> None:
        """Finish the commands of all writers, and close the log; called again, nothing."""
        if self.is_stopping:
            return
        self._stopping.set()
        for writer in self._writers:
            with self.supervisor.isolated("finishing a writer"):
                writer.finish()
        if self._is_started:
            self._watch.join()  # it has the log tidied
        for told in self._closing:
            with self.supervisor.isolated("telling a subscriber of the close"):
                told()
        self.log.close()

    def refuse(self) -> None:
        """Save no commands from now on: another machine goes on with these streams.

        When this returns, whatever was acknowledged before is in the log.
        """
        self.refuses = True
        for writer in self._writers:
            writer.drain()

    def on_closing(self, subscriber: Callable[[], None]) -> None:
        """Be told after the last commit, while the log can still be written."""
        self._closing.append(subscriber)
