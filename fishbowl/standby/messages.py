"""What two machines tell each other."""

import msgspec

from fishbowl.log.copies import Deletion, Head, Piece, Table

PROTOCOL = 2
"""Counts on when messages change so that an older program would misread them."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What all messages to a server have: random bytes that its answer is bound to."""

    ticket: bytes


class Hello(Question, frozen=True, kw_only=True):
    """A standby begins to follow.

    :param mark: names the installation whose copy it has; empty if it has none.
    :param address: where its own page is, and where phones will find it.
    :param kinds: the kinds of streams that it can store.
    """

    protocol: int
    mark: str
    address: str
    epoch: int
    kinds: list[str] = []


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
    :param wants: streams that it has only up to there, or otherwise.
    """

    line: bytes
    number: int
    wants: list[Head] = []


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """What is new.

    :param left: how many streams have more than fitted in.
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
