"""Creates files with personal data: mode 0600, in folders with mode 0700.

All code that writes names uses this module. On Windows, which has no such modes, nothing is done,
since the user's folders are private there.
"""

import logging
import os
import stat
from pathlib import Path
from typing import IO

log = logging.getLogger(__name__)

FILE_MODE = 0o600
FOLDER_MODE = 0o700
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_DATABASE_SUFFIXES = ("", "-wal", "-shm", "-journal")


def make_folder(path: Path) -> None:
    """Create a private folder and its missing parents; existing folders are not changed.

    :raises OSError: it cannot be created.
    """
    path = path.absolute()
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    if not path.is_dir():
        raise NotADirectoryError(f"{path} is not a folder")


def make_empty(path: Path) -> None:
    """Create an empty private file.

    :raises FileExistsError: it exists.
    :raises OSError: it cannot be created.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE_MODE))


def open_for_writing(path: Path) -> IO[bytes]:
    """Open a private file for writing, and truncate it if it exists.

    :raises OSError: it cannot be written.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE)
    file = os.fdopen(descriptor, "wb")
    tighten(path)
    return file


def tighten_database(path: Path) -> None:
    """Remove other users' access to a database that an older version created.

    SQLite creates its ``-wal`` and ``-shm`` files with the mode of the database.
    """
    for suffix in _DATABASE_SUFFIXES:
        tighten(path.with_name(f"{path.name}{suffix}"))


def tighten(path: Path) -> None:
    """Remove other users' access to a file; if that is not permitted, log a warning."""
    if os.name == "nt":
        return
    try:
        if stat.S_IMODE(path.stat().st_mode) & _OTHERS:
            path.chmod(FILE_MODE)
    except FileNotFoundError:
        return
    except OSError as error:
        log.warning("%s can be read by other users of this machine: %s", path, error.strerror)
