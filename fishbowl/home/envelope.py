"""What passes between a laptop and its home: encrypted to the receiver, signed by the sender.

An envelope is made for one purpose (a question of some kind, the answer to one question, a
bundle), by one installation for one other. It cannot be read by others, changed, or passed off as
another one. It is X25519, HKDF-SHA256, ChaCha20-Poly1305 and Ed25519 of the library
``cryptography``. The signature is inside, so that who sent it is not seen from outside.

The same content is sealed to the same bytes: the key for one envelope is made from the content and
a secret. So what was sent in part can be made again after a restart and continued, and it is named
by the hash of its bytes.
"""

import hashlib
import hmac

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from fishbowl.home.keys import KEY_BYTES, OwnKeys, PublicKeys

VERSION = b"\x01"
_NAME = b"fishbowl home 1"
_SIGNATURE_BYTES = 64
_NONCE = bytes(12)
"""A key encrypts one content only, so it needs no other nonce."""


class NotOurs(Exception):
    """It was changed, is for somebody else or something else, or is not from this sender."""


def sealed(content: bytes, purpose: str, sender: OwnKeys, to: PublicKeys) -> bytes:
    """Sign content and encrypt it.

    :param purpose: what it is for; whoever opens it says the same.
    """
    once = X25519PrivateKey.from_private_bytes(_secret_for(content, purpose, sender, to))
    shown = once.public_key().public_bytes_raw()
    bound = _bound(purpose, shown, to)
    signature = Ed25519PrivateKey.from_private_bytes(sender.sign).sign(bound + content)
    shared = once.exchange(X25519PublicKey.from_public_bytes(to.seal))
    hidden = _cipher(shared, bound).encrypt(_NONCE, signature + content, bound)
    return VERSION + shown + hidden


def opened(envelope: bytes, purpose: str, receiver: OwnKeys, sender: PublicKeys) -> bytes:
    """Decrypt an envelope and check who signed it.

    :raises NotOurs: it cannot be opened for this purpose by this receiver, or is not by this
        sender.
    """
    shown, hidden = envelope[1 : 1 + KEY_BYTES], envelope[1 + KEY_BYTES :]
    bound = _bound(purpose, shown, receiver.public)
    try:
        if envelope[:1] != VERSION:
            raise NotOurs
        private = X25519PrivateKey.from_private_bytes(receiver.seal)
        shared = private.exchange(X25519PublicKey.from_public_bytes(shown))
        plain = _cipher(shared, bound).decrypt(_NONCE, hidden, bound)
        signature, content = plain[:_SIGNATURE_BYTES], plain[_SIGNATURE_BYTES:]
        Ed25519PublicKey.from_public_bytes(sender.sign).verify(signature, bound + content)
    except (InvalidTag, InvalidSignature, ValueError) as error:
        raise NotOurs from error
    return content


def name_of(envelope: bytes) -> str:
    """The name of an envelope: the SHA-256 of its bytes, in hexadecimal."""
    return hashlib.sha256(envelope).hexdigest()


def _secret_for(content: bytes, purpose: str, sender: OwnKeys, to: PublicKeys) -> bytes:
    about = b"".join((_NAME, b" once\x00", purpose.encode(), b"\x00", to.seal, content))
    return hmac.digest(sender.seal, about, "sha256")


def _bound(purpose: str, shown: bytes, to: PublicKeys) -> bytes:
    return b"".join((_NAME, b"\x00", purpose.encode(), b"\x00", shown, to.seal))


def _cipher(shared: bytes, bound: bytes) -> ChaCha20Poly1305:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=bound)
    return ChaCha20Poly1305(derived.derive(shared))
