"""What a laptop takes along from its home: the questions and their answers.

``along`` tells who is known, what is planned, and which published sessions there are; of each part
the laptop says what it has, and is told only what is otherwise. ``shared`` gives the sessions.
"""

import hashlib
from typing import Any

import msgspec

from fishbowl.domain.community.model import About
from fishbowl.domain.series.ids import OccasionId, SeriesId
from fishbowl.domain.series.model import About as SeriesAbout
from fishbowl.domain.series.model import Slot
from fishbowl.harvest.searchable_text import SearchableText
from fishbowl.home.messages import Question
from fishbowl.log.along_records import SharedHead
from fishbowl.log.records import ArchivedSession

ALONG, SHARED = "along", "shared"
CODES_MAX = 50
"""So many sessions are asked for at once."""


class MemberAlong(msgspec.Struct, frozen=True, array_like=True):
    """A member whom the laptop is to greet.

    :param hash: of the verifier that their browser shows this laptop, and no other one.
    """

    hash: bytes
    member: int
    label: str
    language: str
    consents: tuple[str, ...]


class OccasionAlong(msgspec.Struct, frozen=True, kw_only=True):
    """An occasion that takes place: no turns, and nobody who comes.

    :param code: the session that it became at home; empty if it is none yet.
    """

    id: OccasionId
    slot: Slot
    code: str = ""


class SeriesAlong(msgspec.Struct, frozen=True, kw_only=True):
    """A series, with its next occasions; the earliest first."""

    id: SeriesId
    about: SeriesAbout
    occasions: tuple[OccasionAlong, ...]


class Along(Question, frozen=True, kw_only=True):
    """What is there? Each field is the digest of what the laptop has; empty for nothing."""

    about: bytes = b""
    members: bytes = b""
    series: bytes = b""
    sessions: bytes = b""


class AlongAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What is otherwise than the laptop knows it; ``None`` where it is not."""

    about: About | None = None
    members: tuple[MemberAlong, ...] | None = None
    series: tuple[SeriesAlong, ...] | None = None
    sessions: tuple[SharedHead, ...] | None = None


class Shared(Question, frozen=True, kw_only=True):
    """What is found of published sessions?"""

    codes: tuple[str, ...]


class SessionAlong(msgspec.Struct, frozen=True, kw_only=True):
    """What is found of one."""

    about: ArchivedSession
    texts: tuple[SearchableText, ...]


class SharedAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Those that are published."""

    sessions: tuple[SessionAlong, ...]


def digest_of(part: Any) -> bytes:
    """The digest of a part of the answer, as the laptop says it the next time."""
    return hashlib.sha256(msgspec.msgpack.encode(part)).digest()
