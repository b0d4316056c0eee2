"""What is overwritten in the log of a series, and when.

Nothing that is folded depends on the fields that are overwritten: an event that erases removes what
they said from the state as well. An event lists the entries that it erases, so no other one is
read. The sender of an entry says no more than a member's number, which stays.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

import msgspec

from fishbowl.domain.kernel.erasure import Row
from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.series import events as e

ERASING = frozenset({e.ComersForgotten.name, e.MemberForgotten.name, e.TurnsForgotten.name})
"""The stored names of the events that erase."""


class Erasure(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be overwritten: entries whose erasable fields go."""

    items: frozenset[Seq] = frozenset()
    people: ClassVar[frozenset[int]] = frozenset()
    everybody: ClassVar[bool] = False
    only_items: ClassVar[bool] = True

    def __bool__(self) -> bool:
        """Whether there is anything to overwrite."""
        return bool(self.items)

    def types(self) -> tuple[str, ...]:
        """The types of entries that can lose anything."""
        return tuple(sorted(kind.name for kind in e.EVENTS if kind.erasable))

    def fields_to_blank(self, rows: Sequence[Row]) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Say which fields of which entries are overwritten."""
        for row in rows:
            if row.seq in self.items:
                yield row.seq, tuple(sorted(erasable_fields(row.type) & row.fields.keys()))


def erasable_fields(type: str) -> frozenset[str]:
    """The fields of an entry that can ever be overwritten; the hash chain leaves them out.

    :param type: the stored name of the event; an unknown one has no such fields.
    """
    kind = e.EVENT_TYPES.get(type)
    return frozenset() if kind is None else frozenset(kind.erasable)


def erasure(events: Iterable[e.Event]) -> Erasure:
    """Work out what events erase in the log that they are appended to; usually nothing."""
    items: set[Seq] = set()
    for event in events:
        if isinstance(event, e.ComersForgotten | e.MemberForgotten | e.TurnsForgotten):
            items.update(event.entries)
    return Erasure(items=frozenset(items))
