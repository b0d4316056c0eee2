"""Files with names are readable by their owner alone: mode 0600, in folders with mode 0700.

Everything that writes names goes through this module. Where the system has no such modes
(Windows), the user's own folders are private already and nothing is done.
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
    """Make a folder and what is missing above it, for nobody else; one that exists stays as it is.

    :raises OSError: it cannot be made.
    """
    path = path.absolute()
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    if not path.is_dir():
        raise NotADirectoryError(f"{path} is not a folder")


def make_empty(path: Path) -> None:
    """Make an empty file that nobody else can read.

    :raises FileExistsError: there is one.
    :raises OSError: the folder refuses.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE_MODE))


def open_for_writing(path: Path) -> IO[bytes]:
    """Open a file for writing from its start, for nobody else, whether or not it is there.

    :raises OSError: it cannot be written.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE)
    file = os.fdopen(descriptor, "wb")
    tighten(path)
    return file


def tighten_database(path: Path) -> None:
    """Take other users' access to a database away that was made by an older program.

    SQLite gives the files beside it (``-wal``, ``-shm``) the mode of the database from then on.
    """
    for suffix in _DATABASE_SUFFIXES:
        tighten(path.with_name(f"{path.name}{suffix}"))


def tighten(path: Path) -> None:
    """Take other users' access to a file away. What is not ours is left, with a warning."""
    if os.name == "nt":
        return
    try:
        if stat.S_IMODE(path.stat().st_mode) & _OTHERS:
            path.chmod(FILE_MODE)
    except FileNotFoundError:
        return
    except OSError as error:
        log.warning("%s can be read by other users of this machine: %s", path, error.strerror)
