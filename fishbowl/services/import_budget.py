"""Checking files in processes of their own, which are stopped when a file takes too much.

A short log can still need unlimited time to fold. A process returns only the row of the session and
what the archive says about it, or one sentence. There are as many processes as the machine has
cores, and each takes the next file when it is done with one.
"""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event, Lock, Thread, Timer

import msgspec

import fishbowl
from fishbowl.host.long_work import Report, ignored
from fishbowl.services.import_checks import InvalidBackup
from fishbowl.services.import_file import Found, checked, limit_this_process

FILE_MAX_S = 60.0
"""Seconds for one file; the longest session in the tests takes a few."""
PROCESSES_MAX = 8
FILES_EACH = 8
"""A process takes as long to start as so many files to check."""
LOOK_S = 0.1
"""How often it is told how far the checks are."""
_CHILD = "from fishbowl.services.import_budget import child; child()"


def check_all(
    paths: Sequence[Path], now_ms: int, *, seconds: float = FILE_MAX_S, report: Report = ignored
) -> list[Found]:
    """Check files, each within its share of time and memory.

    :param now_ms: session time.
    :param seconds: how long one file may take.
    :param report: is told how many are checked.
    :return: what each file holds, in the order of ``paths``; all of them have a row.
    :raises InvalidBackup: one of them cannot be taken in; the first one that was met.
    """
    checks = _Checks(paths, now_ms, seconds)
    wanted = min(os.cpu_count() or 1, PROCESSES_MAX, -(-len(paths) // FILES_EACH))
    threads = [Thread(target=checks.run, daemon=True) for _ in range(wanted)]
    try:
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            for thread in threads:
                thread.join(LOOK_S)
            report("Checking files", checks.done, len(paths))
    finally:
        checks.stop.set()
        for thread in threads:
            thread.join()
    return checks.found()


class _Checks:
    """The files, and what was found in them; each thread that runs it has a process."""

    def __init__(self, paths: Sequence[Path], now_ms: int, seconds: float) -> None:
        self._paths, self._now_ms, self._seconds = paths, now_ms, seconds
        self._lock = Lock()
        self._next = 0
        self._found: dict[int, Found] = {}
        self._error: BaseException | None = None
        self.stop = Event()
        """Set when the rest need not be checked."""

    @property
    def done(self) -> int:
        """How many files are checked."""
        return len(self._found)

    def found(self) -> list[Found]:
        """Everything that was found.

        :raises InvalidBackup: one of the files is broken.
        """
        if self._error is not None:
            raise self._error
        for number in sorted(self._found):
            if broken := self._found[number].broken:
                raise InvalidBackup(broken)
        return [self._found[number] for number in range(len(self._paths))]

    def run(self) -> None:
        """Check one file after the other in a process, until there are no more."""
        try:
            with _process() as process:
                while (number := self._take()) is not None:
                    self._found[number] = found = self._check(process, number)
                    if found.broken:
                        self.stop.set()
        except BaseException as error:
            self._error = error
            self.stop.set()

    def _take(self) -> int | None:
        with self._lock:
            number = self._next
            if self.stop.is_set() or number >= len(self._paths):
                return None
            self._next += 1
            return number

    def _check(self, process: "subprocess.Popen[bytes]", number: int) -> Found:
        path = self._paths[number]
        assert process.stdin is not None and process.stdout is not None  # noqa: PT018 - both are pipes
        stop = Timer(self._seconds, process.kill)
        stop.start()
        try:
            with contextlib.suppress(BrokenPipeError):
                process.stdin.write(msgspec.json.encode((str(path), self._now_ms)) + b"\n")
                process.stdin.flush()
            line = process.stdout.readline()
        finally:
            stop.cancel()
        if not line:
            return Found(broken=f"{path.name} takes too long, or too much memory, to read.")
        return msgspec.json.decode(line, type=Found)


@contextlib.contextmanager
def _process() -> Iterator["subprocess.Popen[bytes]"]:
    """Start a process; Ctrl+C is this process's, which ends it."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", _CHILD],
        env={**os.environ, "PYTHONPATH": str(Path(fishbowl.__file__).parents[1])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(BrokenPipeError):
                if pipe is not None:
                    pipe.close()


def child() -> None:
    """Validate the files that are named on standard input; write a line of answer for each."""
    limit_this_process()
    while line := sys.stdin.buffer.readline():
        path, now_ms = msgspec.json.decode(line, type=tuple[str, int])
        sys.stdout.buffer.write(msgspec.json.encode(checked(Path(path), now_ms)) + b"\n")
        sys.stdout.buffer.flush()
