"""What the machinery asks of an erasure, which each kind of stream declares for itself.

A log stays as long as its stream does; what it holds of people does not. A kind of stream says
which fields of which entries go, from the stored form alone, so that entries of every version can
be erased without being read as events. Nothing that is decided or folded depends on these fields.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, ClassVar, NamedTuple, Protocol

import msgspec

from fishbowl.domain.kernel.ids import Seq


class Row(NamedTuple):
    """An entry as it is stored, as far as erasing asks for it; ``fields`` are its plain JSON.

    ``command`` is the ``seq`` of the first entry of its command, by which an undo names it.
    """

    seq: int
    command: int
    type: str
    fields: Mapping[str, Any]


class Erasure(Protocol):
    """What is to be overwritten in one stream's log; false if there is nothing."""

    def __bool__(self) -> bool:
        """Whether there is anything to overwrite."""
        ...

    @property
    def people(self) -> AbstractSet[int]:
        """Whose devices are no longer told apart by the senders of their commands."""
        ...

    @property
    def everybody(self) -> bool:
        """Whether that holds for everybody."""
        ...

    @property
    def items(self) -> AbstractSet[int]:
        """Whose words were taken back: entries of the log, by number."""
        ...

    @property
    def only_items(self) -> bool:
        """Whether no entry but the items can lose anything: then no other one is read."""
        ...

    def types(self) -> tuple[str, ...]:
        """The types of entries that can lose anything; the others need not be read."""
        ...

    def fields_to_blank(self, rows: Sequence[Row]) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Say which fields of which entries are overwritten.

        :param rows: all entries of a log that have one of :meth:`types`, oldest first.
        :return: the ``seq`` of an entry and its fields; entries that lose nothing are left out.
        """
        ...


class ListedErasure(msgspec.Struct, frozen=True, kw_only=True):
    """An erasure of a kind whose erasing events list the entries: no other one is read.

    The sender of an entry says no more than somebody's number, which stays.

    :param erasable: the fields of each type of entry that can be overwritten.
    :param items: entries whose erasable fields go.
    :param kept: those of them that lose nothing: only what is kept beside the log goes, also from
        older copies of the database.
    """

    erasable: Mapping[str, frozenset[str]]
    items: frozenset[Seq] = frozenset()
    kept: frozenset[Seq] = frozenset()
    people: ClassVar[frozenset[int]] = frozenset()
    everybody: ClassVar[bool] = False
    only_items: ClassVar[bool] = True

    def __bool__(self) -> bool:
        """Whether there is anything to overwrite."""
        return bool(self.items)

    def types(self) -> tuple[str, ...]:
        """The types of entries that can lose anything."""
        return tuple(sorted(type for type, fields in self.erasable.items() if fields))

    def fields_to_blank(self, rows: Sequence[Row]) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Say which fields of which entries are overwritten."""
        for row in rows:
            if row.seq in self.items - self.kept:
                fields = self.erasable.get(row.type, frozenset())
                yield row.seq, tuple(sorted(fields & row.fields.keys()))
