"""Passes of members: what a browser proves with one, and whose pages it opens.

A pass is made in the browser and never leaves it. What is sent is its verifier: an HMAC of the mark
of this installation, keyed with the pass, so that it is good nowhere else. The database keeps the
verifier's hash. Nothing is cached: a pass that was ended opens nothing from that commit on.

A laptop that has a home is shown another verifier: an HMAC of the laptop's mark, keyed with the
hash that the home keeps. So the home can tell its laptops whom to greet, and what a laptop knows
opens nothing at home.
"""

import hmac
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from typing import NamedTuple

from fishbowl.log import Log
from fishbowl.log.people_effects import EndPasses, PutPass

_VERIFIER = re.compile(r"[A-Za-z0-9_-]{43}=?")
"""32 bytes as base64url."""


_AT_LAPTOP = "fishbowl pass at "


class BadVerifier(ValueError):
    """What was sent is no verifier of any pass."""


class Held(NamedTuple):
    """A pass that is good.

    :param member: the number of whose it is.
    """

    member: int
    made_at_ms: int


class Passes:
    """Tells whose pass it is that a browser proves to have.

    :param log: keeps the hashes.
    """

    def __init__(self, log: Log) -> None:
        self._log = log

    def member_of(self, verifier: str) -> int | None:
        """The number of the member whose pass has this verifier; ``None`` if it opens nothing.

        Whether they are still a member, the community says.

        :raises StoreError: it cannot be looked up.
        """
        try:
            found = self._log.find_pass(hash_of(verifier))
        except BadVerifier:
            return None
        return None if found is None else found.member

    def count(self, member: int) -> int:
        """How many passes of a member are good.

        :raises StoreError: it cannot be looked up.
        """
        return len(self._log.passes_of(member))


def put_pass(member: int, verifier: str, now_ms: int) -> PutPass:
    """Let a pass be a member's, beside the command by which they get it.

    :raises BadVerifier: it is none.
    """
    return PutPass(member=member, hash=hash_of(verifier), made_at_ms=now_ms)


def end_passes(member: int, keep: str = "") -> EndPasses:
    """End the passes of a member but the one of this verifier.

    :raises BadVerifier: it is none.
    """
    return EndPasses(member=member, keep=hash_of(keep) if keep else b"")


def hash_of(verifier: str) -> bytes:
    """What the database keeps of a verifier.

    :raises BadVerifier: it is none.
    """
    if not _VERIFIER.fullmatch(verifier):
        raise BadVerifier("this is no verifier of a pass")
    return sha256(verifier.rstrip("=").encode()).digest()


def verifier_at(hash: bytes, mark: str) -> str:
    """What a browser shows a laptop of this home.

    :param hash: what the home keeps of the pass.
    :param mark: of the laptop.
    """
    mac = hmac.digest(hash, f"{_AT_LAPTOP}{mark}".encode(), "sha256")
    return urlsafe_b64encode(mac).decode().rstrip("=")


def read_hash(written: str) -> bytes:
    """Read the hash of a pass that was made at a laptop, as its browser writes it.

    :raises BadVerifier: it is none.
    """
    if not _VERIFIER.fullmatch(written):
        raise BadVerifier("this is no hash of a pass")
    return urlsafe_b64decode(written.rstrip("=") + "=")
