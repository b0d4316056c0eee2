"""What a copy of a log elsewhere is made of: pieces of streams, and tables beside them.

Streams are copied entry by entry. What is made from them (snapshots, the archive) is made again,
and what concerns one machine alone (its peers) stays there.
"""

from typing import Any, Protocol

import msgspec

from fishbowl.domain.kernel.entries import StoredEntry
from fishbowl.domain.kernel.streams import Stream

COPIED_TABLES = (
    "secrets", "access_state", "sign_ins", "deleted_streams", "erasures", "audit",
    "contacts", "outbox", "passes", "letter_tokens", "refused_addresses", "home_records",
    "home_members", "home_facts", "wishes", "granted_wishes",
)  # fmt: skip
"""Tables that are copied whole when they change, as far as they exist."""

OTHERS = "*"
"""Counts commits of other connections, which may have changed any table and any stream."""


class Head(msgspec.Struct, frozen=True, array_like=True):
    """How far a stream goes: its last entry, and the hash of it; 0 and empty if it is not there."""

    kind: str
    key: str
    seq: int
    chain: bytes

    @property
    def stream(self) -> Stream:
        """Which stream it is."""
        return Stream(self.kind, self.key)


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Entries that follow each other in one stream.

    :param row: the row of the stream in the list of its kind, as MessagePack.
    :param after: the entry before the first one, and ``before`` its hash; 0 and empty at the start.
    :param head: the hash of the last one.
    :param more: whether the stream goes on after them.
    """

    kind: str
    key: str
    row: bytes
    after: int
    before: bytes
    entries: list[StoredEntry]
    head: bytes
    more: bool = False

    @property
    def stream(self) -> Stream:
        """Which stream it is of."""
        return Stream(self.kind, self.key)


class Deletion(msgspec.Struct, frozen=True, array_like=True):
    """A stream that was deleted."""

    kind: str
    key: str
    at_ms: int


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A table as it is; values are as SQLite holds them."""

    name: str
    columns: list[str]
    rows: list[list[Any]]


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What became of pieces.

    :param wants: streams of which pieces did not fit, with how far they go here.
    :param entries: how many entries were stored.
    """

    wants: list[Head]
    entries: int


class Tampered(Exception):
    """Entries do not have the hashes that they were sent with; nothing was stored."""


class CopySource(Protocol):
    """Reads what a copy is made of, all of it of one moment."""

    def heads(self) -> list[Head]:
        """How far every stream goes; one whose hashes are missing is left out."""
        ...

    def has(self, head: Head) -> bool:
        """Whether a stream has this entry with this hash; so it is the same one up to there."""
        ...

    def piece(self, stream: Stream, after: int) -> Piece | None:
        """Read what follows an entry; ``None`` if nothing does, or there is no such stream."""
        ...

    def tables(self, names: frozenset[str], known: dict[str, bytes]) -> list[tuple[Table, bytes]]:
        """Read those of :data:`COPIED_TABLES` that are otherwise than they are known.

        :param names: the tables to look at.
        :param known: a digest of each as it was read before.
        :return: the tables, each with its digest.
        """
        ...
