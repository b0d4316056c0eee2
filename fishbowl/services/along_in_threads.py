"""What is kept of a home and its laptops, for use from any thread: see ``log_threads.py``."""

from fishbowl.harvest.searchable_text import SearchableText
from fishbowl.host.threads import Runner
from fishbowl.log.along_protocol import AlongLog
from fishbowl.log.along_records import Granted, KnownMember, SharedHead, WishRow
from fishbowl.log.people_records import PassRow
from fishbowl.log.records import ArchivedSession


class AlongInThreads:
    """The part of :class:`~fishbowl.services.log_threads.InThreads` that is about a home."""

    _along: AlongLog
    _reading: Runner

    def known_member(self, hash: bytes) -> KnownMember | None:
        """Whom this laptop greets."""
        return self._reading(self._along.known_member, hash)

    def known_member_count(self) -> int:
        """How many members this laptop greets."""
        return self._reading(self._along.known_member_count)

    def wishes(self) -> list[WishRow]:
        """The wishes that wait."""
        return self._reading(self._along.wishes)

    def along_facts(self) -> dict[str, bytes]:
        """What the home told."""
        return self._reading(self._along.along_facts)

    def shared_heads(self) -> list[SharedHead]:
        """The published sessions of the home."""
        return self._reading(self._along.shared_heads)

    def published(self) -> list[tuple[str, int]]:
        """The own sessions that are published."""
        return self._reading(self._along.published)

    def published_session(
        self, code: str
    ) -> tuple[ArchivedSession, tuple[SearchableText, ...]] | None:
        """What is found of an own session."""
        return self._reading(self._along.published_session, code)

    def all_passes(self) -> list[PassRow]:
        """Every pass that is good."""
        return self._reading(self._along.all_passes)

    def granted_wish(self, subject: str) -> Granted | None:
        """The latest wish about something."""
        return self._reading(self._along.granted_wish, subject)
