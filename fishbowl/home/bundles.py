"""Bundles: a header and compressed content, in one envelope; and the kinds of them.

To add a kind of bundle (say ``wish``):

* at home: ``bundle_kinds.add("wish", take)`` on the :class:`BundleKinds` of the server
  (``here().home.kinds`` in pages, ``HomeDesk.kinds``), where ``take(laptop, header, content)``
  checks the content completely, takes it in or not, and returns a
  :class:`~fishbowl.home.messages.Taken`. It is called again for the same content if the first
  answer was lost before it was noted, so it must do nothing twice.
* at the laptop: ``handing_over.add(source)`` with a :class:`Source`, which says what waits and
  gives its content. The loop sends it until home has answered.

Another question that a laptop may ask is added by ``answers.add(...)``: see
:mod:`fishbowl.home.answers`.
"""

import hashlib
import zlib
from collections.abc import Callable, Iterable
from typing import NamedTuple, Protocol

import msgspec

from fishbowl.home.messages import Taken
from fishbowl.home.records import Laptop

VERSION = 1
CONTENT_MAX_BYTES = 64 * 1024 * 1024


class BadBundle(Exception):
    """A bundle is broken; the message is a code, such as ``broken``."""


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """The first part of a bundle.

    :param kind: what it holds, such as ``session``.
    :param key: of what, such as a session's code.
    :param sha256: of the content, before it was compressed.
    :param position: how far the content goes, so that versions can be told apart; for a session
        the number of its entries.
    """

    version: int
    kind: str
    key: str
    sha256: bytes
    position: int


class _Bundle(msgspec.Struct, frozen=True, array_like=True):
    header: Header
    compressed: bytes


class Waiting(NamedTuple):
    """Something that is to be handed over.

    :param version: tells versions of the same content apart, such as the hash of the last entry.
    """

    kind: str
    key: str
    position: int
    version: str


class Source(Protocol):
    """What a laptop has to hand over, of one kind."""

    kind: str

    def waiting(self) -> Iterable[Waiting]:
        """What is to be at home; what home has in this version already is passed over."""
        ...

    def content(self, one: Waiting) -> bytes | None:
        """The content of something that waits; ``None`` if it is there no more."""
        ...

    def settled(self, one: Waiting, taken: Taken) -> None:
        """Be told what home answered."""
        ...


Take = Callable[[Laptop, Header, bytes], Taken]


class BundleKinds:
    """What a home can take in, by kind."""

    def __init__(self) -> None:
        self._takes: dict[str, Take] = {}

    def add(self, kind: str, take: Take) -> None:
        """Let bundles of a kind be taken in.

        :param take: see the module; it runs in a task that may wait for the log.
        """
        self._takes[kind] = take

    def take(self, laptop: Laptop, header: Header, content: bytes, now_ms: int) -> Taken:
        """Take in what was in a bundle, if this home knows its kind."""
        take = self._takes.get(header.kind)
        if take is None:
            return Taken(how="refused", code="newer_program", at_ms=now_ms)
        return take(laptop, header, content)


def packed(kind: str, key: str, position: int, content: bytes) -> bytes:
    """Make a bundle; the same content gives the same bytes."""
    header = Header(
        version=VERSION,
        kind=kind,
        key=key,
        sha256=hashlib.sha256(content).digest(),
        position=position,
    )
    return msgspec.msgpack.encode(_Bundle(header, zlib.compress(content, 9)))


def unpacked(bundle: bytes) -> tuple[Header, bytes]:
    """Read a bundle.

    :raises BadBundle: it is broken, too large, or of a newer program.
    """
    try:
        read = msgspec.msgpack.decode(bundle, type=_Bundle)
        reading = zlib.decompressobj()
        content = reading.decompress(read.compressed, CONTENT_MAX_BYTES)
    except (msgspec.DecodeError, msgspec.ValidationError, zlib.error) as error:
        raise BadBundle("broken") from error
    if read.header.version != VERSION:
        raise BadBundle("newer_program")
    if not reading.eof:
        raise BadBundle("too_large" if reading.unconsumed_tail else "broken")
    if hashlib.sha256(content).digest() != read.header.sha256:
        raise BadBundle("broken")
    return read.header, content
