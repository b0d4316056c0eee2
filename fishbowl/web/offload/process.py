"""Runs long jobs in another process, so that live rooms do not wait for them.

Jobs are queued, and equal requests share one job. Results of finished sessions are cached, since a
whole room opens what was just published.
"""

import logging
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from threading import Event, Lock
from typing import Any

import msgspec
from flask import has_request_context, request
from werkzeug.exceptions import ServiceUnavailable

from fishbowl.access.turns import TURN
from fishbowl.domain.kernel.ids import Seq
from fishbowl.host.worker_process import WorkerProcess
from fishbowl.services.writer import Change
from fishbowl.web.offload import worker
from fishbowl.web.offload.jobs import AnyJob, JobResult

log = logging.getLogger(__name__)

WAITING_MAX = 40
"""The maximum of different waiting jobs; further ones are refused as busy."""
KEPT_MAX_BYTES = 32 * 1024 * 1024


class Busy(ServiceUnavailable):
    """The queue is full, or the job failed; it can be requested again."""


class _RunningJob:
    """A running job, for which several requests may wait."""

    def __init__(self) -> None:
        self.ready = Event()
        self.done: JobResult | None = None


class Offload:
    """A worker process with its queue of jobs.

    :param db: the database from which the process reads logs.
    :param run_in_thread: calls a function that waits for the process.
    """

    def __init__(self, db: Path, run_in_thread: Callable[..., Any]) -> None:
        self._run_in_thread = run_in_thread
        self._process = WorkerProcess("fishbowl.web.offload.worker", str(db))
        self._one_at_a_time = Lock()
        self._lock = Lock()
        self._running: dict[AnyJob, _RunningJob] = {}
        self._kept: dict[AnyJob, tuple[Seq, JobResult]] = {}
        self._kept_bytes = 0

    def done(self, job: AnyJob, of_seq: Seq | None = None) -> JobResult:
        """The result of a job, cached or new.

        :param of_seq: for a closed session the length of its log: the result is cached until the
            log changes.
        :raises Busy: it cannot be run now.
        """
        kept = self._kept.get(job)
        if kept is not None and kept[0] == of_seq:
            return kept[1]
        # Release the turn of this request while it waits, so that others are served. Background
        # loops ask as well, without a request.
        turn = request.environ.get(TURN) if has_request_context() else None
        with turn or nullcontext():
            found = self._run_shared(job)
        if found is None:
            raise Busy
        if of_seq is not None:
            self._keep(job, of_seq, found)
        return found

    def on_change(self, change: Change) -> None:
        """Drop cached results of a changed session; words may have been erased."""
        self.forget(change.after.code)

    def forget(self, code: str) -> None:
        """Drop cached results of a session."""
        with self._lock:
            for job in [job for job in self._kept if job.code == code]:
                self._kept_bytes -= len(self._kept.pop(job)[1].body)

    def stop(self) -> None:
        """End the process."""
        self._process.stop()

    def _run_shared(self, job: AnyJob) -> JobResult | None:
        with self._lock:
            making = self._running.get(job)
            is_first = making is None
            if making is None:
                if len(self._running) >= WAITING_MAX:
                    return None
                making = self._running[job] = _RunningJob()
        if not is_first:
            making.ready.wait()
            return making.done
        try:
            with self._one_at_a_time:
                making.done = self._run_in_thread(self._run, job)
        except (OSError, msgspec.DecodeError) as error:
            log.error("a page could not be made: %s", type(error).__name__)
        finally:
            with self._lock:
                del self._running[job]
            making.ready.set()
        return making.done

    def _keep(self, job: AnyJob, seq: Seq, done: JobResult) -> None:
        with self._lock:
            before = self._kept.pop(job, None)
            self._kept_bytes += len(done.body) - (0 if before is None else len(before[1].body))
            self._kept[job] = (seq, done)
            while self._kept_bytes > KEPT_MAX_BYTES:
                self._kept_bytes -= len(self._kept.pop(next(iter(self._kept)))[1].body)

    def _run(self, job: AnyJob) -> JobResult | None:
        """Send the job to the process, and start one if there is none. Runs in a thread.

        :raises OSError: it cannot be started, or ended during the job.
        """
        message = self._process.ask(msgspec.msgpack.encode(job))
        answer = msgspec.msgpack.decode(message, type=worker.Answer)
        if answer.error:
            log.error("%s could not be made: %s", type(job).__name__, answer.error)
        return answer.done
