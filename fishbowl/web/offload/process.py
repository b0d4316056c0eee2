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
from fishbowl.web.offload.jobs import AnyJob, Done

log = logging.getLogger(__name__)

WAITING_MAX = 40
"""Different jobs in line; whoever asks for another one is told to come again."""
KEPT_MAX_BYTES = 32 * 1024 * 1024
PACKAGE = Path(__file__).resolve().parents[2]


class Busy(ServiceUnavailable):
    """Too much is being made already, or it could not be made; it may be asked for again."""


class _Making:
    """A job that is being done, and whoever waits for it."""

    def __init__(self) -> None:
        self.ready = Event()
        self.done: Done | None = None


class Offload:
    """One process, and the queue of its jobs.

    :param db: the database; the process reads logs from it.
    :param run_in_thread: how to call what waits for the process.
    """

    def __init__(self, db: Path, run_in_thread: Callable[..., Any]) -> None:
        self._db = db
        self._run_in_thread = run_in_thread
        self._process: subprocess.Popen[bytes] | None = None
        self._one_at_a_time = Lock()
        self._lock = Lock()
        self._making: dict[AnyJob, _Making] = {}
        self._kept: dict[AnyJob, tuple[Seq, Done]] = {}
        self._kept_bytes = 0

    def done(self, job: AnyJob, of_seq: Seq | None = None) -> Done:
        """Do a job, or give what was made of it.

        :param of_seq: for a session that is over, the length of its log: what was made of it is
            kept until the log goes on.
        :raises Busy: it cannot be done now.
        """
        kept = self._kept.get(job)
        if kept is not None and kept[0] == of_seq:
            return kept[1]
        # Whoever waits has no turn meanwhile: others are served.
        with request.environ.get(TURN) or nullcontext():
            found = self._made(job)
        if found is None:
            raise Busy
        if of_seq is not None:
            self._keep(job, of_seq, found)
        return found

    def on_change(self, change: Change) -> None:
        """Keep nothing of a session whose log goes on, perhaps without somebody's words."""
        self.forget(change.after.code)

    def forget(self, code: str) -> None:
        """Keep nothing of a session."""
        with self._lock:
            for job in [job for job in self._kept if job.code == code]:
                self._kept_bytes -= len(self._kept.pop(job)[1].body)

    def stop(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            _end(process)

    def _made(self, job: AnyJob) -> Done | None:
        with self._lock:
            making = self._making.get(job)
            is_first = making is None
            if making is None:
                if len(self._making) >= WAITING_MAX:
                    return None
                making = self._making[job] = _Making()
        if not is_first:
            making.ready.wait()
            return making.done
        try:
            with self._one_at_a_time:
                making.done = self._run_in_thread(self._asked, job)
        except (OSError, msgspec.DecodeError) as error:
            log.error("a page could not be made: %s", type(error).__name__)
        finally:
            with self._lock:
                del self._making[job]
            making.ready.set()
        return making.done

    def _keep(self, job: AnyJob, seq: Seq, done: Done) -> None:
        with self._lock:
            before = self._kept.pop(job, None)
            self._kept_bytes += len(done.body) - (0 if before is None else len(before[1].body))
            self._kept[job] = (seq, done)
            while self._kept_bytes > KEPT_MAX_BYTES:
                self._kept_bytes -= len(self._kept.pop(next(iter(self._kept)))[1].body)

    def _asked(self, job: AnyJob) -> Done | None:
        """Ask the process, and begin another one if it has ended; runs apart.

        :raises OSError: it cannot be begun, or ended in the middle.
        """
        process = self._process
        if process is not None and process.poll() is not None:
            self.stop()
            process = None
        if process is None:
            process = self._process = self._begun()
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

    def _begun(self) -> "subprocess.Popen[bytes]":
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
            with contextlib.suppress(OSError):  # what it has not read any more
                stream.close()
    process.wait()
