"""Holding a database exclusively: two servers on one file would answer from stale states."""

from pathlib import Path

from fishbowl.host.file_lock import AlreadyLocked, FileLock, Holder, holder_of
from fishbowl.log.errors import StoreError


class InUse(StoreError):
    """Another process holds the database.

    :param holder: who, as far as it says.
    """

    def __init__(self, path: Path, holder: Holder | None) -> None:
        who = "another process" if holder is None else str(holder)
        super().__init__(
            f"Another Fishbowl uses the database at {path}: {who}. "
            "Stop it first, or choose another file with --db."
        )
        self.holder = holder


def lock_of(path: Path) -> Path:
    """The file that is locked while a database is held."""
    return path.with_name(path.name + ".lock")


def hold(path: Path, about: dict[str, str]) -> FileLock:
    """Hold a database.

    :param about: what others are told about this process.
    :raises InUse: another process does.
    :raises OSError: the folder refuses.
    """
    try:
        return FileLock(lock_of(path), about)
    except AlreadyLocked as error:
        raise InUse(path, error.holder) from error


def who_holds(path: Path) -> Holder | None:
    """Who holds a database now; ``None`` if nobody does."""
    return holder_of(lock_of(path))
