"""Messages between two machines that nobody else can read, change or send again.

Rooms have plain http, and a standby is sent everything, the signing key included. Each message is
therefore encrypted and authenticated (ChaCha20-Poly1305) under a key that is made from the standby
key (HKDF-SHA256). The standby key itself never leaves the two machines: who can open a message has
it. What a message is for, and for an answer which question it answers, is authenticated with it.
"""

import os
from typing import TypeVar

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE_BYTES = 12
_INFO = b"fishbowl standby 1"

T = TypeVar("T")


class NotOurs(Exception):
    """A message was not sealed with this key, or not for this purpose."""


class Seal:
    """Seals and opens messages.

    :param key: the standby key, as the owner reads it.
    """

    def __init__(self, key: str) -> None:
        derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=_INFO)
        self._cipher = ChaCha20Poly1305(derived.derive(key.strip().encode()))

    def close(self, what: msgspec.Struct, purpose: str, ticket: bytes = b"") -> bytes:
        """Encrypt a message.

        :param purpose: what it is for, such as the path that it is sent to.
        :param ticket: for an answer, the ticket of the question.
        """
        nonce = os.urandom(_NONCE_BYTES)
        body = msgspec.msgpack.encode(what)
        return nonce + self._cipher.encrypt(nonce, body, _bound(purpose, ticket))

    def open(self, sealed: bytes, kind: type[T], purpose: str, ticket: bytes = b"") -> T:
        """Decrypt a message.

        :raises NotOurs: it was changed, sealed with another key, or is for something else.
        """
        nonce, body = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
        try:
            opened = self._cipher.decrypt(nonce, body, _bound(purpose, ticket))
            return msgspec.msgpack.decode(opened, type=kind)
        except (InvalidTag, ValueError, msgspec.DecodeError) as error:
            raise NotOurs from error


def _bound(purpose: str, ticket: bytes) -> bytes:
    return purpose.encode() + b"\x00" + ticket
