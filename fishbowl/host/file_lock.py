"""An exclusive lock on a file, which names the process that has it.

The system drops the lock when its process ends, however it ends, so no lock is ever left behind.
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
    """Who holds a lock: what the process says about itself."""

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

    :param holder: who, as far as it can be read.
    """

    def __init__(self, holder: Holder | None) -> None:
        super().__init__(str(holder or "another process"))
        self.holder = holder


class FileLock:
    """Holds a file locked from when it is made until it is released.

    :param path: the lock's own file; it stays there when the lock is gone.
    :param about: what else others should be told, such as the address of the server.
    :raises AlreadyLocked: another process has it.
    :raises OSError: the file cannot be made.
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
        """Change what others are told."""
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
        """Give it back; a second time does nothing."""
        if self._file >= 0:
            os.ftruncate(self._file, 0)
            os.close(self._file)
            self._file = -1


def _lock(file: int) -> bool:
    """Lock an open file.

    :return: whether the disk knows locks; some network disks do not.
    :raises BlockingIOError: another process has it.
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
