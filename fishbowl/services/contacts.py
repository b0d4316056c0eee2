"""How members are reached: sealed in the database under a key that is not in it.

Contacts are in no log of events, no metrics and no export but the member's own. Whoever has the
database alone can read none. They are compared by a keyed hash of the address as it is written
usually, so that one address has one hash.
"""

import hmac
import re
import secrets
from collections.abc import Iterable
from email.utils import parseaddr
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from fishbowl.domain.community.ids import invitation_in
from fishbowl.log import Log
from fishbowl.log.people_effects import PutContact
from fishbowl.log.people_records import Contact, ContactKind

NONCE_BYTES = 12
DIGEST_BYTES = 20
ADDRESS_MAX = 254
"""The longest address that a mail server takes (RFC 5321)."""
OTHER_MAX = 140
_ATOMS = re.compile(r"[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
"""What nearly every address is; only others are read by the grammar of mail."""

UNSUBSCRIBED = "unsubscribed"
"""The problem of a contact whose owner wants no letters but those that they ask for. Confirming the
address again ends it. Hosts are not told."""


class BadContact(ValueError):
    """What was typed is no address to which a letter can be sent, or is too long."""


class Reached(NamedTuple):
    """A contact as its owner reads it.

    :param value: the address; ``None`` if it was sealed under a key that is lost.
    """

    kind: ContactKind
    value: str | None
    confirmed_at_ms: int | None
    failed_at_ms: int | None
    problem: str

    @property
    def way(self) -> str:
        """What those may read whom its owner said yes to.

        An address that is not confirmed may be another one's, so it is empty then.
        """
        is_sure = self.kind != "mail" or self.confirmed_at_ms is not None
        return (self.value or "") if is_sure else ""


class Contacts:
    """Seals and opens contacts, and looks them up.

    :param keys: the first one seals; all of them open.
    """

    def __init__(self, log: Log, keys: tuple[bytes, ...]) -> None:
        self._log = log
        self._keys = keys

    # What is committed

    def put(
        self, owner: str, kind: ContactKind, value: str, confirmed_at_ms: int | None = None
    ) -> PutContact:
        """Let somebody be reached by this, in place of an earlier contact of this kind.

        :param owner: ``member/7`` or ``invitation/9``.
        :param value: as it was typed.
        :raises BadContact: no letter can be sent to it, or it is too long.
        """
        clean = mail_address(value) if kind == "mail" else _other(value)
        sealed, digest = self.seal(kind, clean)
        return PutContact(
            owner=owner,
            kind=kind,
            sealed=sealed,
            digest=digest,
            confirmed_at_ms=confirmed_at_ms,
        )

    def seal(self, kind: ContactKind, value: str) -> tuple[bytes, bytes]:
        """Encrypt a contact.

        :return: the sealed contact, and the digest by which it is found.
        """
        nonce = secrets.token_bytes(NONCE_BYTES)
        sealed = AESGCM(_derived(self._keys[0], b"seal")).encrypt(
            nonce, value.encode(), kind.encode()
        )
        return nonce + sealed, self.digests(value)[0]

    # What is read

    def open(self, contact: Contact) -> str | None:
        """Decrypt a contact; ``None`` if its key is lost."""
        nonce, sealed = contact.sealed[:NONCE_BYTES], contact.sealed[NONCE_BYTES:]
        for key in self._keys:
            try:
                plain = AESGCM(_derived(key, b"seal")).decrypt(nonce, sealed, contact.kind.encode())
            except InvalidTag:
                continue
            return plain.decode()
        return None

    def of(self, owner: str) -> Reached | None:
        """How somebody is reached; ``None`` by nothing but their pass.

        :raises StoreError: it cannot be looked up.
        """
        found = self._log.contacts(owner)
        return self._reached(found[0]) if found else None

    def all(self) -> dict[str, Reached]:
        """How everybody is reached, by owner.

        :raises StoreError: it cannot be looked up.
        """
        return {one.owner: self._reached(one) for one in self._log.contacts()}

    def owners(self, address: str) -> list[str]:
        """Whose confirmed address this is.

        :raises StoreError: it cannot be looked up.
        """
        try:
            return self._log.contact_owners(self.digests(mail_address(address)))
        except BadContact:
            return []

    def failed(self) -> frozenset[str]:
        """The owners of contacts to which letters came back; not of those who want none.

        :raises StoreError: they cannot be read.
        """
        found = self._log.contacts(failed=True)
        return frozenset(one.owner for one in found if one.problem != UNSUBSCRIBED)

    def not_to_be_asked(self, addresses: Iterable[str]) -> frozenset[str]:
        """Which of these addresses get no invitation.

        They want no letters, are a member's, or were invited already.

        :raises StoreError: they cannot be looked up.
        """
        by_digest = {digest: one for one in addresses for digest in self.digests(one)}
        refused = self._log.refused_addresses(by_digest)
        known = {
            one.digest
            for one in self._log.contacts()
            if one.kind == "mail"
            and (one.confirmed_at_ms is not None or invitation_in(one.owner) is not None)
        }
        return frozenset(
            address for digest, address in by_digest.items() if digest in refused or digest in known
        )

    def is_refused(self, address: str) -> bool:
        """Whether an address wants no letters.

        :raises StoreError: it cannot be looked up.
        """
        return bool(self._log.refused_addresses(self.digests(address)))

    def lost(self) -> int:
        """How many contacts cannot be opened, because their key is lost.

        :raises StoreError: they cannot be read.
        """
        return sum(self.open(one) is None for one in self._log.contacts())

    def digests(self, value: str) -> tuple[bytes, ...]:
        """The keyed hashes of an address, one for each key; the first one is stored."""
        same = value.strip().casefold().encode()
        return tuple(
            hmac.digest(_derived(key, b"digest"), same, "sha256")[:DIGEST_BYTES]
            for key in self._keys
        )

    def token_key(self) -> bytes:
        """The key of which the tokens of letters are made: whoever has it can read addresses."""
        return _derived(self._keys[0], b"letter tokens")

    def _reached(self, contact: Contact) -> Reached:
        return Reached(
            contact.kind,
            self.open(contact),
            contact.confirmed_at_ms,
            contact.failed_at_ms,
            contact.problem,
        )


def mail_address(text: str) -> str:
    """An e-mail address as it is stored: without blanks around it, its host in small letters.

    >>> mail_address(" Amira@Example.ORG ")
    'Amira@example.org'

    :raises BadContact: no letter can be sent to it.
    """
    address = text.strip()
    local, _, host = address.rpartition("@")
    is_plain = bool(_ATOMS.fullmatch(address)) or (
        parseaddr(address)[1] == address
        and not any(one.isspace() or not one.isprintable() for one in address)
    )
    labels = host.split(".")
    if (
        not local
        or not is_plain
        or len(address) > ADDRESS_MAX
        or len(labels) < 2
        or not all(labels)
    ):
        raise BadContact("this is no e-mail address")
    return f"{local}@{host.lower()}"


def _other(text: str) -> str:
    words = " ".join(text.split())
    if not words or len(words) > OTHER_MAX or not words.isprintable():
        raise BadContact("this is empty, or too long")
    return words


def _derived(key: bytes, use: bytes) -> bytes:
    return hmac.digest(key, b"fishbowl contacts " + use, "sha256")
