"""Lines of the list of erasures: what was erased, without words and names.

See :mod:`fishbowl.log.erasure_list` for where they are kept.
"""

from typing import Any

import msgspec

from fishbowl.domain.kernel.entries import Entry, Event
from fishbowl.domain.kernel.streams import Stream, StreamKind

SESSION_KIND = "session"
"""The kind of lines that name none, and of those whose id is made of the key alone."""
_AGAIN = "erasure-"


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that an erasure is about, by its number and its hash in hexadecimal."""

    seq: int
    chain: str


class ErasureLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the list: an entry that erases, or a stream that was deleted.

    :param id: the hash of the erasing entry; for a deletion ``deleted`` and the name of the stream,
        of a session its code.
    :param code: the key of the stream; the code of a session.
    :param kind: the kind of the stream.
    :param origin: the hash of the stream's first entry; empty where it is not known any more.
    :param seq: the erasing entry, whose event ``type``, ``version`` and ``data`` are; 0 for a
        deletion.
    :param targets: the entries of the people or items that it names.
    """

    id: str
    code: str
    origin: str
    at_ms: int
    kind: str = SESSION_KIND
    seq: int = 0
    role: str = ""
    type: str = ""
    version: int = 0
    data: msgspec.Raw = msgspec.Raw(b"null")
    targets: tuple[Target, ...] = ()

    @property
    def is_deletion(self) -> bool:
        """Whether the whole stream was deleted."""
        return self.seq == 0

    @property
    def stream(self) -> Stream:
        """Which stream it is about."""
        return Stream(self.kind, self.code)

    def event(self, kind: StreamKind[Any]) -> Event:
        """The event of the erasing entry.

        :param kind: the kind of the stream.
        :raises UnknownEvent: this program does not know it.
        :raises msgspec.DecodeError: its fields are not those of the event.
        """
        event: Event = kind.codec.decode(self.type, self.version, bytes(self.data).decode())
        return event


def again_id(one: ErasureLine) -> str:
    """The id of the command by which a line is applied to an older copy of its log."""
    return f"{_AGAIN}{one.id[:48]}"


def is_again(entry: Entry) -> bool:
    """Whether an entry applies a line of the list; it needs no line of its own."""
    return not entry.sender and entry.command_id.startswith(_AGAIN)
