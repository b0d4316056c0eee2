"""What commits with the entries of any stream: its row, and what the entries erase."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from fishbowl.domain.kernel.streams import StateT, Stream, StreamKind
from fishbowl.log.effects import AnyEffect, Erase, PutRow

Effects = Callable[[Stream, Any, Sequence[Any]], Iterable[AnyEffect]]
"""Says what commits with new entries: given the stream, its state after them, and the entries."""


def kind_effects(kind: StreamKind[StateT]) -> Effects:
    """Say what commits with the entries of a kind that has nothing else to store."""

    def effects(stream: Stream, state: StateT, entries: Sequence[Any]) -> Iterator[AnyEffect]:
        yield PutRow(stream=stream, row=kind.row(state))
        what = kind.erasure(entry.event for entry in entries)
        if what:
            yield Erase(stream=stream, what=what)

    return effects
