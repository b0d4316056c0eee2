"""Contacts, passes, tokens and letters of a SQLite file: :mod:`fishbowl.log.people_protocol`."""

from collections.abc import Iterable

from fishbowl.log import contacts, letter_tokens, outbox, passes
from fishbowl.log.connection import translated
from fishbowl.log.open_file import OpenFile
from fishbowl.log.people_records import Contact, Letter, PassRow, TokenRow


class PeopleTables(OpenFile):
    """Implements :class:`~fishbowl.log.people_protocol.PeopleLog`."""

    def claim_letters(self, now_ms: int, until_ms: int, most: int) -> list[Letter]:
        """Claim letters that are due and that nobody else is sending."""
        with translated():
            return self.transact(lambda file: outbox.claim(file, now_ms, until_ms, most))

    def contacts(self, owner: str = "", *, failed: bool = False) -> list[Contact]:
        """How somebody is reached."""
        with translated():
            return contacts.read(self._reader, owner, failed=failed)

    def contact_owners(self, digests: Iterable[bytes]) -> list[str]:
        """Whose confirmed e-mail address has one of these digests."""
        with translated():
            return contacts.owners_of(self._reader, digests)

    def refused_addresses(self, digests: Iterable[bytes]) -> frozenset[bytes]:
        """Which of these digests are of addresses that want no letters."""
        with translated():
            return contacts.refused(self._reader, digests)

    def find_pass(self, hash: bytes) -> PassRow | None:
        """Find a pass by the hash of its verifier."""
        with translated():
            return passes.find(self._reader, hash)

    def passes_of(self, member: int) -> list[PassRow]:
        """The passes of a member."""
        with translated():
            return passes.of_member(self._reader, member)

    def letter_token(self, hash: bytes) -> TokenRow | None:
        """Find the token of a letter."""
        with translated():
            return letter_tokens.find(self._reader, hash)

    def letters(self, owner: str = "", *, failed: bool = False) -> list[Letter]:
        """Letters of the outbox."""
        with translated():
            return outbox.read(self._reader, owner, failed=failed)

    def find_letter(self, id: str) -> Letter | None:
        """Find a letter by its id."""
        with translated():
            return outbox.find(self._reader, id)
