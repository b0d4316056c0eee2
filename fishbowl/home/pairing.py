"""Exchanging keys by a code that one person reads at home and types at the laptop.

The code never travels. Both sides make a key of it with scrypt and a salt that the home makes for
this code, and each proves with it that it knows the code, over the public keys of both: so nobody
in between can put other keys in their place. A code is good once, for ten minutes, and for a few
wrong attempts. Somebody in between on plain http could try codes by computing, at about a tenth of
a second each; that is why a home elsewhere is reached by https only (:func:`may_reach`).
"""

import hashlib
import hmac
import ipaddress
import secrets
import time
from collections.abc import Callable
from threading import Lock
from typing import NamedTuple
from urllib.parse import urlsplit

import msgspec

from fishbowl.access.codes import LONG_DIGITS, LONG_WORDS, normalised, spoken
from fishbowl.home.keys import PublicKeys

GOOD_S = 600.0
TRIES = 5
CODES_MAX = 4
"""Codes that are good at the same time; the oldest goes for a new one."""
SALT_BYTES = 16
PAIRING_BYTES = 16
_DIGITS = "0123456789"
_SCRYPT_N, _SCRYPT_R, _SCRYPT_P = 2**15, 8, 1
_SCRYPT_MEMORY = 64 * 1024 * 1024


class WrongCode(Exception):
    """No code that is good now was typed."""


class Side(msgspec.Struct, frozen=True, array_like=True):
    """What one side says of itself when they pair.

    :param mark: names its installation.
    :param name: what people call it.
    """

    keys: PublicKeys
    mark: str
    name: str


def proof(key: bytes, whose: str, laptop: Side, home: Side | None = None) -> bytes:
    """Prove that one knows the code.

    :param key: made of the code by :func:`key_of`.
    :param whose: ``laptop`` or ``home``.
    :param home: ``None`` in the laptop's proof: it does not know the home yet.
    """
    said = msgspec.msgpack.encode((whose, laptop, home))
    return hmac.digest(key, b"fishbowl pairing 1\x00" + said, "sha256")


def key_of(code: str, salt: bytes) -> bytes:
    """Make a key of a code; takes about a tenth of a second on purpose."""
    return hashlib.scrypt(
        normalised(code).encode(),
        salt=salt,
        n=_SCRYPT_N,
        r=_SCRYPT_R,
        p=_SCRYPT_P,
        maxmem=_SCRYPT_MEMORY,
        dklen=32,
    )


def may_reach(url: str) -> bool:
    """Whether a home may be reached at an address: https, or this machine or network.

    >>> may_reach("https://bowl.example"), may_reach("http://bowl.example")
    (True, False)
    >>> may_reach("http://127.0.0.1:8080"), may_reach("http://192.168.1.20:8080")
    (True, True)
    """
    parts = urlsplit(url)
    if parts.scheme == "https":
        return True
    host = parts.hostname or ""
    if host == "localhost" or host.endswith(".local"):
        return True
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False


class _Code(NamedTuple):
    code: str
    salt: bytes
    key: bytes
    until_s: float


class Codes:
    """The one-time codes of a home. They are kept in memory: after a restart one presses again.

    :param now_s: gives seconds that only go forward.
    :param derive: makes the key of a code, :func:`key_of`.
    """

    def __init__(
        self,
        now_s: Callable[[], float] = time.monotonic,
        derive: Callable[[str, bytes], bytes] = key_of,
    ) -> None:
        self._now_s, self._derive = now_s, derive
        self._lock = Lock()
        self._codes: dict[bytes, _Code] = {}
        self._wrong: dict[bytes, int] = {}

    def new(self) -> tuple[str, float]:
        """Make a code.

        :return: the code as it is said, and for how many seconds it is good.
        """
        word = secrets.choice(LONG_WORDS)
        digits = "".join(secrets.choice(_DIGITS) for _ in range(LONG_DIGITS))
        salt = secrets.token_bytes(SALT_BYTES)
        made = _Code(word + digits, salt, self._derive(word + digits, salt), self._now_s() + GOOD_S)
        with self._lock:
            self._drop_old()
            while len(self._codes) >= CODES_MAX:
                self._codes.pop(next(iter(self._codes)))
            self._codes[salt] = made
        return spoken(made.code), GOOD_S

    def good(self) -> list[tuple[str, float]]:
        """The codes that are good now, as they are said, with the seconds that are left."""
        with self._lock:
            self._drop_old()
            now_s = self._now_s()
            found = [(spoken(one.code), one.until_s - now_s) for one in self._codes.values()]
            return list(reversed(found))

    def salts(self) -> list[bytes]:
        """The salts of the codes that are good now, the latest first."""
        with self._lock:
            self._drop_old()
            return list(reversed(self._codes))

    def use(self, salt: bytes, shown: bytes, laptop: Side) -> bytes:
        """Use a code up, by a laptop's proof that it knows it.

        :return: the key of the code.
        :raises WrongCode: it is another one, or over.
        """
        with self._lock:
            self._drop_old()
            found = self._codes.get(salt)
            if found is None:
                raise WrongCode
            if not hmac.compare_digest(shown, proof(found.key, "laptop", laptop)):
                self._wrong[salt] = self._wrong.get(salt, 0) + 1
                if self._wrong[salt] >= TRIES:
                    del self._codes[salt]
                raise WrongCode
            del self._codes[salt]
            return found.key

    def _drop_old(self) -> None:
        now_s = self._now_s()
        self._codes = {salt: one for salt, one in self._codes.items() if one.until_s > now_s}
        self._wrong = {salt: n for salt, n in self._wrong.items() if salt in self._codes}
