"""Backups: a file for each session, with its log entry by entry.

The first line says what the file is, the last one how many entries it has, so that a truncated file
is noticed. Signing keys are not part of a backup, so links and pseudonyms of phones that were made
with them are valid in the original installation only.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import click
import msgspec

from fishbowl.cli.common import note_in_audit
from fishbowl.cli.progress import progress
from fishbowl.domain.session.stream import SESSION, session_stream
from fishbowl.host.clock import SystemClock
from fishbowl.host.long_work import Report, ignored
from fishbowl.host.private_files import make_folder, open_for_writing
from fishbowl.log import Store, StoreError, open_store
from fishbowl.log.raw_entries import RawEntry
from fishbowl.services.audit import EXPORTED_ALL, IMPORTED
from fishbowl.services.import_budget import check_all
from fishbowl.services.import_checks import (
    SCHEMA,
    SUFFIX,
    Foot,
    Head,
    InvalidBackup,
    backup_entries,
)
from fishbowl.services.import_file import Found
from fishbowl.services.importing import WholeLog, log_writer

LOGS_AT_ONCE = 100
"""Sessions in one transaction, if they are short."""
NOTE = "The owner's backup, with names and words as they were given. Not for publication."


def write_all(store: Store, folder: Path, report: Report = ignored) -> int:
    """Write every session into a folder, each file whole or not at all.

    :param report: is told how many are written.
    :return: how many there are.
    :raises OSError: the folder cannot be written.
    """
    make_folder(folder)
    written = 0
    with store.moment():  # one for all of them, whatever goes on meanwhile
        listed = store.streams(SESSION.name)
        for stream, _ in listed:
            report("Writing sessions", written, len(listed))
            path = folder / f"{stream.key}{SUFFIX}"
            _write(path, stream.key, store.raw_entries(stream))
            written += 1
    return written


def _write(path: Path, code: str, entries: Iterable[RawEntry]) -> None:
    unfinished = path.with_name(f".{path.name}.part")
    count = 0
    try:
        with open_for_writing(unfinished) as file:
            file.write(_line(Head(schema=SCHEMA, code=code, note=NOTE)))
            for entry in entries:
                file.write(_line(entry))
                count += 1
            file.write(_line(Foot(entries=count)))
        os.replace(unfinished, path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _line(what: msgspec.Struct) -> bytes:
    return msgspec.json.encode(what) + b"\n"


class Imported(NamedTuple):
    """What became of the files of a folder.

    :param new: how many sessions were taken in, and ``known`` how many were there already.
    :param deleted: the codes of those that were left out, because they were deleted here.
    """

    new: int
    known: int
    deleted: list[str]


def import_all(db: Path, folder: Path, report: Report = ignored) -> Imported:
    """Import every session of a folder that is not there yet. All files are checked first.

    A running server imports them itself; otherwise the import locks the database. They are written
    a number at a time: where this is interrupted those stay, and a second import takes the others.
    What this installation has erased before is erased in them in the same transaction.

    :param report: is told how far it is.
    :raises InvalidBackup: a file cannot be taken in; then none is.
    :raises OSError: the folder cannot be read.
    :raises StoreError: the database cannot be used.
    """
    files = sorted(folder.glob(f"*{SUFFIX}"))
    if not files:
        raise InvalidBackup(
            f"There is no file of a session in {folder}; their names end in {SUFFIX}."
        )
    found = check_all(files, SystemClock().now_ms(), report=report)
    written = 0
    with log_writer(db, report) as writer:
        try:
            new = _new(writer.path, files, found, report)
            for logs in _batches(new, writer.entries_at_once):
                report("Writing sessions", written, len(new))
                writer.put(logs)
                written += len(logs)
        finally:
            if written:
                note_in_audit(writer.path, IMPORTED, count=written)
    deleted = _absent(writer.path, [one.row.code for _, one in new if one.row is not None])
    return Imported(written - len(deleted), len(files) - written, deleted)


def _absent(db: Path, codes: Sequence[str]) -> list[str]:
    with closing(open_store(db, readonly=True)) as store:
        there = {listed.stream.key for listed in store.streams(SESSION.name)}
    return [code for code in codes if code not in there]


def _new(
    db: Path, files: Sequence[Path], found: Sequence[Found], report: Report
) -> list[tuple[Path, Found]]:
    """The sessions that are not there yet.

    :raises InvalidBackup: two files hold the same session, or another log of that code is there.
    """
    new: dict[str, tuple[Path, Found]] = {}
    with closing(open_store(db, readonly=True)) as store:
        for number, (path, one) in enumerate(zip(files, found, strict=True)):
            report("Comparing with what is there", number, len(files))
            assert one.row is not None
            if one.row.code in new:
                other = new[one.row.code][0].name
                raise InvalidBackup(f"{path.name} and {other} hold the same session.")
            if not _exists(store, one.row.code, path):
                new[one.row.code] = (path, one)
    return list(new.values())


def _batches(new: Sequence[tuple[Path, Found]], entries_at_once: int) -> Iterator[list[WholeLog]]:
    """Read logs, as many at a time as belong into one transaction."""
    logs: list[WholeLog] = []
    for path, one in new:
        assert one.row is not None
        entries = list(backup_entries(path))
        logs.append(WholeLog(one.row, entries, one.about, one.searchable_texts))
        if sum(len(log.entries) for log in logs) >= entries_at_once or len(logs) >= LOGS_AT_ONCE:
            yield logs
            logs = []
    if logs:
        yield logs


def _exists(store: Store, code: str, path: Path) -> bool:
    """Whether the database has the same log.

    :raises InvalidBackup: it has another log with this code.
    """
    there = store.raw_entries(session_stream(code))
    if not there:
        return False
    if there == list(backup_entries(path)):
        return True
    raise InvalidBackup(
        f"There is another session {code} here already than the one in {path.name}."
    )


def export_all(db: Path, folder: Path) -> None:
    """The implementation of ``fishbowl export --all``."""
    try:
        with (
            closing(open_store(db, readonly=True)) as store,
            progress(kept="The files that are there are whole; run it again for all.") as report,
        ):
            count = write_all(store, folder, report)
    except (OSError, StoreError) as error:
        raise click.ClickException(_sentence(error)) from error
    note_in_audit(store.path, EXPORTED_ALL, count=count)
    sessions = "1 session" if count == 1 else f"{count} sessions"
    click.echo(f"{sessions} in {folder}. {NOTE}")


def _sentence(error: Exception) -> str:
    return f"The files cannot be written: {error}." if isinstance(error, OSError) else str(error)
