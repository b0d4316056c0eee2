"""Who is at the door: keys and pseudonyms, all made from one secret in the database.

Random secrets exist only here. A session's log knows people by pseudonyms that cannot be linked
across sessions; the facilitator's, owner's and summary's links are derived, never stored.
"""

import hashlib
import hmac
import re
from base64 import urlsafe_b64encode
from collections.abc import Mapping

from fishbowl.recovery_words import WORDS

_BYTES = 15
"""120 bits: not to be guessed, and 20 characters in a link."""

OWNER_COOKIE = "fishbowl_owner"


def facilitator_cookie(code: str) -> str:
    """The name of the cookie that holds the key to a session's console."""
    return f"fishbowl_key_{code}"


class Doors:
    """Makes and checks the keys of one installation.

    :param secret: the signing key of the database, at least 32 bytes.
    """

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def owner_key(self) -> str:
        """The key that signs the owner of this installation in."""
        return self._made("owner")

    def facilitator_key(self, code: str) -> str:
        """The key to a session's console, as it stands in the link: code and secret."""
        return f"{code}.{self._made('facilitator', code)}"

    def code_of(self, key: str) -> str | None:
        """Tell which session a facilitator key opens; ``None`` if it opens none."""
        code = key.partition(".")[0]
        return code if code and self._same(key, self.facilitator_key(code)) else None

    def is_owner(self, key: str) -> bool:
        """Tell whether a key is the owner's."""
        return self._same(key, self.owner_key())

    def may_control(self, cookies: Mapping[str, str], code: str) -> bool:
        """Tell whether somebody with these cookies may run a session."""
        if self.is_owner(cookies.get(OWNER_COOKIE, "")):
            return True
        return self.code_of(cookies.get(facilitator_cookie(code), "")) == code

    def person_key(self, code: str, device: str) -> str:
        """The pseudonym of a device in one session; empty for a device that gave no secret."""
        return self._made("person", code, device) if device else ""

    def recovery_words(self, code: str, key: str) -> tuple[str, ...]:
        """The words with which a person goes on elsewhere; another phone has other words."""
        number = int.from_bytes(self._digest("recovery", code, key))
        return tuple(WORDS[number // len(WORDS) ** place % len(WORDS)] for place in range(3))

    def is_recovery(self, code: str, key: str, typed: str) -> bool:
        """Tell whether somebody typed the words of a phone, however they wrote them."""
        words = " ".join(re.findall(r"[a-z]+", typed.casefold()))
        return bool(key) and self._same(words, " ".join(self.recovery_words(code, key)))

    def moving_token(self, code: str, person: int, key: str) -> str:
        """What lets one new phone become a person's; of no use once it has, the key being new."""
        return f"{person}.{self._made('move', code, str(person), key)}"

    def is_moving(self, code: str, person: int, key: str, token: str) -> bool:
        """Tell whether a token moves a person who has this key now."""
        return self._same(token, self.moving_token(code, person, key))

    def summary_slug(self, code: str, edition: int) -> str:
        """The unguessable name of a published summary; every edition has another."""
        return f"{code.lower()}-{self._made('summary', code, str(edition))}"

    def _made(self, *parts: str) -> str:
        return urlsafe_b64encode(self._digest(*parts)[:_BYTES]).decode()

    def _digest(self, *parts: str) -> bytes:
        message = "\x00".join(parts).encode()
        return hmac.new(self._secret, message, hashlib.sha256).digest()

    @staticmethod
    def _same(given: str, expected: str) -> bool:
        return hmac.compare_digest(given.encode(), expected.encode())
