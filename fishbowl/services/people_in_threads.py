"""Contacts, passes, tokens and letters for use from any thread: see ``log_threads.py``."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeVar

from fishbowl.host.threads import Runner
from fishbowl.log.people_protocol import PeopleLog
from fishbowl.log.people_records import Contact, Letter, PassRow, TokenRow

T = TypeVar("T")


class PeopleInThreads(ABC):
    """The part of :class:`~fishbowl.services.log_threads.InThreads` that is about people."""

    _people: PeopleLog
    _reading: Runner

    @abstractmethod
    def _writing(self, function: Callable[..., T], *args: Any) -> T:
        """Run what writes in the thread for it."""
        ...

    def claim_letters(self, now_ms: int, until_ms: int, most: int) -> list[Letter]:
        """Claim letters that are due and that nobody else is sending."""
        return self._writing(self._people.claim_letters, now_ms, until_ms, most)

    def contacts(self, owner: str = "", *, failed: bool = False) -> list[Contact]:
        """How somebody is reached."""
        return self._reading(partial(self._people.contacts, owner, failed=failed))

    def contact_owners(self, digests: Iterable[bytes]) -> list[str]:
        """Whose confirmed e-mail address has one of these digests."""
        return self._reading(self._people.contact_owners, digests)

    def refused_addresses(self, digests: Iterable[bytes]) -> frozenset[bytes]:
        """Which of these digests are of addresses that want no letters."""
        return self._reading(self._people.refused_addresses, digests)

    def find_pass(self, hash: bytes) -> PassRow | None:
        """Find a pass by the hash of its verifier."""
        return self._reading(self._people.find_pass, hash)

    def passes_of(self, member: int) -> list[PassRow]:
        """The passes of a member."""
        return self._reading(self._people.passes_of, member)

    def letter_token(self, hash: bytes) -> TokenRow | None:
        """Find the token of a letter."""
        return self._reading(self._people.letter_token, hash)

    def letters(self, owner: str = "", *, failed: bool = False) -> list[Letter]:
        """Letters of the outbox."""
        return self._reading(partial(self._people.letters, owner, failed=failed))

    def find_letter(self, id: str) -> Letter | None:
        """Find a letter by its id."""
        return self._reading(self._people.find_letter, id)
