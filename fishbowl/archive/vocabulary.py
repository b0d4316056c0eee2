"""What a search asks of all finished sessions at once, kept in memory while none of them changes.

Filters, counts and the order of time need every session of the archive, however few are shown.
Reading thousands of rows for that takes longer than the search itself.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from fishbowl.harvest.searchable_text import KINDS
from fishbowl.log import archived_sessions


class Card(NamedTuple):
    """What a session can be filtered by."""

    event: str
    year: str
    language: str


class Cards:
    """The cards of all sessions as they were when they were read.

    ``all`` and ``published`` have the latest session first.

    :param connection: in a transaction, which sees the same until the search has ended.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        rows = connection.execute(
            "select session_id, published, event, cast(year as text), language"
            " from finished_sessions order by ended_at_ms desc, session_id desc"
        ).fetchall()
        same: dict[str, str] = {}  # a few events and years are on thousands of cards
        self.all: Mapping[int, Card] = {
            row[0]: Card(*(same.setdefault(text, text) for text in row[2:])) for row in rows
        }
        self.published: Mapping[int, Card] = {row[0]: self.all[row[0]] for row in rows if row[1]}
        self._having: dict[str, frozenset[int]] = {}
        self._words: tuple[str, ...] | None = None
        self._letters: tuple[tuple[str, ...], frozenset[str]] | None = None

    def read_all(self, connection: sqlite3.Connection) -> None:
        """Read what would only be read when it is asked for."""
        self.words(connection)
        self.letters(connection)
        for kind in KINDS:
            self.having(connection, kind)

    def having(self, connection: sqlite3.Connection, kind: str) -> frozenset[int]:
        """Which sessions have a find of a kind, whatever its words."""
        if kind not in self._having:
            query = "select distinct session_id from finds where kind = ?"
            self._having[kind] = frozenset(one for (one,) in connection.execute(query, (kind,)))
        return self._having[kind]

    def words(self, connection: sqlite3.Connection) -> tuple[str, ...]:
        """Every word of the archive once, the shortest first."""
        if self._words is None:
            self._words = tuple(sorted(archived_sessions.words(connection), key=len))
        return self._words

    def letters(self, connection: sqlite3.Connection) -> tuple[Sequence[str], frozenset[str]]:
        """The words of several letters, in the order of these, and all letters in them."""
        if self._letters is None:
            several = sorted(word for word in self.words(connection) if len(word) > 1)
            in_them = frozenset(char for char in set("".join(several)) if char.isalpha())
            self._letters = (tuple(several), in_them)
        return self._letters


class Catalogue:
    """The cards of an archive, read again when a session came, changed or went.

    Threads may share one: at worst two of them read the same cards.
    """

    def __init__(self) -> None:
        self._kept: tuple[str, Cards] | None = None

    def cards(self, connection: sqlite3.Connection) -> Cards:
        """The cards as the connection's transaction sees them."""
        state = archived_sessions.state(connection)
        kept = self._kept
        if kept is None or kept[0] != state:
            kept = self._kept = (state, Cards(connection))
        return kept[1]
