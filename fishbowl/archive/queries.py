"""The archive as pages and consoles use it: search, related sessions, the readers' link.

Each query opens its own read-only connection and runs in a thread, so a search does not delay
requests of live sessions.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from fishbowl.archive.related_sessions import related_sessions
from fishbowl.archive.search import search, warm_up
from fishbowl.archive.search_types import Filter, ResultPage, SearchResult
from fishbowl.archive.vocabulary import VocabularyCache
from fishbowl.log import StoreError
from fishbowl.log.connection import connect

RunInThread = Callable[..., Any]
Transact = Callable[[Callable[[sqlite3.Connection], None]], None]


class Archive:
    """Queries over the closed sessions.

    :param path: returns the database file, which can change while the server runs.
    :param transact: runs a function in a write transaction.
    :param run_in_thread: calls a function that may take long; called directly if left out.
    """

    def __init__(
        self, path: Callable[[], Path], transact: Transact, run_in_thread: RunInThread | None = None
    ) -> None:
        self._path = path
        self._transact = transact
        self._vocabulary_cache = VocabularyCache()
        self._run_in_thread = run_in_thread or (
            lambda function, *args, **options: function(*args, **options)
        )

    def search(self, typed: str, narrow: Filter, *, first: int, published_only: bool) -> ResultPage:
        """Find sessions; see :func:`~fishbowl.archive.search.search`."""
        found: ResultPage = self._run_in_thread(
            search,
            self._path(),
            typed,
            narrow,
            first=first,
            published_only=published_only,
            vocabulary_cache=self._vocabulary_cache,
        )
        return found

    def warm_up(self) -> None:
        """Fill the cache, so that the first search after a change does not have to."""
        self._run_in_thread(warm_up, self._path(), self._vocabulary_cache)

    def related_sessions(self, title: str, *, exclude: str) -> tuple[SearchResult, ...]:
        """Find sessions about a topic; see :mod:`fishbowl.archive.related_sessions`."""
        found: tuple[SearchResult, ...] = self._run_in_thread(
            related_sessions, self._path(), title, exclude=exclude
        )
        return found

    def reader_link_generation(self) -> int:
        """The generation of the valid readers' link: 1, and one more for each renewal."""
        with closing(connect(self._path(), readonly=True)) as connection:
            query = "select value from archive_state where name = 'readers_link'"
            row = connection.execute(query).fetchone()
        return 1 if row is None else int(row[0])

    def renew_reader_link(self, seen: int) -> bool:
        """Revoke the readers' link and make a new one valid. Idempotent for the same ``seen``.

        :param seen: the generation that the page showed.
        :return: ``False`` if it could not be saved.
        """
        if seen != self.reader_link_generation():
            return True

        def renew(connection: sqlite3.Connection) -> None:
            connection.execute(
                "insert or replace into archive_state (name, value) values ('readers_link', ?)",
                (str(seen + 1),),
            )

        try:
            self._transact(renew)
        except (sqlite3.Error, StoreError):
            return False
        return True
