"""The capacity of this machine: free disk space and the number of connections."""

import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from fishbowl.host.open_files import connections_max

KEPT_S = 10.0
"""Seconds for which the result of a disk check is cached."""


class Storage(NamedTuple):
    """The folder of the database: whether it is writable, and its free space."""

    writable: bool
    free_bytes: int


class Machine:
    """The machine on which a server runs.

    :param db: the database file.
    """

    def __init__(self, db: Path) -> None:
        self._db = db
        self._tried: Storage | None = None
        self._tried_s = float("-inf")

    def storage(self) -> Storage:
        """Check the disk by writing a temporary file beside the database; the result is cached."""
        now_s = time.monotonic()
        if self._tried is None or now_s - self._tried_s > KEPT_S:
            self._tried, self._tried_s = self._try(), now_s
        return self._tried

    def _try(self) -> Storage:
        folder = self._db.absolute().parent
        try:
            free_bytes = shutil.disk_usage(folder).free
            with tempfile.TemporaryFile(dir=folder) as probe:
                probe.write(b"fishbowl")
                probe.flush()
                os.fsync(probe.fileno())
        except OSError:
            return Storage(writable=False, free_bytes=0)
        return Storage(os.access(self._db, os.W_OK), free_bytes)

    def free_bytes(self) -> int | None:
        """How much space is free beside the database; ``None`` where the system does not say."""
        try:
            return shutil.disk_usage(self._db.absolute().parent).free
        except OSError:
            return None

    def connections_max(self) -> int | None:
        """How many connections this process may have; ``None`` if the system has no limit."""
        return connections_max()
