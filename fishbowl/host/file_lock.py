"""An exclusive lock on a file, with information about its holder.

The system releases the lock when its process ends in any way, so there are no stale locks.
"""

import json
import os
import socket
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PRIVATE = 0o600


class Holder(NamedTuple):
    """The holder of a lock, as written by that process."""

    pid: int
    host: str
    since_s: int
    about: dict[str, str]

    def __str__(self) -> str:
        place = "" if self.host == socket.gethostname() else f" on {self.host}"
        since = time.strftime("%H:%M", time.localtime(self.since_s))
        url = self.about.get("url", "")
        return f"process {self.pid}{place}{f', {url}' if url else ''}, since {since}"


class AlreadyLocked(Exception):
    """Another process holds the lock.

    :param holder: its information, if it can be read.
    """

    def __init__(self, holder: Holder | None) -> None:
        super().__init__(str(holder or "another process"))
        self.holder = holder


class FileLock:
    """A lock that is held from its creation until :meth:`release`.

    :param path: the lock file; it is not deleted on release.
    :param about: further information for others, such as the address of the server.
    :raises AlreadyLocked: another process holds it.
    :raises OSError: the file cannot be created.
    """

    def __init__(self, path: Path, about: dict[str, str]) -> None:
        self._file = os.open(path, os.O_CREAT | os.O_RDWR, _PRIVATE)
        try:
            self.is_supported = _lock(self._file)
        except BlockingIOError:
            holder = _read(self._file)
            os.close(self._file)
            raise AlreadyLocked(holder) from None
        self.tell(about)

    def tell(self, about: dict[str, str]) -> None:
        """Replace the information for others."""
        self.about = about
        text = json.dumps(
            {
                "pid": os.getpid(),
                "host": socket.gethostname(),
                "since_s": int(time.time()),
                "about": about,
            }
        ).encode()
        os.ftruncate(self._file, 0)
        os.lseek(self._file, 0, os.SEEK_SET)
        os.write(self._file, text)

    def release(self) -> None:
        """Release the lock; idempotent."""
        if self._file >= 0:
            os.ftruncate(self._file, 0)
            os.close(self._file)
            self._file = -1


def holder_of(path: Path) -> Holder | None:
    """The current holder of a lock; ``None`` if it is free.

    :param path: the lock file.
    """
    try:
        file = os.open(path, os.O_RDWR)
    except OSError:
        return None
    try:
        _lock(file)
    except BlockingIOError:
        return _read(file)
    finally:
        os.close(file)
    return None


def _lock(file: int) -> bool:
    """Lock an open file.

    :return: whether the file system supports locks; some network file systems do not.
    :raises BlockingIOError: another process holds it.
    """
    try:
        if sys.platform == "win32":
            os.lseek(file, 1 << 30, os.SEEK_SET)  # beyond the text, which others may read
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError) as error:
        raise BlockingIOError from error
    except OSError:
        return False
    return True


def _read(file: int) -> Holder | None:
    os.lseek(file, 0, os.SEEK_SET)
    try:
        found: dict[str, Any] = json.loads(os.read(file, 4096))
        about = {str(key): str(value) for key, value in found["about"].items()}
        return Holder(int(found["pid"]), str(found["host"]), int(found["since_s"]), about)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
