"""Which stored words are overwritten by what happens, field by field.

A log stays as long as its session does; what it holds of people does not. This module says which
fields of which entries go, from the stored form alone, so that entries of every version can be
erased without being read as events. Nothing that is decided or folded depends on these fields.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import ClassVar

import msgspec

from fishbowl.domain.kernel.erasure import Row
from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.session import events as e
from fishbowl.domain.session.events.base import ITSELF, WHO
from fishbowl.domain.session.ids import PersonId

NAMES = frozenset(name for name, kind in e.EVENT_TYPES.items() if kind.words_of == WHO)
"""Entries that say who somebody is, or where: they go whatever was published."""

ITEM_OF: Mapping[str, str] = {
    name: "" if kind.words_of == ITSELF else kind.words_of
    for name, kind in e.EVENT_TYPES.items()
    if kind.words_of not in (None, WHO)
}
"""Entries that hold words, and the field that names what the words are of; empty: the entry."""

_REWORDED = e.TakeawayReworded.name
"""Told instead of what its author wrote; without words, the author's hold again."""
_ENDS = e.ItemClosed.name
"""Its words are about an item, beside the item's own."""
_REOPENED = e.ItemReopened.name
"""Takes the words back with which an item was closed."""


ERASING = frozenset({
    "person.forgotten", "everybody.forgotten", "wifi.erased", "question.taken_back",
    "takeaway.withdrawn", "answer.taken_back", "point.withdrawn",
})  # fmt: skip
"""The stored names of events that erase; ``tests/log/test_erasure_list.py`` checks them."""

DEVICE_FIELDS: Mapping[str, str] = {"person.joined": "", "person.moved_device": "person"}
"""Entries without an actor that come from a person's device, and the field that names the person;
empty: the entry itself."""


class Erasure(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be overwritten in one session's log.

    :param people: whose names, words and device pseudonyms go.
    :param items: what was taken back by whoever wrote it; its words go in every version.
    :param wifi: the password of the Wi-Fi goes.
    :param everybody: names, pseudonyms and words of everybody go, but for the latest words of the
        items in ``kept``, and for what stands around the summary if ``keeps_summary``.
    """

    people: frozenset[PersonId] = frozenset()
    items: frozenset[Seq] = frozenset()
    wifi: bool = False
    everybody: bool = False
    kept: frozenset[Seq] = frozenset()
    keeps_summary: bool = False
    only_items: ClassVar[bool] = False

    def __bool__(self) -> bool:
        """Whether there is anything to overwrite."""
        return bool(self.people or self.items or self.wifi or self.everybody)

    def types(self) -> tuple[str, ...]:
        """The types of entries that can lose anything; the others need not be read."""
        found: set[str] = set(ITEM_OF) if self.items else set()
        if self.everybody:  # they say which wording was published
            found |= {e.ActionUndone.name, _REOPENED}
        for name, kind in e.EVENT_TYPES.items():
            if self.wifi and kind.secrets:
                found.add(name)
            if (self.people or self.everybody) and (kind.erasable or kind.pseudonyms):
                found.add(name)
            if self.everybody and (kind.record or kind.names):
                found.add(name)
        return tuple(sorted(found))

    def fields_to_blank(self, rows: Sequence[Row]) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Say which fields of which entries are overwritten: see :func:`fields_to_blank`."""
        return fields_to_blank(self, rows)


@cache
def erasable_fields(type: str) -> frozenset[str]:
    """The fields of an entry that can ever be overwritten, as its event declares them.

    The hash chain of a log leaves them out, so what was released for a type and version never
    changes: ``tests/log/erasable.json`` holds it.

    :param type: the stored name of the event; an unknown one has no such fields.
    """
    kind = e.EVENT_TYPES.get(type)
    if kind is None:
        return frozenset()
    return frozenset((*kind.erasable, *kind.pseudonyms, *kind.record, *kind.names, *kind.secrets))


def erasure(events: Iterable[e.Event]) -> Erasure:
    """Work out what events erase in the log that they are appended to; usually nothing."""
    people: set[PersonId] = set()
    items: set[Seq] = set()
    wifi = False
    last: e.EverybodyForgotten | None = None
    for event in events:
        if isinstance(event, e.PersonForgotten):
            people.add(event.person)
        elif isinstance(event, e.WifiErased):
            wifi = True
        elif isinstance(event, e.EverybodyForgotten):
            last = event
        elif (item := e.overwrites(event)) is not None:
            items.add(item)
    return Erasure(
        people=frozenset(people),
        items=frozenset(items),
        wifi=wifi,
        everybody=last is not None,
        kept=frozenset() if last is None else frozenset(last.kept),
        keeps_summary=last is not None and last.keeps_summary,
    )


def fields_to_blank(what: Erasure, rows: Sequence[Row]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Say which fields of which entries are overwritten.

    :param rows: all entries of a log that have one of :meth:`Erasure.types`, oldest first.
    :return: the ``seq`` of an entry and its fields; entries that lose nothing are left out.
    """
    told = _last_words(rows, what.kept) if what.everybody else frozenset()
    for row in rows:
        kind = e.EVENT_TYPES.get(row.type)
        if kind is None:
            continue
        fields = [*_of_people(what, row, kind), *_of_everybody(what, row, kind, told)]
        if what.wifi:
            fields += kind.secrets
        held = tuple(field for field in dict.fromkeys(fields) if field in row.fields)
        if held:
            yield row.seq, held


def _of_people(what: Erasure, row: Row, kind: type[e.Event]) -> Iterator[str]:
    if _person(row) in what.people:
        yield from kind.erasable
        yield from kind.pseudonyms
    if row.type in ITEM_OF and _item(row) in what.items:
        yield from kind.erasable


def _of_everybody(
    what: Erasure, row: Row, kind: type[e.Event], told: frozenset[int]
) -> Iterator[str]:
    if not what.everybody:
        return
    yield from kind.pseudonyms
    yield from kind.names
    if row.type in NAMES:
        yield from kind.erasable
    elif row.type in ITEM_OF:
        if row.seq not in told and not _is_facilitators_topic(row):
            yield from kind.erasable
            yield from kind.record
    elif not what.keeps_summary:
        yield from kind.record


def _last_words(rows: Sequence[Row], kept: frozenset[Seq]) -> frozenset[int]:
    """The entries that hold the words of the kept items as they were published: the latest ones.

    A wording whose action was undone was not published, and what it had replaced was.
    """
    undone = _undone(rows)
    latest: dict[tuple[bool, int], int] = {}
    reworded: dict[tuple[bool, int], int] = {}
    for row in rows:
        kind = e.EVENT_TYPES.get(row.type)
        if kind is None or (row.command in undone and kind.undo != "never"):
            continue
        if row.type == _REOPENED:
            latest.pop((True, int(row.fields.get("item") or 0)), None)
        if row.type not in ITEM_OF or (item := _item(row)) not in kept:
            continue
        place = (row.type == _ENDS, item)
        reworded.pop(place, None)
        if row.type != _REWORDED:
            latest[place] = row.seq
        elif row.fields.get("words"):
            reworded[place] = row.seq
    return frozenset({**latest, **reworded}.values())


def _undone(rows: Sequence[Row]) -> frozenset[int]:
    """The commands whose actions are undone in the end; the undo of an undo is the redo."""
    undone: set[int] = set()
    for row in reversed(rows):  # an undo is undone only by later ones
        if row.type == e.ActionUndone.name and row.command not in undone:
            undone.add(int(row.fields.get("action") or 0))
    return frozenset(undone)


def _item(row: Row) -> int:
    field = ITEM_OF[row.type]
    return int(row.fields.get(field) or 0) if field else row.seq


def _person(row: Row) -> int | None:
    if row.type in ("person.joined", "person.added"):
        return row.seq
    person = row.fields.get("person")
    return person if isinstance(person, int) else None


def _is_facilitators_topic(row: Row) -> bool:
    """Whether a new title was given to a topic that nobody in the room has suggested."""
    return row.type == "topic.renamed" and row.fields.get("person") is None
