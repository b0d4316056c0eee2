"""The keys of an installation that is paired: one to sign with, one that others encrypt to."""

import hashlib
import os
from typing import NamedTuple

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

KEY_BYTES = 32
ID_BYTES = 16


class PublicKeys(msgspec.Struct, frozen=True, array_like=True):
    """What others know of an installation.

    :param sign: its Ed25519 key, 32 bytes.
    :param seal: its X25519 key, 32 bytes.
    """

    sign: bytes
    seal: bytes

    @property
    def id(self) -> str:
        """The fingerprint of both keys, in hexadecimal: it names the installation."""
        return hashlib.sha256(self.sign + self.seal).digest()[:ID_BYTES].hex()

    @property
    def are_keys(self) -> bool:
        """Whether they are as long as keys are."""
        return len(self.sign) == len(self.seal) == KEY_BYTES


class OwnKeys(NamedTuple):
    """The private halves, 32 bytes each."""

    sign: bytes
    seal: bytes

    @property
    def public(self) -> PublicKeys:
        """What others may know."""
        return PublicKeys(
            Ed25519PrivateKey.from_private_bytes(self.sign).public_key().public_bytes_raw(),
            X25519PrivateKey.from_private_bytes(self.seal).public_key().public_bytes_raw(),
        )


def make_keys() -> OwnKeys:
    """Make keys of a new installation."""
    return OwnKeys(os.urandom(KEY_BYTES), os.urandom(KEY_BYTES))
