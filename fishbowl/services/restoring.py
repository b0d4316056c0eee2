"""Bringing a backup back: verified before, erased of what was erased since, the old file kept."""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from fishbowl.domain.streams import KINDS
from fishbowl.host.file_lock import FileLock
from fishbowl.host.long_work import Report, ignored
from fishbowl.host.private_files import make_folder
from fishbowl.log import StoreError, open_store
from fishbowl.log.backup import copy_online, open_alone
from fishbowl.log.connection import check_ours, connect, translated, wal_of
from fishbowl.log.erasure_lines import ErasureLine
from fishbowl.log.erasure_list import ErasureFile, in_table, list_of
from fishbowl.log.exclusive_lock import hold
from fishbowl.log.file_copy import free_name, quick_check, sync
from fishbowl.log.moved_file import follow_notes, note_of
from fishbowl.log.open_database import Kinds, update_tables
from fishbowl.log.schema import check_not_newer_file
from fishbowl.log.verify import Verified, verify
from fishbowl.services.reapply_erasures import Reapplied, reapply


class Restored(NamedTuple):
    """What a restore did.

    :param verified: what the backup holds.
    :param latest_ms: when its last entry was written; 0 if it has none.
    :param aside: where the database is that was there before; ``None`` if there was none.
    :param reapplied: what was erased in the restored copy.
    """

    verified: Verified
    latest_ms: int
    aside: Path | None
    reapplied: Reapplied


@translated()
def restore(
    backup: Path,
    db: Path,
    *,
    now_ms: int,
    erasures: Path | None = None,
    accept_broken: bool = False,
    report: Report = ignored,
    kinds: Kinds = KINDS,
) -> Restored:
    """Put a backup in the place of a database.

    The backup itself is only read. Everything is prepared in a file beside the database, and takes
    its name at the very end; until then nothing is changed.

    :param db: the database; it need not exist.
    :param now_ms: the wall's time in milliseconds since 1970.
    :param erasures: the list of erasures; beside the database if left out. That of the backup, and
        what the database that is there has erased, are applied as well.
    :param accept_broken: restore also if logs in the backup are broken.
    :param kinds: the kinds of streams that it may hold; every one that there is, if left out.
    :raises InUse: a server uses the database.
    :raises StoreError: the backup cannot be used; nothing was changed.
    :raises OSError: a file cannot be written; nothing was changed.
    """
    verified, latest_ms = _checked(backup, db, accept_broken, report, kinds)
    make_folder(db.absolute().parent)
    locks = _hold(db)
    unfinished = db.with_name(f".{db.name}.restoring")
    try:
        _remove(unfinished)
        copy_online(backup, unfinished, report=report, idle=0)
        update_tables(unfinished, kinds)
        reapplied = _erase(unfinished, backup, db, erasures, now_ms, kinds)
        aside = _put_aside(db, now_ms)
        os.replace(unfinished, db)
        sync(db)
    finally:
        _remove(unfinished)
        for lock in locks:
            lock.release()
    return Restored(verified, latest_ms, aside, reapplied)


def stamp(now_ms: int) -> str:
    """An instant for the name of a file, in the machine's own time."""
    return f"{datetime.fromtimestamp(now_ms / 1000, tz=UTC).astimezone():%Y%m%d-%H%M%S}"


def _checked(
    backup: Path, db: Path, accept_broken: bool, report: Report, kinds: Kinds
) -> tuple[Verified, int]:
    """Check a backup before anything is changed.

    :raises StoreError: it is none of ours, newer, damaged, broken, or the database itself.
    """
    if not backup.is_file():
        raise StoreError(f"There is no file {backup}.")
    if db.exists() and backup.samefile(db):
        raise StoreError(f"{backup} is the database itself. Name a backup. Nothing was changed.")
    check_ours(backup)
    if wal_of(backup).exists() and wal_of(backup).stat().st_size:
        raise StoreError(
            f"{backup} has a journal {wal_of(backup).name} beside it: it is a database in use or a "
            "plain copy of one. Start Fishbowl with it once, or make a backup of it with "
            "`fishbowl backup`. Nothing was changed."
        )
    check_not_newer_file(backup)
    with closing(open_alone(backup)) as connection:
        if faults := quick_check(connection):
            raise StoreError(
                f"{backup} is damaged: {faults[0]}. Take another backup, or start Fishbowl with "
                "this one: it saves what can be read. Nothing was changed."
            )
        (latest_ms,) = connection.execute("select max(at_ms) from entries").fetchone()
    verified = _verified(backup, report, kinds)
    if verified.broken and not accept_broken:
        codes = ", ".join(sorted(verified.broken))
        raise StoreError(
            f"{len(verified.broken)} of {verified.sessions} sessions in {backup} are broken "
            f"({codes}). Take another backup, or restore it as it is with --accept-broken. "
            "Nothing was changed."
        )
    return verified, latest_ms or 0


def _verified(backup: Path, report: Report, kinds: Kinds) -> Verified:
    """Verify a backup; one of an older schema is verified once its tables are up to date."""
    with closing(open_alone(backup)) as connection:
        columns = {row[1] for row in connection.execute("pragma table_info(entries)")}
    if {"chain", "sender", "stream_id"} <= columns:
        return verify(backup, report=report, kinds=kinds)
    copy = backup.with_name(f".{backup.name}.{os.getpid()}.part")
    try:
        copy_online(backup, copy, report=report, idle=0)
        update_tables(copy, kinds)
        return verify(copy, report=report, kinds=kinds)
    finally:
        _remove(copy)


def _hold(db: Path) -> list[FileLock]:
    """Hold the database, and the file in which it went on.

    :raises InUse: a server uses it.
    """
    locks = [hold(db, {})]
    try:
        with suppress(StoreError):  # a note that leads nowhere: nobody can use that file
            went_on, _ = follow_notes(db)
            if went_on != db:
                locks.append(hold(went_on, {}))
    except BaseException:
        locks[0].release()
        raise
    return locks


def _erase(
    unfinished: Path, backup: Path, db: Path, erasures: Path | None, now_ms: int, kinds: Kinds
) -> Reapplied:
    """Erase in the copy what was erased since, from every list there is."""
    place = erasures or list_of(db)
    listed = ErasureFile(place)
    there = {one.id for one in listed.read()}
    others = {one.id: one for one in (*ErasureFile(list_of(backup)).read(), *_of_old(db))}
    listed.add(one for id, one in others.items() if id not in there)
    with closing(open_store(unfinished, kinds=kinds, erasures=place)) as store:
        return reapply(store, now_ms)


def _of_old(db: Path) -> list[ErasureLine]:
    """What the database that is replaced has in its own table; nothing if it cannot be read."""
    with suppress(StoreError, OSError, sqlite3.Error, ValueError):
        went_on, _ = follow_notes(db)
        if went_on.exists():
            with closing(connect(went_on, readonly=True)) as connection:
                return in_table(connection)
    return []


def _put_aside(db: Path, now_ms: int) -> Path | None:
    """Give the database that is there another name, with its journal and its note."""
    if not any(path.exists() for path in (db, wal_of(db), note_of(db))):
        return None
    if db.exists():
        with suppress(sqlite3.Error), closing(connect(db)) as connection:
            connection.execute("pragma wal_checkpoint(truncate)")
    aside = free_name(db, "replaced", stamp(now_ms))
    for of in (wal_of, note_of, lambda path: path):
        with suppress(FileNotFoundError):
            os.replace(of(db), of(aside))
    with suppress(FileNotFoundError):
        db.with_name(f"{db.name}-shm").unlink()
    return aside


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal", ".lock"):
        with suppress(FileNotFoundError):
            path.with_name(f"{path.name}{suffix}").unlink()
