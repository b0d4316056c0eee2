"""The process that makes what takes long: ``python -m fishbowl.web.offload.worker DATABASE``.

In the server's own process a long job would delay every answer, in a thread as well, because of
the interpreter lock. This process shares nothing with it. It reads
jobs from its standard input and writes what it has made to its standard output, each as four bytes
of length and then MessagePack, and ends with its input.
"""

import contextlib
import logging
import os
import signal
import struct
import sys
from pathlib import Path
from typing import BinaryIO

import msgspec

from fishbowl.host import logs
from fishbowl.web.assets import DIST, load_assets
from fishbowl.web.languages import Languages
from fishbowl.web.offload.jobs import AnyJob, Done
from fishbowl.web.offload.making import Jobs

log = logging.getLogger(__name__)

NICE = 4
"""The room comes first, where both want the same core. Not more: on a laptop whose cores are busy
with browsers, a process at 10 gets a fiftieth of one, and a hall waits for its summary."""
JOB_S = 120
"""A job that takes longer ends this process, and the next job begins another one."""
LENGTH = struct.Struct("!I")


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a job: ``done``, or what kind of error it met."""

    done: Done | None = None
    error: str = ""


def read(stream: BinaryIO) -> bytes | None:
    """Read one message; ``None`` if the other side has ended, also in the middle of one."""
    head = _exactly(stream, LENGTH.size)
    return None if head is None else _exactly(stream, LENGTH.unpack(head)[0])


def _exactly(stream: BinaryIO, length: int) -> bytes | None:
    """Read so many bytes: a pipe gives no more at once than it holds."""
    parts: list[bytes] = []
    while length > 0:
        part = stream.read(length)
        if not part:
            return None
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def write(stream: BinaryIO, body: bytes) -> None:
    """Write one message.

    :raises OSError: the other side has ended.
    """
    stream.write(LENGTH.pack(len(body)) + body)
    stream.flush()


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
    except Exception as error:  # the next job may be another one's
        log.exception("%s of %s could not be made", type(job).__name__, job.code)
        return Answer(error=type(error).__name__)
    finally:
        if hasattr(signal, "alarm"):
            signal.alarm(0)


if __name__ == "__main__":
    main(sys.argv[1])
