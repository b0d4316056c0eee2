"""Backups of a database beside its server, once or again and again, the last ones kept."""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from fishbowl.domain.streams import KINDS
from fishbowl.host.clock import wall_ms
from fishbowl.host.file_lock import AlreadyLocked, FileLock
from fishbowl.host.long_work import Report, ignored
from fishbowl.host.private_files import make_folder, open_for_writing
from fishbowl.log import StoreError, open_store
from fishbowl.log.backup import copy_online
from fishbowl.log.connection import check_ours, translated, wal_of
from fishbowl.log.erasure_list import list_of
from fishbowl.log.exclusive_lock import lock_of
from fishbowl.log.file_copy import sync
from fishbowl.log.open_database import Kinds
from fishbowl.log.verify import Verified, verify

STAMP = "%Y%m%d-%H%M%S"
_STAMPED = re.compile(r"\.\d{8}-\d{6}$")


class Backup(NamedTuple):
    """A backup that was made.

    :param path: the file.
    :param verified: what it holds.
    :param removed: how many older ones were removed for it.
    """

    path: Path
    verified: Verified
    removed: int = 0


class Failed(NamedTuple):
    """A backup that could not be made; the next one is tried all the same."""

    why: str


@translated()
def back_up(
    db: Path,
    target: Path,
    *,
    erasures: Path | None = None,
    report: Report = ignored,
    known: Mapping[str, bytes] | None = None,
    kinds: Kinds = KINDS,
) -> Backup:
    """Copy a database, verify the copy, and only then give it its name.

    The list of erasures is copied beside it. A backup of that name is replaced in one step; a
    database in use, and a file that is no database of ours, never is.

    :param erasures: where the list is; beside the database if left out.
    :param kinds: the kinds of streams that it may hold; every one that there is, if left out.
    :param known: what :func:`~fishbowl.log.verify.verify` need not fold again.
    :raises StoreError: the database cannot be used, the target may not be replaced, or a log in
        the copy is broken; no file was made and none replaced.
    :raises OSError: it cannot be written.
    """
    source = _source(db, kinds)
    _check_target(target, source)
    make_folder(target.absolute().parent)
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        copy_online(source, unfinished, report=report)
        verified = verify(unfinished, report=report, known=known, kinds=kinds)
        if verified.broken:
            code, why = next(iter(verified.broken.items()))
            raise StoreError(
                f"{len(verified.broken)} of {verified.sessions} sessions in the copy are broken, "
                f"for example {code}: {why}. It was not kept; `fishbowl verify` tells more."
            )
        _copy_list(erasures or list_of(db), list_of(target))
        os.replace(unfinished, target)
        sync(target)
    finally:
        with suppress(FileNotFoundError):
            unfinished.unlink()
    return Backup(target, verified)


def stamped(target: Path, now_ms: int) -> Path:
    """The name of one of many backups: ``talks.20261130-094500.db``, in the machine's own time."""
    at = datetime.fromtimestamp(now_ms / 1000, tz=UTC).astimezone()
    return target.with_name(f"{target.stem}.{at:{STAMP}}{target.suffix}")


def keep_last(target: Path, keep: int) -> int:
    """Remove the oldest of many backups, and the lists beside them.

    :param target: the name that they were made from; no other file is touched.
    :return: how many were removed.
    """
    found = sorted(
        path
        for path in target.absolute().parent.glob(f"{_escaped(target.stem)}.*{target.suffix}")
        if _STAMPED.search(path.stem)
    )
    too_many = found[:-keep]
    for path in too_many:
        path.unlink(missing_ok=True)
        list_of(path).unlink(missing_ok=True)
    return len(too_many)


def _escaped(text: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in text)


def _source(db: Path, kinds: Kinds) -> Path:
    store = open_store(db, kinds=kinds, readonly=True)
    store.close()
    return store.path


def _check_target(target: Path, source: Path) -> None:
    if not target.exists():
        if wal_of(target).exists():
            raise StoreError(
                f"{wal_of(target).name} is beside {target}: it belongs to a database that was "
                "there. Choose another name. Nothing was changed."
            )
        return
    if target.samefile(source) or _is_held(target) or wal_of(target).exists():
        raise StoreError(
            f"{target} is a database in use. Choose another name for the backup. "
            "Nothing was changed."
        )
    try:
        check_ours(target)
    except StoreError as error:
        raise StoreError(
            f"{target} is there already and is no backup of Fishbowl's. Choose another name. "
            "Nothing was changed."
        ) from error


def _is_held(path: Path) -> bool:
    """Whether a server uses a database; a lock that nobody made is not made here."""
    if not lock_of(path).exists():
        return False
    try:
        FileLock(lock_of(path), {}).release()
    except AlreadyLocked:
        return True
    return False


def _copy_list(source: Path, target: Path) -> None:
    """Copy the list of erasures, so that a backup that is carried elsewhere has it."""
    try:
        content = source.read_bytes()
    except FileNotFoundError:
        content = b""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    with open_for_writing(unfinished) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(unfinished, target)


def attempt(
    db: Path,
    target: Path,
    keep: int,
    known: Mapping[str, bytes],
    *,
    erasures: Path | None = None,
    report: Report = ignored,
) -> Backup | Failed:
    """Make one of many backups, and remove those that are too many; never raises for the file.

    Older backups are removed only after a new one was made.
    """
    try:
        made = back_up(
            db, stamped(target, wall_ms()), erasures=erasures, report=report, known=known
        )
        return made._replace(removed=keep_last(target, keep))
    except (StoreError, OSError) as error:
        return Failed(str(error))
