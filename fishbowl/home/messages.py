"""What a laptop and its home tell each other.

``/home/pair`` takes :class:`PairQuestion` and ``/home/join`` takes :class:`Join`, as MessagePack;
both are authenticated by the code. ``/home/ask`` takes :class:`Frame`, in which is a sealed
:class:`Question`; the answer is sealed to the laptop.
"""

import os

import msgspec

from fishbowl.home.pairing import Side

PROTOCOL = 1
"""Counts on when messages change so that an older program would misread them."""
PATH = "/home/"
BUNDLE = "bundle"
"""The purpose of the envelope of a bundle."""
PART_BYTES = 40 * 1024
"""A part of a bundle; with what is around it, it fits in the largest body of a request."""
BUNDLE_MAX_BYTES = 32 * 1024 * 1024


class Salts(msgspec.Struct, frozen=True, kw_only=True):
    """The home's answer to whoever wants to pair.

    :param salts: of the codes that are good now; none: nobody has pressed *New code*.
    """

    protocol: int
    salts: list[bytes]


class Join(msgspec.Struct, frozen=True, kw_only=True):
    """A laptop wants to join.

    :param salt: of which code.
    :param proof: that it knows the code; see :func:`~fishbowl.home.pairing.proof`.
    """

    laptop: Side
    salt: bytes
    proof: bytes


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """The home takes a laptop.

    :param pairing: names this pairing; a laptop that joins again has another one.
    """

    home: Side
    pairing: bytes
    proof: bytes


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """The base of what a paired laptop asks."""


class Frame(msgspec.Struct, frozen=True, array_like=True):
    """What a laptop sends: who it is, the kind of its question, and the envelope."""

    laptop: str
    what: str
    envelope: bytes


class Asked(msgspec.Struct, frozen=True, array_like=True):
    """What is in the envelope of a question.

    :param pairing: of which pairing; what was sent in an earlier one is not taken again.
    :param ticket: random bytes that the answer is bound to.
    """

    pairing: bytes
    ticket: bytes
    question: msgspec.Raw


class Has(Question, frozen=True, kw_only=True):
    """How much of a bundle is there? Also the first question of a hand-over.

    :param bundle: the name of its envelope.
    """

    bundle: str
    size: int


class Part(Question, frozen=True, kw_only=True):
    """A part of a bundle."""

    bundle: str
    size: int
    start: int
    part: bytes


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a bundle that was there whole.

    :param how: ``new``: it was taken in; ``longer``: what was there went on with it; ``same``: it
        was there already, as it is or in a newer version; ``kept``: home has changed it since and
        keeps its own, and only erasures were taken over; ``deleted``: it was deleted at home and
        stays so; ``refused``: nothing was taken in.
    :param code: why it was refused, such as ``code_taken``; empty if it was not.
    """

    how: str
    at_ms: int
    code: str = ""


class There(msgspec.Struct, frozen=True, kw_only=True):
    """How much of a bundle is there.

    :param bytes: from its start, without a hole.
    :param taken: what became of it; ``None`` as long as it is not checked.
    """

    bytes: int
    taken: Taken | None = None


class Take(Question, frozen=True, kw_only=True):
    """Check a bundle that is there whole, and take it in."""

    bundle: str


class Leave(Question, frozen=True, kw_only=True):
    """The laptop takes the pairing back."""


class Left(msgspec.Struct, frozen=True, kw_only=True):
    """It is taken back."""


def question_purpose(what: str) -> str:
    """What the envelope of a question is for."""
    return f"question {what}"


def answer_purpose(what: str, ticket: bytes) -> str:
    """What the envelope of an answer is for: one question alone."""
    return f"answer {what} {ticket.hex()}"


def ticket() -> bytes:
    """Random bytes for a question."""
    return os.urandom(16)
