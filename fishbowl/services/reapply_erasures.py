"""Erasing in an older copy of a database what was erased since it was made.

It runs before such a copy is served: at every start, after a restore, and when a standby takes
over. The list is :mod:`fishbowl.log.erasure_list`. What it names is asked for again, as an entry
of its own under an id made from the line, so that a second time does nothing. A log that cannot be
folded has the words overwritten all the same.
"""

from typing import Any, NamedTuple, cast

import msgspec

from fishbowl.domain.kernel.codec import UnknownEvent
from fishbowl.domain.kernel.entries import Entry, Event
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.kernel.streams import StreamKind
from fishbowl.log import Conflict, Store, StoreError, Unavailable
from fishbowl.log.effects import AnyEffect, DeleteStream, DropArchived, Erase, KeepErasures
from fishbowl.log.erasure_lines import ErasureLine, again_id
from fishbowl.services.effects import deletion_effects
from fishbowl.services.kinds import effects_of


class Reapplied(NamedTuple):
    """What was erased again.

    :param erasures: how many entries' worth of words.
    :param deletions: how many streams, such as sessions.
    :param broken: the keys of streams whose logs cannot be folded; their words are overwritten.
    """

    erasures: int
    deletions: int
    broken: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether anything was done."""
        return bool(self.erasures or self.deletions)

    def __str__(self) -> str:
        """Say it in a sentence."""
        parts = []
        if self.erasures:
            parts.append(f"{self.erasures} erased {'entry' if self.erasures == 1 else 'entries'}")
        if self.deletions:
            parts.append(f"{self.deletions} deleted session{'' if self.deletions == 1 else 's'}")
        return f"Erased again what was erased since this copy was made: {' and '.join(parts)}."


def reapply(store: Store, now_ms: int) -> Reapplied:
    """Erase in a database what its list names and this copy still holds.

    Lines that do not concern this file do nothing.

    :param store: nobody else writes to it.
    :param now_ms: session time.
    :raises StoreError: a line was written by a newer program, or the database cannot be used.
    """
    erasures = deletions = 0
    broken: list[str] = []
    for one in store.erased_elsewhere():
        kind = _kind(store, one)
        if store.is_due(one):
            if one.is_deletion:
                deletion = DeleteStream(stream=one.stream, at_ms=one.at_ms)
                store.append({}, [*deletion_effects(one.stream), deletion])
                deletions += 1
            else:
                erasures += 1
                if not _append_again(store, kind, one, now_ms):
                    _overwrite(store, kind, one)
                    broken.append(one.code or one.kind)
        store.append({}, [KeepErasures(lines=(one,))])
    if erasures or deletions:
        while store.tidy():
            pass
    return Reapplied(erasures, deletions, tuple(dict.fromkeys(broken)))


def _kind(store: Store, one: ErasureLine) -> StreamKind[Any]:
    """The kind of the stream that a line is about.

    :raises StoreError: this program does not know it.
    """
    kind = store.kind(one.kind)
    if kind is None:
        raise StoreError(_newer(one.kind))
    return kind


def _event(kind: StreamKind[Any], one: ErasureLine) -> Event:
    try:
        return one.event(kind)
    except (UnknownEvent, msgspec.DecodeError) as error:
        raise StoreError(_newer(one.type)) from error


def _newer(what: str) -> str:
    return (
        f"The list of erasures was written by a newer Fishbowl ({what}); update Fishbowl "
        "to open this database, so that nothing that was erased comes back."
    )


def _append_again(store: Store, kind: StreamKind[Any], one: ErasureLine, now_ms: int) -> bool:
    """Ask again for what was erased, as an entry of its own.

    :return: whether that was possible; not in a log that cannot be folded.
    """
    event = _event(kind, one)
    try:
        state = store.folded(one.stream)
        if state is None:
            return False
        entries = _entries(kind, state, event, one, Millis(max(now_ms, state.at_ms)))
        after = kind.fold(entries, state)
        effects: list[AnyEffect] = [*effects_of(kind)(one.stream, after, entries)]
        store.append({one.stream: entries}, [*effects, DropArchived(stream=one.stream, purge=True)])
    except (Unavailable, OSError):
        raise  # it is the file, not this log
    except (StoreError, Conflict, ValueError, LookupError, TypeError):
        return False
    return True


def _entries(
    kind: StreamKind[Any], state: Any, event: Event, one: ErasureLine, now_ms: Millis
) -> list[Entry]:
    entry = cast(type[Entry], kind.codec.entry)
    return [
        entry(
            seq=Seq(state.seq + 1 + part),
            command_id=again_id(one),
            part=part,
            at_ms=now_ms,
            actor=0,
            role=Role(one.role),
            event=each,
        )
        for part, each in enumerate(kind.again(state, event, now_ms))
    ]


def _overwrite(store: Store, kind: StreamKind[Any], one: ErasureLine) -> None:
    """Overwrite the words of a line in a log that cannot be folded."""
    what = _only(kind.erasure([_event(kind, one)]), store.present(one))
    drop = DropArchived(stream=one.stream, purge=True)
    store.append({}, [Erase(stream=one.stream, what=what), drop])


def _only(what: Any, present: frozenset[int]) -> Any:
    """An erasure without the people and items of another log."""
    fields = {"people", "items"}.intersection(what.__struct_fields__)
    return msgspec.structs.replace(
        what,
        **{field: frozenset(n for n in getattr(what, field) if n in present) for field in fields},
    )
