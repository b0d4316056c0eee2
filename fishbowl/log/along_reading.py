"""What a laptop keeps of its home, in a SQLite file: :mod:`fishbowl.log.along_protocol`."""

from fishbowl.harvest.searchable_text import SearchableText
from fishbowl.log import along, passes
from fishbowl.log.along_records import Granted, KnownMember, SharedHead, WishRow
from fishbowl.log.connection import translated
from fishbowl.log.open_file import OpenFile
from fishbowl.log.people_records import PassRow
from fishbowl.log.records import ArchivedSession


class AlongTables(OpenFile):
    """Implements :class:`~fishbowl.log.along_protocol.AlongLog`."""

    def known_member(self, hash: bytes) -> KnownMember | None:
        """Whom this laptop greets."""
        with translated():
            return along.find_member(self._reader, hash)

    def known_member_count(self) -> int:
        """How many members this laptop greets."""
        with translated():
            return along.member_count(self._reader)

    def wishes(self) -> list[WishRow]:
        """The wishes that wait."""
        with translated():
            return along.wishes(self._reader)

    def along_facts(self) -> dict[str, bytes]:
        """What the home told."""
        with translated():
            return along.facts(self._reader)

    def shared_heads(self) -> list[SharedHead]:
        """The published sessions of the home."""
        with translated():
            return along.shared_heads(self._reader)

    def published(self) -> list[tuple[str, int]]:
        """The own sessions that are published."""
        with translated():
            return along.published(self._reader)

    def published_session(
        self, code: str
    ) -> tuple[ArchivedSession, tuple[SearchableText, ...]] | None:
        """What is found of an own session."""
        with translated():
            return along.published_session(self._reader, code)

    def all_passes(self) -> list[PassRow]:
        """Every pass that is good."""
        with translated():
            return passes.all_of_them(self._reader)

    def granted_wish(self, subject: str) -> Granted | None:
        """The latest wish about something."""
        with translated():
            return along.granted(self._reader, subject)
