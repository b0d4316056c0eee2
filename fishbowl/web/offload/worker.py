"""The worker process of long jobs: ``python -m fishbowl.web.offload.worker DATABASE``.

In the server's process a long job would delay all responses, even in a thread, because of the GIL.
This process shares nothing with the server. It reads jobs from standard input and writes results to
standard output, each as a length of four bytes and MessagePack. It ends at the end of its input.
"""

import contextlib
import logging
import os
import signal
import sys
from pathlib import Path

import msgspec

from fishbowl.host import logs
from fishbowl.host.worker_process import read, write
from fishbowl.web.assets import DIST, load_assets
from fishbowl.web.languages import Languages
from fishbowl.web.offload.jobs import AnyJob, JobResult
from fishbowl.web.offload.making import Jobs

log = logging.getLogger(__name__)

NICE = 4
"""The nice value, so that the server has priority. At 10, on a laptop with busy browsers, the
worker would get a fiftieth of a core, and summaries would take too long."""
JOB_S = 120
"""Seconds after which a job is killed together with this process; the next job starts another."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The result of a job, or the type of the exception."""

    done: JobResult | None = None
    error: str = ""


def main(db: str) -> None:
    """Do jobs until there are no more."""
    logs.set_up(logs.chosen())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the server's, which ends our input
    with contextlib.suppress(OSError, AttributeError):
        os.nice(NICE)
    jobs = Jobs(Path(db), load_assets(), Languages(DIST))
    reading = msgspec.msgpack.Decoder(AnyJob)
    while (message := read(sys.stdin.buffer)) is not None:
        answer = _answered(jobs, reading.decode(message))
        with contextlib.suppress(OSError):
            write(sys.stdout.buffer, msgspec.msgpack.encode(answer))


def _answered(jobs: Jobs, job: AnyJob) -> Answer:
    if hasattr(signal, "alarm"):
        signal.alarm(JOB_S)
    try:
        return Answer(done=jobs.do(job))
    except Exception as error:  # the next job may be of another session
        log.exception("%s of %s could not be made", type(job).__name__, job.code)
        return Answer(error=type(error).__name__)
    finally:
        if hasattr(signal, "alarm"):
            signal.alarm(0)


if __name__ == "__main__":
    main(sys.argv[1])
