"""What a log keeps beside entries: sign-ins, numbers, finished sessions, the audit list, moves."""

from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

OWNER_GENERATION = "owner_generation"
"""Which owner key is good: the first one, or a later one after it was renewed."""
OWNER_KEY_USED = "owner_key_used"
"""The generation of the owner key that somebody has signed in with last."""
READERS_GENERATION = "readers_generation"
"""Which readers' link of the archive is good: the first one, or a later one."""
MEMBER = "member"
"""What the sign-in of a member opens; its generation is the number of the member."""

AUDIT_LINES_MAX = 10_000
"""How many lines the audit list has at most; beyond it the oldest are deleted."""


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


class AuditLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the audit list.

    :param at_ms: when, in milliseconds since 1970, UTC; of several attempts the first.
    :param last_at_ms: of several attempts the last.
    :param what: what was done, as a code; see :mod:`fishbowl.services.audit`.
    :param who: the role, ``owner``, ``reader``, ``command`` for the command line, or ``unknown``.
    :param generation: of the key or link by which they were in; 0 where it is not known.
    :param code: of the session; empty where it is about none.
    :param detail: what was renewed, tried or exported, as a code.
    :param count: how many attempts, people or sessions it is about.
    """

    at_ms: int
    last_at_ms: int
    what: str
    who: str
    generation: int = 0
    code: str = ""
    detail: str = ""
    count: int = 1


PeerKind = Literal["standby", "former"]
"""It follows this one; or this one has taken over from it, and it has not been told yet."""


class Peers(NamedTuple):
    """The other machines of an installation, as far as a database knows.

    :param epoch: how often the installation was taken over.
    :param fenced: the takeover that ended this machine's turn, and where it goes on; ``None`` if
        none has.
    :param seen: addresses by kind with the instant when each was seen last, the latest first.
    """

    epoch: int
    fenced: tuple[int, str] | None
    seen: tuple[tuple[str, PeerKind, int], ...]

    def of_kind(self, kind: PeerKind, since_ms: int = 0) -> list[str]:
        """The addresses of machines that were seen since an instant, the latest first."""
        return [url for url, one, seen_ms in self.seen if one == kind and seen_ms >= since_ms]


class Moved(NamedTuple):
    """Where a database goes on, and why."""

    path: Path
    why: str
    at_ms: int
