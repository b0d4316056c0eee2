"""In-memory data over all archived sessions: filter values, kinds and indexed words.

Filters, their counts and the order by date need every session, however few a page shows. Reading
thousands of rows for that takes longer than the search itself, so it is cached until the archive
changes.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from fishbowl.harvest.searchable_text import KINDS
from fishbowl.log import archived_sessions


class FilterValues(NamedTuple):
    """The values by which a session is filtered. In a series, ``event`` is empty: the id counts."""

    event: str
    year: str
    language: str
    series: str


class Vocabulary:
    """Filter values and words of all archived sessions, as of one state of the archive.

    ``all`` and ``published`` have the latest session first.

    :param connection: in a read transaction that lasts as long as the search.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        rows = connection.execute(
            "select session_id, published, case when key is null then finished_sessions.event"
            " else '' end, cast(year as text), language, coalesce(key, '') from finished_sessions"
            " left join sessions on sessions.id = session_id"
            " left join streams on streams.kind = 'series' and streams.key = sessions.series"
            " order by ended_at_ms desc, session_id desc"
        ).fetchall()
        same: dict[str, str] = {}  # thousands of sessions share a few events and years
        self.all: Mapping[int, FilterValues] = {
            row[0]: FilterValues(*(same.setdefault(text, text) for text in row[2:])) for row in rows
        }
        self.published: Mapping[int, FilterValues] = {
            row[0]: self.all[row[0]] for row in rows if row[1]
        }
        self._by_kind: dict[str, frozenset[int]] = {}
        self._words: tuple[str, ...] | None = None
        self._letters: tuple[tuple[str, ...], frozenset[str]] | None = None

    def load_all(self, connection: sqlite3.Connection) -> None:
        """Load everything that is otherwise loaded on first use."""
        self.words(connection)
        self.letters(connection)
        for kind in KINDS:
            self.sessions_with_kind(connection, kind)

    def sessions_with_kind(self, connection: sqlite3.Connection, kind: str) -> frozenset[int]:
        """The sessions that have any text of a kind."""
        if kind not in self._by_kind:
            query = "select distinct session_id from finds where kind = ?"
            self._by_kind[kind] = frozenset(one for (one,) in connection.execute(query, (kind,)))
        return self._by_kind[kind]

    def words(self, connection: sqlite3.Connection) -> tuple[str, ...]:
        """All indexed words, the shortest first."""
        if self._words is None:
            self._words = tuple(sorted(archived_sessions.words(connection), key=len))
        return self._words

    def letters(self, connection: sqlite3.Connection) -> tuple[Sequence[str], frozenset[str]]:
        """The indexed words of at least two letters, sorted, and the set of letters in them."""
        if self._letters is None:
            several = sorted(word for word in self.words(connection) if len(word) > 1)
            in_them = frozenset(char for char in set("".join(several)) if char.isalpha())
            self._letters = (tuple(several), in_them)
        return self._letters


class VocabularyCache:
    """Keeps the :class:`Vocabulary` of the current state of the archive.

    It may be shared by threads: at worst two of them load the same state.
    """

    def __init__(self) -> None:
        self._kept: tuple[str, Vocabulary] | None = None

    def vocabulary(self, connection: sqlite3.Connection) -> Vocabulary:
        """The vocabulary of the state that the connection's transaction sees."""
        state = archived_sessions.state(connection)
        kept = self._kept
        if kept is None or kept[0] != state:
            kept = self._kept = (state, Vocabulary(connection))
        return kept[1]
