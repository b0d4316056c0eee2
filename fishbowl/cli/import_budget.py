"""Validates backup files in a child process with a limit on time and memory.

A short log can need unlimited time to fold. The child returns only the row of the session, or an
error in one sentence.
"""

import contextlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Timer

import msgspec

import fishbowl
from fishbowl.cli.import_checks import InvalidBackup, validated_session
from fishbowl.log import SessionRow
from fishbowl.services.session_rows import session_row

FILE_MAX_S = 60.0
"""Seconds for one file; the longest session in the tests takes a few."""
MEMORY_MAX_BYTES = 2 * 1024**3
_CHILD = "from fishbowl.cli.import_budget import child; child()"


class _Work(msgspec.Struct, frozen=True, kw_only=True):
    paths: tuple[str, ...]
    now_ms: int


class _Found(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    row: SessionRow | None = None
    broken: str = ""


def check_all(
    paths: Sequence[Path], now_ms: int, *, seconds: float = FILE_MAX_S
) -> list[SessionRow]:
    """Validate files, each within the limits of time and memory.

    :param now_ms: session time.
    :param seconds: how long one file may take.
    :return: the row of each file's session, in the order of ``paths``.
    :raises InvalidBackup: one of them cannot be imported.
    """
    work = _Work(paths=tuple(map(str, paths)), now_ms=now_ms)
    rows: list[SessionRow] = []
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", _CHILD],
        env={**os.environ, "PYTHONPATH": str(Path(fishbowl.__file__).parents[1])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin is not None and process.stdout is not None  # noqa: PT018 - both are pipes
    try:
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(msgspec.json.encode(work))
            process.stdin.close()
        for path in paths:
            stop = Timer(seconds, process.kill)
            stop.start()
            try:
                line = process.stdout.readline()
            finally:
                stop.cancel()
            if not line:
                raise InvalidBackup(f"{path.name} takes too long, or too much memory, to read.")
            found = msgspec.json.decode(line, type=_Found)
            if found.row is None:
                raise InvalidBackup(found.broken)
            rows.append(found.row)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
    return rows


def child() -> None:
    """Validate the files that are named on standard input; write a line of answer for each."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # not on all systems
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX_BYTES, MEMORY_MAX_BYTES))
    work = msgspec.json.decode(sys.stdin.buffer.read(), type=_Work)
    for path in work.paths:
        sys.stdout.buffer.write(msgspec.json.encode(_checked(Path(path), work.now_ms)) + b"\n")
        sys.stdout.buffer.flush()


def _checked(path: Path, now_ms: int) -> _Found:
    try:
        return _Found(row=session_row(validated_session(path, now_ms)))
    except InvalidBackup as error:
        return _Found(broken=str(error))
    except OSError as error:
        return _Found(broken=f"{path.name} cannot be read: {error.strerror}.")
    except MemoryError:
        return _Found(broken=f"{path.name} takes too much memory to read.")
