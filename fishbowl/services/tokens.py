"""Tokens of letters: each opens one thing, once, until an instant, and is stored nowhere.

A letter may be rendered and sent twice, so its token is made from the letter's id and a key outside
the database. The database has the token's hash, what it is for, and whether it was used.
"""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Callable
from hashlib import sha256
from typing import Literal, NamedTuple, cast

from fishbowl.log import Log
from fishbowl.log.people_effects import PutToken, SpendToken

Purpose = Literal[
    "confirm", "invited", "new_pass", "stay", "host", "merge", "turn", "swap", "suggestion",
    "check_in", "outcome", "ask", "offer", "pair", "promise", "unsubscribe",
]  # fmt: skip
DAY_MS = 24 * 60 * 60 * 1000
TOKEN_BYTES = 20
KEPT_MS: dict[Purpose, int] = {
    "confirm": 7 * DAY_MS,
    "invited": 30 * DAY_MS,
    "new_pass": DAY_MS,
    "stay": 30 * DAY_MS,
    "host": 30 * DAY_MS,
    "merge": 30 * DAY_MS,
    "turn": 30 * DAY_MS,
    "swap": 30 * DAY_MS,
    "suggestion": 90 * DAY_MS,
    "check_in": 60 * DAY_MS,
    "outcome": 60 * DAY_MS,
    "ask": 14 * DAY_MS,
    "pair": 8 * DAY_MS,  # a day longer than the question
    "promise": 30 * DAY_MS,
    "offer": 14 * DAY_MS,
    "unsubscribe": 400 * DAY_MS,
}
"""How long a token is good after it was put."""


class Token(NamedTuple):
    """A token that is good.

    :param owner: ``member/7`` or ``invitation/9``.
    :param about: what it is about beside its owner, such as the number of a merge; 0 for nothing.
    :param scope: what alone its purpose is good for, such as one occasion; empty for no limit.
    """

    purpose: Purpose
    owner: str
    about: int
    expires_at_ms: int
    scope: str = ""


class Tokens:
    """Makes and checks the tokens of letters.

    :param key: not in the database: see ``Contacts.token_key``.
    :param now_ms: the machine's time in milliseconds since 1970.
    """

    def __init__(self, log: Log, key: bytes, now_ms: Callable[[], int]) -> None:
        self._log, self._key, self._now_ms = log, key, now_ms

    def make(self, letter_id: str, purpose: Purpose) -> str:
        """The token of a letter, to be written into it; the same whenever it is made."""
        message = f"{purpose}\0{letter_id}".encode()
        digest = hmac.digest(self._key, message, "sha256")[:TOKEN_BYTES]
        return urlsafe_b64encode(digest).rstrip(b"=").decode()

    def put(
        self, letter_id: str, purpose: Purpose, owner: str, about: int = 0, *, scope: str = ""
    ) -> PutToken:
        """Let the token of a letter be good, beside the letter."""
        return PutToken(
            hash=_hashed(self.make(letter_id, purpose)),
            purpose=stored_purpose(purpose, scope),
            owner=owner,
            about=about,
            expires_at_ms=self._now_ms() + KEPT_MS[purpose],
        )

    def find(self, token: str) -> Token | None:
        """What a token is for; ``None`` if it is unknown, spent or expired.

        :raises StoreError: it cannot be looked up.
        """
        row = self._log.letter_token(_hashed(token))
        if row is None or row.spent_at_ms is not None or row.expires_at_ms <= self._now_ms():
            return None
        purpose, _, scope = row.purpose.partition(" ")
        return Token(cast(Purpose, purpose), row.owner, row.about, row.expires_at_ms, scope)

    def spend(self, token: str) -> SpendToken:
        """Use a token up, beside the command that it allows.

        The command is refused with ``token_over`` if somebody was faster.
        """
        return SpendToken(hash=_hashed(token), now_ms=self._now_ms())


def stored_purpose(purpose: Purpose, scope: str) -> str:
    """How the database calls a purpose that is limited to something."""
    return f"{purpose} {scope}" if scope else purpose


def _hashed(token: str) -> bytes:
    return sha256(token.encode("utf-8", "replace")).digest()
