"""Appending to a log what another installation has written after the same entries.

The entries go in as they are stored there, older versions too. What they erase is erased here.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from fishbowl.domain.kernel.codec import UnknownEvent
from fishbowl.domain.kernel.entries import Entry, StoredEntry
from fishbowl.domain.kernel.streams import Stream, StreamKind
from fishbowl.log import archived_sessions, erasure_list, snapshots
from fishbowl.log.erasing import erase
from fishbowl.log.erasure_lines import ErasureLine
from fishbowl.log.errors import Conflict
from fishbowl.log.rows import begin_stream, find_stream, insert_entries


def extend(
    connection: sqlite3.Connection,
    kind: StreamKind[Any],
    stream: Stream,
    before: bytes,
    entries: Sequence[StoredEntry],
) -> list[ErasureLine]:
    """Append entries to a log, inside the caller's transaction.

    :param before: the hash of the entry that they follow.
    :return: what is to be written to the list of erasures after the commit.
    :raises Conflict: there is no such log, or it does not end with that entry.
    """
    head = connection.execute(
        "select head from streams where kind = ? and key = ?", stream
    ).fetchone()
    if find_stream(connection, stream) is None or head is None or head[0] != before:
        raise Conflict(f"{stream} does not end where the entries begin")
    extent = begin_stream(connection, stream)
    insert_entries(connection, extent, entries, kind.erasable_fields)
    snapshots.remove(connection, extent.id)
    tail = erasing_entries(kind, entries)
    what = kind.erasure(entry.event for entry in tail)
    archived_sessions.remove(connection, extent.id, purge=bool(what))
    if not what:
        return []
    erase(connection, extent.id, what, kind.device_fields)
    return erasure_list.note(connection, kind, extent.id, stream.key, tail)


def erasing_entries(kind: StreamKind[Any], entries: Iterable[StoredEntry]) -> list[Entry]:
    """Those of stored entries that erase; what cannot be read erases nothing."""
    found: list[Entry] = []
    for entry in entries:
        if entry[7] in kind.erasing:
            try:
                found.append(kind.codec.loaded(entry))
            except (UnknownEvent, msgspec.DecodeError):
                continue
    return found
