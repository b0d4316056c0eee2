"""Streams: each is a log of one kind, and a kind is declared by what it is made of.

The log, the writer, snapshots and erasing work on any stream. They know a kind by its
:class:`StreamKind` alone.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

import msgspec

from fishbowl.domain.kernel.codec import Codec
from fishbowl.domain.kernel.entries import Entry
from fishbowl.domain.kernel.erasure import Erasure
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.kernel.roles import Role


class Stream(NamedTuple):
    """Names one log: ``session/WAVE47``, or ``community`` where there is one of a kind.

    :param kind: the name of a :class:`StreamKind`.
    :param key: which of that kind; empty where there is only one.
    """

    kind: str
    key: str = ""

    def __str__(self) -> str:
        return f"{self.kind}/{self.key}" if self.key else self.kind


class State(Protocol):
    """What the machinery asks of a folded stream."""

    @property
    def seq(self) -> Seq:
        """The last entry that was folded."""
        ...

    @property
    def at_ms(self) -> Millis:
        """The instant of that entry."""
        ...


class StreamRow(msgspec.Struct, frozen=True, kw_only=True):
    """What a list of streams tells about one, without its log; each kind adds its own fields.

    ``next_deadline_ms`` is when time acts next in the stream, if nothing happens until then;
    ``None`` if never. ``deadline_known`` is false in rows of older programs, which did not say it.
    """

    next_deadline_ms: int | None = None
    deadline_known: bool = True


class Asked(NamedTuple):
    """What a decision may know beside the state and the command.

    :param now_ms: the time of the stream.
    :param key: the pseudonym of the sender's device; empty if there is none.
    :param draw: a random number from 0 to 2**53 - 1; whoever uses it writes it into the event.
    """

    now_ms: Millis
    role: Role
    key: str
    draw: int


class Decision(NamedTuple):
    """What a command causes.

    :param actor: the number of the person who sent it, or 0.
    :param events: events of the kind, oldest first; never empty.
    """

    actor: int
    events: Sequence[Any]


StateT = TypeVar("StateT", bound=State)


def _itself(state: Any, event: Any, now_ms: Millis) -> Sequence[Any]:
    return (event,)


def _never(*_: Any) -> bool:
    return False


class StreamKind(msgspec.Struct, Generic[StateT], frozen=True, kw_only=True, eq=False):
    """Declares a kind of stream.

    All functions are pure. An entry that is in a log has happened: ``evolve`` refuses nothing.

    :param name: stands before the slash in the names of its streams.
    :param codec: reads its entries.
    :param is_old: whether an entry has to be brought up to date by ``upcast``.
    :param upcast: completes the entries of older programs, given a log from its first entry on.
    :param evolve: the state after one more entry; ``None`` before the first.
        Raises ``ValueError`` if the entry does not follow the state.
    :param decide: what a command causes. Raises ``Rejected`` or ``AlreadyTrue``.
    :param erasable_fields: the fields of an entry of a type that can ever be overwritten. The hash
        chain leaves them out, so what was released for a type never changes.
    :param erasure: what events erase in the log that they are appended to.
    :param erasing: the stored names of the events that erase, in any version.
    :param device_fields: types of entries without an actor that come from a person's device, and
        the field that names the person; empty if it is the entry itself.
    :param erase: the state that a fold of the erased log gives, without that fold.
    :param again: what an erasing event comes to in an earlier state of its stream, where an older
        copy is erased by it again; given the state, the event and the time. Itself, if left out.
    :param needs_log: whether a state does not tell which of its words go.
    :param row: what a list tells about a stream; its type is ``row_type``, its table ``table``.
    :param pack: a state as bytes, for a snapshot.
    :param unpack: the state of such bytes; raises ``ValueError``, ``LookupError``, ``TypeError``,
        ``UnknownEvent`` or ``msgspec.DecodeError`` if they are none.
    :param key_of: the key of a state's stream.
    """

    name: str
    codec: Codec[Any]
    evolve: Callable[[StateT | None, Any], StateT]
    decide: Callable[[StateT | None, Any, Asked], Decision]
    erasable_fields: Callable[[str], frozenset[str]]
    erasure: Callable[[Iterable[Any]], Erasure]
    erase: Callable[[StateT, Any], StateT]
    table: str
    row_type: type[StreamRow]
    row: Callable[[StateT], StreamRow]
    key_of: Callable[[StateT], str]
    pack: Callable[[StateT], bytes]
    unpack: Callable[[bytes], StateT]
    erasing: frozenset[str] = frozenset()
    device_fields: Mapping[str, str] = {}
    again: Callable[[StateT, Any, Millis], Sequence[Any]] = _itself
    needs_log: Callable[[StateT, Any], bool] = _never
    is_old: Callable[[Any], bool] = _never
    upcast: Callable[[Sequence[Any]], list[Any]] = list

    def stream(self, key: str = "") -> Stream:
        """Name a stream of this kind."""
        return Stream(self.name, key)

    def fold(self, entries: Iterable[Entry], start: StateT | None = None) -> StateT | None:
        """Fold many entries, oldest first.

        :return: the state after them; ``start`` if there are none.
        :raises ValueError: the entries are not one unbroken log.
        """
        for entry in entries:
            start = self.evolve(start, entry)
        return start
