"""A second kind of stream, as small as one can be: shelves, on which people put books.

It declares what it is made of, and nothing of the log, the writer, snapshots or erasing is written
again for it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

import msgspec

from fishbowl.domain.kernel import entries as kernel
from fishbowl.domain.kernel.codec import Codec
from fishbowl.domain.kernel.erasure import Row
from fishbowl.domain.kernel.errors import AlreadyTrue
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.kernel.streams import Asked, Decision, StreamKind, StreamRow


class BookPut(kernel.Event, frozen=True, kw_only=True):
    """Somebody has put a book on the shelf, and said who they are."""

    name: ClassVar[str] = "book.put"
    title: str
    by: str


class GiverForgotten(kernel.Event, frozen=True, kw_only=True):
    """Who put a book is forgotten; the book stays."""

    name: ClassVar[str] = "giver.forgotten"
    book: int


class Entry(kernel.Entry, frozen=True, kw_only=True):
    event: BookPut | GiverForgotten


class PutBook(msgspec.Struct, frozen=True, kw_only=True):
    """The one command: put a book, or with ``forget`` forget who put one."""

    title: str = ""
    by: str = ""
    forget: int = 0


class Shelf(msgspec.Struct, frozen=True, kw_only=True):
    seq: Seq
    at_ms: Millis
    label: str
    books: dict[int, tuple[str, str]]
    """Title and giver, by the number of the entry."""


class ShelfRow(StreamRow, frozen=True, kw_only=True):
    label: str
    books: int = 0


class Erasure(msgspec.Struct, frozen=True):
    people: frozenset[int] = frozenset()
    everybody: ClassVar[bool] = False
    only_items: ClassVar[bool] = False
    items: ClassVar[frozenset[int]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.people)

    def types(self) -> tuple[str, ...]:
        return ("book.put",)

    def fields_to_blank(self, rows: Sequence[Row]) -> Iterator[tuple[int, tuple[str, ...]]]:
        return ((row.seq, ("by",)) for row in rows if row.seq in self.people)


def evolve(shelf: Shelf | None, entry: Entry) -> Shelf:
    event, books = entry.event, {} if shelf is None else shelf.books
    if isinstance(event, BookPut):
        books = {**books, entry.seq: (event.title, event.by)}
        label = event.title[:1] if shelf is None else shelf.label
    else:
        assert shelf is not None
        label = shelf.label
    return Shelf(seq=entry.seq, at_ms=entry.at_ms, label=label, books=books)


def decide(shelf: Shelf | None, command: PutBook, asked: Asked) -> Decision:
    if command.forget:
        assert shelf is not None
        if not shelf.books[command.forget][1]:
            raise AlreadyTrue
        return Decision(0, [GiverForgotten(book=command.forget)])
    return Decision(0, [BookPut(title=command.title, by=command.by)])


def erasure(events: Iterable[BookPut | GiverForgotten]) -> Erasure:
    return Erasure(frozenset(e.book for e in events if isinstance(e, GiverForgotten)))


def erase(shelf: Shelf, what: Erasure) -> Shelf:
    books = {
        seq: (title, "" if seq in what.people else by) for seq, (title, by) in shelf.books.items()
    }
    return msgspec.structs.replace(shelf, books=books)


def row(shelf: Shelf) -> ShelfRow:
    return ShelfRow(label=shelf.label, books=len(shelf.books), next_deadline_ms=shelf.at_ms + 1)


EVENTS: Mapping[str, type[kernel.Event]] = {kind.name: kind for kind in (BookPut, GiverForgotten)}

SHELF: StreamKind[Shelf] = StreamKind(
    name="shelf",
    codec=Codec(Entry, EVENTS, {}),
    evolve=evolve,
    decide=decide,
    erasable_fields=lambda type: frozenset({"by"}) if type == "book.put" else frozenset(),
    erasure=erasure,
    erasing=frozenset({GiverForgotten.name}),
    device_fields={"book.put": ""},
    erase=erase,
    table="shelves",
    row_type=ShelfRow,
    row=row,
    key_of=lambda shelf: shelf.label,
    pack=msgspec.msgpack.encode,
    unpack=lambda data: msgspec.msgpack.decode(data, type=Shelf),
)
