"""Access keys, pseudonyms and recovery words, all derived from one secret in the database.

Random secrets exist only here. A session's log knows people by pseudonyms that cannot be linked
across sessions; the facilitator's, owner's and summary's links are derived, never stored.
"""

import hmac
import re
from base64 import urlsafe_b64encode
from typing import NamedTuple

from fishbowl.access.recovery_words import WORDS
from fishbowl.domain.kernel.roles import AT_WORK, Role

_BYTES = 15
"""120 bits: not to be guessed, and 20 characters in a link."""

EDITIONS_TRIED = 20
"""Nearly every summary is published once or twice; later ones are found all the same."""
_GENERATION = re.compile(r"[0-9]{1,9}")
_INSTANT = re.compile(r"[0-9]{1,15}")


class Pass(NamedTuple):
    """What a key is good for: a role in a session, as long as links of its generation are good."""

    code: str
    role: Role
    generation: int


class AccessKeys:
    """Makes and checks the keys of one installation.

    :param secret: the signing key of the database, at least 32 bytes.
    """

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def installation_mark(self) -> str:
        """A short name of this installation, which proves nothing."""
        return self._digest("mark").hex()[:8]

    def owner_key(self, generation: int = 1) -> str:
        """The key that signs the owner of this installation in; renewing makes it another one."""
        return self._made("owner") if generation == 1 else self._made("owner", str(generation))

    def reader_key(self, generation: int) -> str:
        """The key with which members look through the archive of what is published."""
        return self._made("reader", str(generation))

    def is_reader(self, key: str, generation: int) -> bool:
        """Tell whether a key is the readers', of the generation that is good now."""
        return self._same(key, self.reader_key(generation))

    def invitation_key(self, generation: int) -> str:
        """The key of the invitation for everybody present."""
        return self._made("invitation", str(generation))

    def is_invitation(self, key: str, generation: int) -> bool:
        """Tell whether a key is of the invitation that is good now."""
        return self._same(key, self.invitation_key(generation))

    def forgetting_token(self, code: str, person: int) -> str:
        """What lets somebody be forgotten in a session by a member who has just left."""
        return self._made("forget", code, str(person))

    def is_forgetting(self, code: str, person: int, token: str) -> bool:
        """Tell whether a token lets this person be forgotten."""
        return self._same(token, self.forgetting_token(code, person))

    def standby_key(self) -> str:
        """The key with which another machine may follow this installation, all of it."""
        return self._made("standby")

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
        if len(handed) != 3 or handed[0] not in AT_WORK or not _GENERATION.fullmatch(handed[1]):
            return None
        opened = Pass(code, Role(handed[0]), int(handed[1]))
        return opened if self._same(key, self.helper_key(*opened)) else None

    def is_owner(self, key: str, generation: int = 1) -> bool:
        """Tell whether a key is the owner's, of the generation that is good now."""
        return self._same(key, self.owner_key(generation))

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

    def display_pass(self, code: str, at_ms: int) -> str:
        """The pass that a display gets when it is opened, at an instant of session time."""
        return f"{at_ms}.{self._made('watching', code, str(at_ms))}"

    def is_display_pass(self, code: str, shown: str, since_ms: int) -> bool:
        """Tell whether a pass of a display is genuine and was given at this instant or later."""
        at_ms = shown.partition(".")[0]
        if not _INSTANT.fullmatch(at_ms) or int(at_ms) < since_ms:
            return False
        return self._same(shown, self.display_pass(code, int(at_ms)))

    def summary_slug(self, code: str, edition: int = 1) -> str:
        """The unguessable name of a published summary, the same however often it is published.

        :param edition: 0.1.0 gave every further publication another name; those links still lead
            to the summary.
        """
        return f"{code.lower()}-{self._made('summary', code, str(edition))}"

    def is_slug(self, code: str, slug: str) -> bool:
        """Tell whether a name was made here for one of the first editions of a session."""
        given = slug.encode()
        return any(
            hmac.compare_digest(given, self.summary_slug(code, edition).encode())
            for edition in range(1, EDITIONS_TRIED + 1)
        )

    def coming_token(self, series: str, comer: int) -> str:
        """Make the token by which somebody takes back that they come to an occasion."""
        return self._made("coming", series, str(comer))

    def is_coming(self, series: str, comer: int, token: str) -> bool:
        """Tell whether a token is that of somebody who comes."""
        return self._same(token, self.coming_token(series, comer))

    def _made(self, *parts: str) -> str:
        return urlsafe_b64encode(self._digest(*parts)[:_BYTES]).decode()

    def _digest(self, *parts: str) -> bytes:
        message = "\x00".join(parts).encode()
        return hmac.digest(self._secret, message, "sha256")

    @staticmethod
    def _same(given: str, expected: str) -> bool:
        return hmac.compare_digest(given.encode(), expected.encode())
