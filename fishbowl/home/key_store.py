"""The own keys of an installation, as they are kept.

They are sealed in the database under the key of the contacts, which is not in it: whoever has a
copy of the database alone can neither sign as this installation nor read what was sent to it.
"""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from fishbowl.home.keys import KEY_BYTES, OwnKeys, make_keys
from fishbowl.home.records import HomeRecords
from fishbowl.log import StoreError

_NONCE_BYTES = 12
_SEALED_AS = b"fishbowl home keys 1"


class KeyStore:
    """Keeps the own keys of an installation.

    :param contacts_keys: the keys of the contacts; the first one seals, all of them open.
    """

    def __init__(self, records: HomeRecords, contacts_keys: tuple[bytes, ...]) -> None:
        self._records, self._contacts_keys = records, contacts_keys
        self._known: OwnKeys | None = None

    def own(self) -> OwnKeys:
        """The keys of this installation, made on first use.

        :raises StoreError: they cannot be read, or the key that opens them is lost.
        """
        if self._known is None:
            sealed = self._records.sealed_keys()
            if sealed is None:
                made = make_keys()
                self._records.put_sealed_keys(self._sealed(made))
                self._known = made
            else:
                self._known = self._opened(sealed)
        return self._known

    def replace_lost(self) -> None:
        """Make new keys if those that are kept cannot be opened any more.

        Whoever knows the old ones does not know this installation any more.

        :raises StoreError: they cannot be written.
        """
        sealed = self._records.sealed_keys()
        if sealed is not None and self._tried(sealed) is None:
            self._known = make_keys()
            self._records.put_sealed_keys(self._sealed(self._known))

    def _sealed(self, keys: OwnKeys) -> bytes:
        nonce = os.urandom(_NONCE_BYTES)
        cipher = ChaCha20Poly1305(_derived(self._contacts_keys[0]))
        return nonce + cipher.encrypt(nonce, keys.sign + keys.seal, _SEALED_AS)

    def _opened(self, sealed: bytes) -> OwnKeys:
        found = self._tried(sealed)
        if found is None:
            raise StoreError(
                "The keys by which this installation is known elsewhere cannot be opened: they "
                "were sealed under a key of the contacts that is not here. Put it back, or join "
                "the home again."
            )
        return found

    def _tried(self, sealed: bytes) -> OwnKeys | None:
        nonce, rest = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
        for key in self._contacts_keys:
            try:
                plain = ChaCha20Poly1305(_derived(key)).decrypt(nonce, rest, _SEALED_AS)
            except (InvalidTag, ValueError):
                continue
            return OwnKeys(plain[:KEY_BYTES], plain[KEY_BYTES:])
        return None


def _derived(key: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=_SEALED_AS).derive(key)
