"""Whether the files under an open connection are still those at the path.

A folder sync, a restore or a careless hand can delete or replace the database or its write-ahead
log while the server runs. The open connection goes on writing to files that nobody will find
again, so every acknowledgement asks here first.
"""

import os
from pathlib import Path
from typing import Literal

from fishbowl.log.connection import wal_of

Touched = Literal["", "deleted", "replaced", "journal_deleted", "journal_replaced"]
"""What happened to the files from outside; empty for nothing."""

_Identity = tuple[int, int]


class FileGuard:
    """Remembers the device and inode of a database and of its write-ahead log.

    :param path: the database, with an open connection to it.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._wal = path, wal_of(path)
        self._file = _identity(self._path)
        self._journal = _identity(self._wal)
        self.reliable = self._file is not None and self._file == _identity(self._path)
        """Whether two looks were alike; on some network and overlay disks they are not, and then
        nothing is checked."""

    def touched(self) -> Touched:
        """Look at the path again."""
        if not self.reliable:
            return ""
        now = _identity(self._path)
        if now != self._file:
            return "deleted" if now is None else "replaced"
        journal = _identity(self._wal)
        if self._journal is None:
            self._journal = journal  # it is made by the first write
        elif journal != self._journal:
            return "journal_deleted" if journal is None else "journal_replaced"
        return ""


def _identity(path: Path) -> _Identity | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
