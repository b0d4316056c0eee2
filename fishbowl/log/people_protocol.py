"""The part of the interface of the log that is about what is kept of people beside entries.

Everything is written by the effects of :mod:`fishbowl.log.people_effects`; only claiming letters
is a call of its own, because it answers.
"""

from collections.abc import Iterable
from typing import Protocol

from fishbowl.log.people_records import Contact, Letter, PassRow, TokenRow


class PeopleLog(Protocol):
    """Contacts, passes, tokens and letters; for errors see :class:`~fishbowl.log.protocol.Log`."""

    # Writing

    def claim_letters(self, now_ms: int, until_ms: int, most: int) -> list[Letter]:
        """Claim letters that are due and that nobody else is sending, the earliest first.

        :param until_ms: whoever has not settled a letter until then loses it to the next.
        :param most: so many at most.
        """
        ...

    # Reading

    def contacts(self, owner: str = "", *, failed: bool = False) -> list[Contact]:
        """How somebody is reached; everybody, if no owner is given.

        :param failed: only those to which letters came back.
        """
        ...

    def contact_owners(self, digests: Iterable[bytes]) -> list[str]:
        """Whose confirmed e-mail address has one of these digests."""
        ...

    def refused_addresses(self, digests: Iterable[bytes]) -> frozenset[bytes]:
        """Which of these digests are of addresses that want no letters."""
        ...

    def find_pass(self, hash: bytes) -> PassRow | None:
        """Find a pass by the SHA-256 of its verifier; ``None`` if it opens nothing."""
        ...

    def passes_of(self, member: int) -> list[PassRow]:
        """The passes of a member, the oldest first."""
        ...

    def letter_token(self, hash: bytes) -> TokenRow | None:
        """Find the token of a letter, good or not; ``None`` if there is none."""
        ...

    def letters(self, owner: str = "", *, failed: bool = False) -> list[Letter]:
        """Letters of the outbox, the latest first.

        :param owner: to whom; empty for everybody.
        :param failed: only those that have a problem.
        """
        ...

    def find_letter(self, id: str) -> Letter | None:
        """Find a letter by its id; ``None`` if it is there no more."""
        ...
