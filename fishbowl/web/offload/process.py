"""Runs long jobs in another process, so that live rooms do not wait for them.

Jobs are queued, and equal requests share one job. Results of finished sessions are cached, since a
whole room opens what was just published.
"""

import contextlib
import logging
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from threading import Event, Lock
from typing import Any

import msgspec
from flask import request
from werkzeug.exceptions import ServiceUnavailable

from fishbowl.access.turns import TURN
from fishbowl.domain.kernel.ids import Seq
from fishbowl.services.writer import Change
from fishbowl.web.offload import worker
from fishbowl.web.offload.jobs import AnyJob, JobResult

log = logging.getLogger(__name__)

WAITING_MAX = 40
"""The maximum of different waiting jobs; further ones are refused as busy."""
KEPT_MAX_BYTES = 32 * 1024 * 1024
PACKAGE = Path(__file__).resolve().parents[2]


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
        self._db = db
        self._run_in_thread = run_in_thread
        self._process: subprocess.Popen[bytes] | None = None
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
        # Release the turn of this request while it waits, so that others are served.
        with request.environ.get(TURN) or nullcontext():
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
        process, self._process = self._process, None
        if process is not None:
            _end(process)

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
        process = self._process
        if process is not None and process.poll() is not None:
            self.stop()
            process = None
        if process is None:
            process = self._process = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            worker.write(process.stdin, msgspec.msgpack.encode(job))  # type: ignore[arg-type]
            message = worker.read(process.stdout)  # type: ignore[arg-type]
        except OSError:
            message = None
        if message is None:
            self.stop()
            raise OSError("the process that makes pages has ended")
        answer = msgspec.msgpack.decode(message, type=worker.Answer)
        if answer.error:
            log.error("%s could not be made: %s", type(job).__name__, answer.error)
        return answer.done

    def _started(self) -> "subprocess.Popen[bytes]":
        paths = [str(PACKAGE.parent), os.environ.get("PYTHONPATH", "")]
        return subprocess.Popen(
            [sys.executable, "-m", "fishbowl.web.offload.worker", str(self._db)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        )


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):  # unread data in the pipe
                stream.close()
    process.wait()
