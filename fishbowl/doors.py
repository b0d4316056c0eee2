"""Who is at the door: keys and pseudonyms, all made from one secret in the database.

Random secrets exist only here. A session's log knows people by pseudonyms that cannot be linked
across sessions; the facilitator's, owner's and summary's links are derived, never stored.
"""

import hmac
import re
from base64 import urlsafe_b64encode
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from fishbowl.domain.parts import OWNERS, Access
from fishbowl.domain.roles import AT_WORK, Role
from fishbowl.recovery_words import WORDS

_BYTES = 15
"""120 bits: not to be guessed, and 20 characters in a link."""

OWNER_COOKIE = "fishbowl_owner"
READER_COOKIE = "fishbowl_reader"


class Pass(NamedTuple):
    """What a key is good for: a role in a session, as long as links of its generation are good."""

    code: str
    role: Role
    generation: int


class TakenBack(Exception):
    """The only key that somebody holds was good once, and has been taken back."""


def key_cookie(code: str, role: Role = Role.FACILITATOR) -> str:
    """The name of the cookie that holds the key to a role in a session."""
    return f"fishbowl_key_{code}" if role is Role.FACILITATOR else f"fishbowl_{role}_{code}"


class Doors:
    """Makes and checks the keys of one installation.

    :param secret: the signing key of the database, at least 32 bytes.
    """

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def owner_key(self) -> str:
        """The key that signs the owner of this installation in."""
        return self._made("owner")

    def reader_key(self, generation: int) -> str:
        """The key with which members look through the archive of what is published."""
        return self._made("reader", str(generation))

    def is_reader(self, key: str, generation: int) -> bool:
        """Tell whether a key is the readers', of the generation that is good now."""
        return self._same(key, self.reader_key(generation))

    def facilitator_key(self, code: str, generation: int = 1) -> str:
        """The key to a session's console: code and secret; one that was renewed names its role."""
        if generation > 1:
            return self.helper_key(code, Role.FACILITATOR, generation)
        return f"{code}.{self._made('facilitator', code)}"

    def helper_key(self, code: str, role: Role, generation: int) -> str:
        """The key to a role that is handed on: code, role, generation and secret."""
        secret = self._made("helper", code, role.value, str(generation))
        return f"{code}.{role}.{generation}.{secret}"

    def read_key(self, key: str) -> Pass | None:
        """Tell what a key was made for; ``None`` if it was not made here.

        Whether it has been taken back since, the session knows.
        """
        code, *handed = key.split(".")
        if not code:
            return None
        if len(handed) == 1:
            is_good = self._same(key, self.facilitator_key(code))
            return Pass(code, Role.FACILITATOR, 1) if is_good else None
        if len(handed) != 3 or handed[0] not in AT_WORK or not handed[1].isdecimal():
            return None
        opened = Pass(code, Role(handed[0]), int(handed[1]))
        return opened if self._same(key, self.helper_key(*opened)) else None

    def is_owner(self, key: str) -> bool:
        """Tell whether a key is the owner's."""
        return self._same(key, self.owner_key())

    def pass_of(
        self, cookies: Mapping[str, str], code: str, access: Access, wanted: Collection[Role]
    ) -> Pass | None:
        """Find the highest of the wanted roles that somebody with these cookies has.

        :param access: which links of the session are good now.
        :raises TakenBack: they have none of them any more.
        """
        held = [one for one in self._held(cookies, code) if one.role in wanted]
        good = next((one for one in held if access.holds(one.role, one.generation)), None)
        if held and good is None:
            raise TakenBack
        return good

    def _held(self, cookies: Mapping[str, str], code: str) -> Iterator[Pass]:
        if self.is_owner(cookies.get(OWNER_COOKIE, "")):
            yield Pass(code, Role.FACILITATOR, OWNERS)
        for role in AT_WORK:
            found = self.read_key(cookies.get(key_cookie(code, role), ""))
            if found is not None and found[:2] == (code, role):
                yield found

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

    def summary_slug(self, code: str, edition: int = 1) -> str:
        """The unguessable name of a published summary, the same however often it is published.

        :param edition: 0.1.0 gave every further publication another name; those links still lead
            to the summary.
        """
        return f"{code.lower()}-{self._made('summary', code, str(edition))}"

    def _made(self, *parts: str) -> str:
        return urlsafe_b64encode(self._digest(*parts)[:_BYTES]).decode()

    def _digest(self, *parts: str) -> bytes:
        message = "\x00".join(parts).encode()
        return hmac.digest(self._secret, message, "sha256")

    @staticmethod
    def _same(given: str, expected: str) -> bool:
        return hmac.compare_digest(given.encode(), expected.encode())
