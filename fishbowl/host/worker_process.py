"""A second process of this program that answers questions, one after the other.

It runs a module (``python -m``) that is not patched for green threads and shares nothing with the
server. Questions go to its standard input and answers come from its standard output, each as a
length of four bytes and so many bytes. It ends at the end of its input, so it never outlives the
server. A process that has ended is started again with the next question.
"""

import contextlib
import os
import struct
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO, cast

LENGTH = struct.Struct("!I")
PACKAGE = Path(__file__).resolve().parents[1]


class WorkerProcess:
    """Starts the process of a module when it is needed, and asks it.

    :param module: what runs there, such as ``fishbowl.web.offload.worker``.
    :param arguments: on its command line, which others on this computer can read.
    """

    def __init__(self, module: str, *arguments: str) -> None:
        self._command = [sys.executable, "-m", module, *arguments]
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """The process that runs, if one does."""
        process = self._process
        return None if process is None or process.poll() is not None else process.pid

    def ask(self, question: bytes) -> bytes:
        """Send a question and wait for the answer. One call at a time, in a thread that may block.

        :raises OSError: the process cannot be started, or ended before it answered.
        """
        process = self._process
        if process is not None and process.poll() is not None:
            self.stop()
            process = None
        if process is None:
            process = self._process = self._started()
        try:
            write(cast(BinaryIO, process.stdin), question)
            answer = read(cast(BinaryIO, process.stdout))
        except (OSError, ValueError) as error:  # a pipe that was closed by `stop`
            self.stop()
            raise OSError("the process has ended") from error
        if answer is None:
            self.stop()
            raise OSError("the process has ended")
        return answer

    def stop(self) -> None:
        """End the process, whatever it does; a question that waits raises ``OSError``."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):  # unread data in the pipe
                    stream.close()

    def _started(self) -> "subprocess.Popen[bytes]":
        paths = [str(PACKAGE.parent), os.environ.get("PYTHONPATH", "")]
        return subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        )


def read(stream: BinaryIO) -> bytes | None:
    """Read one message; ``None`` at the end of the stream, also within a message."""
    head = _exactly(stream, LENGTH.size)
    return None if head is None else _exactly(stream, LENGTH.unpack(head)[0])


def write(stream: BinaryIO, body: bytes) -> None:
    """Write one message.

    :raises OSError: the other process has ended.
    """
    stream.write(LENGTH.pack(len(body)) + body)
    stream.flush()


def _exactly(stream: BinaryIO, length: int) -> bytes | None:
    """Read exactly so many bytes; a pipe may return fewer at once."""
    parts: list[bytes] = []
    while length > 0:
        part = stream.read(length)
        if not part:
            return None
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
