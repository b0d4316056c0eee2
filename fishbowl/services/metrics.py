"""Counts what the server does for ``/metrics``: by command and face, never by session or person.

Counting is an addition to a dictionary; nothing is formatted before somebody asks.
"""

from bisect import bisect_left
from collections import Counter
from threading import Lock
from typing import Any

BUCKETS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
"""Upper bounds of the histograms, in seconds; one more bucket has everything beyond."""
OTHER = "server"
"""The face of commands that no face sent: those of time, and of pages."""


class Histogram:
    """How long something took, in the buckets :data:`BUCKETS_S`."""

    def __init__(self) -> None:
        self.counts = [0] * (len(BUCKETS_S) + 1)
        self.sum_s = 0.0

    def add(self, seconds: float) -> None:
        """Count one."""
        self.counts[bisect_left(BUCKETS_S, seconds)] += 1
        self.sum_s += seconds


class Metrics:
    """The counters of one server."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.commands: Counter[tuple[str, str, str]] = Counter()
        """By command, face and outcome: ``ok``, ``refused`` or ``not_saved``."""
        self.command_times: dict[str, Histogram] = {}
        """By face: from handing a command in until it is durable or refused."""
        self.commits = Histogram()
        """How long each batch took to decide and save."""
        self.responses: Counter[str] = Counter()
        """Answers to HTTP requests by class: ``2xx``."""

    def command(self, command: Any, face: str, outcome: str, seconds: float) -> None:
        """Count a command that has its answer.

        :param command: the command itself; only its name on the wire is kept.
        :param face: who sent it: ``phone``, ``console`` and so on; empty for none.
        """
        name, face = str(command.__struct_config__.tag), face or OTHER
        with self._lock:
            self.commands[name, face, outcome] += 1
            self.command_times.setdefault(face, Histogram()).add(seconds)

    def commit(self, seconds: float) -> None:
        """Count a batch."""
        with self._lock:
            self.commits.add(seconds)

    def response(self, status: int) -> None:
        """Count an answer to an HTTP request."""
        with self._lock:
            self.responses[f"{status // 100}xx"] += 1
