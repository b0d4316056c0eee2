"""The part of the interface of the log that is about a home and its laptops.

Everything is written by the effects of :mod:`fishbowl.log.along_effects`.
"""

from typing import Protocol

from fishbowl.harvest.searchable_text import SearchableText
from fishbowl.log.along_records import Granted, KnownMember, SharedHead, WishRow
from fishbowl.log.people_records import PassRow
from fishbowl.log.records import ArchivedSession


class AlongLog(Protocol):
    """What is kept of a home; for errors see :class:`~fishbowl.log.protocol.Log`."""

    # At a laptop

    def known_member(self, hash: bytes) -> KnownMember | None:
        """Whom this laptop greets who shows the verifier of this hash; ``None`` for nobody."""
        ...

    def known_member_count(self) -> int:
        """How many members this laptop greets."""
        ...

    def wishes(self) -> list[WishRow]:
        """The wishes that wait to be handed over, in the order in which they were made."""
        ...

    def along_facts(self) -> dict[str, bytes]:
        """What the home told, by name."""
        ...

    def shared_heads(self) -> list[SharedHead]:
        """The published sessions of the home that can be found here, by their codes."""
        ...

    # At home

    def published(self) -> list[tuple[str, int]]:
        """The codes of own sessions that are published, with the entry as of which they are."""
        ...

    def published_session(
        self, code: str
    ) -> tuple[ArchivedSession, tuple[SearchableText, ...]] | None:
        """What is found of an own session; ``None`` if it is not published."""
        ...

    def all_passes(self) -> list[PassRow]:
        """Every pass that is good."""
        ...

    def granted_wish(self, subject: str) -> Granted | None:
        """The latest wish about something that this home has taken in; ``None`` for none."""
        ...
