"""What two machines tell each other, and which tables are copied whole."""

from typing import Any

import msgspec

from fishbowl.domain.kernel.entries import StoredEntry
from fishbowl.domain.session.row import SessionRow

PROTOCOL = 1
"""Counts on when messages change so that an older program would misread them."""

TABLES = (
    "secrets", "access_state", "sign_ins", "deleted_streams", "erasures", "audit", "contacts",
    "outbox",
)  # fmt: skip
"""Tables that are copied whole when they change, as far as they exist.

Logs are sent entry by entry. What is made from them (snapshots, the archive) is made again."""


class Head(msgspec.Struct, frozen=True, array_like=True):
    """How far a log goes: its last entry, and the hash of it."""

    code: str
    seq: int
    chain: bytes


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What all messages to a server have: random bytes that its answer is bound to."""

    ticket: bytes


class Hello(Question, frozen=True, kw_only=True):
    """A standby begins to follow.

    :param mark: names the installation whose copy it has; empty if it has none.
    :param address: where its own page is, and where phones will find it.
    """

    protocol: int
    mark: str
    address: str
    epoch: int


class Welcome(msgspec.Struct, frozen=True, kw_only=True):
    """The server lets a standby follow.

    :param line: names this connection in what follows.
    :param refused: why not, as a code; empty if it does.
    """

    line: bytes = b""
    mark: str = ""
    epoch: int = 0
    heads: list[Head] = []
    refused: str = ""


class Ask(Question, frozen=True, kw_only=True):
    """The standby confirms what it has stored durably, and asks for what is next.

    :param number: of the last batch that it has stored; 0 for none.
    :param wants: logs that it has only up to there, or otherwise.
    """

    line: bytes
    number: int
    wants: list[Head] = []


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Entries that follow each other in one log.

    :param after: the entry before the first one, and ``before`` its hash; 0 and empty at the start.
    :param head: the hash of the last one.
    """

    row: SessionRow
    after: int
    before: bytes
    entries: list[StoredEntry]
    head: bytes


class Deletion(msgspec.Struct, frozen=True, array_like=True):
    """A session that was deleted."""

    code: str
    at_ms: int


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A table as it is; values are as SQLite holds them."""

    name: str
    columns: list[str]
    rows: list[list[Any]]


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """What is new.

    :param left: how many logs have more than fitted in.
    :param unknown: the line is not known any more; the standby says hello again.
    """

    number: int = 0
    pieces: list[Piece] = []
    deletions: list[Deletion] = []
    tables: list[Table] = []
    left: int = 0
    unknown: bool = False


class Fence(Question, frozen=True, kw_only=True):
    """Somebody has taken over, or asks whether somebody has.

    :param epoch: how often this installation was taken over, as the sender knows it.
    :param address: where it goes on; empty if it is only asked.
    """

    epoch: int
    address: str = ""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """How often an installation was taken over, as the answerer knows it.

    :param address: where it goes on; empty if that is here.
    :param heads: how far all logs go, for whoever takes over now.
    """

    epoch: int
    address: str = ""
    heads: list[Head] = []
