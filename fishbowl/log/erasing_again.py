"""What a line of the list of erasures comes to in a file that still holds what it erases.

What the line names is asked for again, as an entry of its own under an id made from the line, so
that a second time does nothing. In a log that cannot be folded the words are overwritten all the
same.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple, cast

import msgspec

from fishbowl.domain.kernel.codec import UnknownEvent
from fishbowl.domain.kernel.entries import Entry, Event
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.kernel.streams import Stream, StreamKind
from fishbowl.log import erasure_list
from fishbowl.log.effects import (
    AnyEffect,
    DeleteStream,
    DropArchived,
    Erase,
    KeepErasures,
    PutRow,
    deletion_effects,
)
from fishbowl.log.erasure_lines import ErasureLine, again_id
from fishbowl.log.errors import StoreError
from fishbowl.log.rows import read_entries

Outcome = Literal["nothing", "erased", "overwritten", "deleted"]


class Again(NamedTuple):
    """What is to be written.

    :param outcome: what that is; ``overwritten`` if the log cannot be folded.
    """

    outcome: Outcome
    entries: Mapping[Stream, Sequence[Entry]]
    effects: Sequence[AnyEffect]


def again(
    connection: sqlite3.Connection,
    kinds: Mapping[str, StreamKind[Any]],
    line: ErasureLine,
    now_ms: int,
) -> Again:
    """Say what applies a line to a file, and notes it there.

    :param now_ms: the time of the entries.
    :raises StoreError: the line was written by a newer program.
    """
    kind = kinds.get(line.kind)
    if kind is None:
        raise StoreError(_newer(line.kind))
    noted = KeepErasures(lines=(line,))
    if not erasure_list.is_due(connection, line):
        return Again("nothing", {}, [noted])
    if line.is_deletion:
        deletion = DeleteStream(stream=line.stream, at_ms=line.at_ms)
        return Again("deleted", {}, [*deletion_effects(line.stream), deletion, noted])
    event = _event(kind, line)
    drop = DropArchived(stream=line.stream, purge=True)
    try:
        state = kind.fold(read_entries(connection, kind, line.stream.key))
        if state is None:
            raise ValueError("there is no entry")
        entries = _entries(kind, state, event, line, Millis(max(now_ms, state.at_ms)))
        after = kind.fold(entries, state)
        row = PutRow(stream=line.stream, row=kind.row(after))
        what = kind.erasure(entry.event for entry in entries)
    except (StoreError, ValueError, LookupError, TypeError):
        what = _only(kind.erasure([event]), erasure_list.present(connection, line))
        return Again("overwritten", {}, [Erase(stream=line.stream, what=what), drop, noted])
    erase = Erase(stream=line.stream, what=what)
    return Again("erased", {line.stream: entries}, [row, erase, drop, noted])


def _event(kind: StreamKind[Any], line: ErasureLine) -> Event:
    try:
        return line.event(kind)
    except (UnknownEvent, msgspec.DecodeError) as error:
        raise StoreError(_newer(line.type)) from error


def _newer(what: str) -> str:
    return (
        f"The list of erasures was written by a newer Fishbowl ({what}); update Fishbowl "
        "to open this database, so that nothing that was erased comes back."
    )


def _entries(
    kind: StreamKind[Any], state: Any, event: Event, line: ErasureLine, now_ms: Millis
) -> list[Entry]:
    entry = cast(type[Entry], kind.codec.entry)
    return [
        entry(
            seq=Seq(state.seq + 1 + part),
            command_id=again_id(line),
            part=part,
            at_ms=now_ms,
            actor=0,
            role=Role(line.role),
            event=each,
        )
        for part, each in enumerate(kind.again(state, event, now_ms))
    ]


def _only(what: Any, present: frozenset[int]) -> Any:
    """An erasure without the people and items of another log."""
    fields = {"people", "items"}.intersection(what.__struct_fields__)
    return msgspec.structs.replace(
        what,
        **{field: frozenset(n for n in getattr(what, field) if n in present) for field in fields},
    )
