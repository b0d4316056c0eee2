"""What a log keeps beside entries: who is signed in, numbers by name, finished sessions, moves."""

from pathlib import Path
from typing import NamedTuple

import msgspec

OWNER_GENERATION = "owner_generation"
"""Which owner key is good: the first one, or a later one after it was renewed."""
OWNER_KEY_USED = "owner_key_used"
"""The generation of the owner key that somebody has signed in with last."""
READERS_GENERATION = "readers_generation"
"""Which readers' link of the archive is good: the first one, or a later one."""


class SignIn(msgspec.Struct, frozen=True, kw_only=True):
    """One sign-in: what a browser's cookie opens.

    :param token_hash: the SHA-256 of the cookie's token; the token itself is stored nowhere.
    :param opens: ``owner``, ``reader``, or a role in a session.
    :param code: the session; empty for the owner and for readers.
    :param generation: of the key by which somebody came in.
    :param seen_at_ms: when it was last used, to within a day.
    """

    token_hash: bytes
    opens: str
    code: str
    generation: int
    began_at_ms: int
    seen_at_ms: int
    expires_at_ms: int


class ArchivedSession(msgspec.Struct, frozen=True, kw_only=True):
    """What the shelf says about a session, besides its finds.

    ``portrait`` is the drawing as JSON. ``seq`` is the last entry that this was made from.
    """

    code: str
    began_on: str
    year: int
    ended_at_ms: int
    minutes: int
    people: int
    voices: int
    language: str
    attribution: str
    published: bool
    edition: int
    seq: int
    portrait: str


class Moved(NamedTuple):
    """Where a database goes on, and why."""

    path: Path
    why: str
    at_ms: int
