"""The archive as pages and consoles use it: search, related sessions, the readers' link.

Each query opens its own read-only connection and runs in a thread, so a search does not delay
requests of live sessions.
"""

from collections.abc import Callable
from typing import Any

from fishbowl.archive.latest_texts import latest_texts
from fishbowl.archive.related_sessions import related_sessions
from fishbowl.archive.search import search, warm_up
from fishbowl.archive.search_types import Filter, ResultPage, SearchResult
from fishbowl.archive.series_sessions import SeriesSession, SeriesSessions
from fishbowl.archive.vocabulary import VocabularyCache
from fishbowl.log import Log, StoreError
from fishbowl.log.effects import PutNumber
from fishbowl.log.records import READERS_GENERATION

RunInThread = Callable[..., Any]


class Archive:
    """Queries over the closed sessions.

    :param log: has the file with the index, which can change while the server runs.
    :param run_in_thread: calls a function that may take long; called directly if left out.
    """

    def __init__(self, log: Log, run_in_thread: RunInThread | None = None) -> None:
        self._log = log
        self._vocabulary_cache = VocabularyCache()
        self._series_sessions = SeriesSessions()
        self._run_in_thread = run_in_thread or (
            lambda function, *args, **options: function(*args, **options)
        )

    def search(self, typed: str, narrow: Filter, *, first: int, published_only: bool) -> ResultPage:
        """Find sessions; see :func:`~fishbowl.archive.search.search`."""
        found: ResultPage = self._run_in_thread(
            search,
            self._log.path,
            typed,
            narrow,
            first=first,
            published_only=published_only,
            vocabulary_cache=self._vocabulary_cache,
        )
        return found

    def warm_up(self) -> None:
        """Fill the cache, so that the first search after a change does not have to."""
        self._run_in_thread(warm_up, self._log.path, self._vocabulary_cache)

    def related_sessions(self, title: str, *, exclude: str) -> tuple[SearchResult, ...]:
        """Find sessions about a topic; see :mod:`fishbowl.archive.related_sessions`."""
        found: tuple[SearchResult, ...] = self._run_in_thread(
            related_sessions, self._log.path, title, exclude=exclude
        )
        return found

    def published_of_series(self, series: str) -> tuple[str, tuple[SeriesSession, ...]]:
        """The published sessions of a series, the latest first, as of a state of the archive.

        :return: the state, which is another one after each change, and the sessions.
        """
        found: tuple[str, tuple[SeriesSession, ...]] = self._run_in_thread(
            self._series_sessions.read, self._log.path, series
        )
        return found

    def latest_texts(self, at_most: int) -> tuple[str, ...]:
        """Texts of the latest sessions, for how common words are; none while it is made anew."""
        try:
            found: tuple[str, ...] = self._run_in_thread(latest_texts, self._log.path, at_most)
        except StoreError:
            return ()
        return found

    def reader_link_generation(self) -> int:
        """The generation of the valid readers' link: 1, and one more for each renewal."""
        return self._log.numbers().get(READERS_GENERATION, 1)

    def renew_reader_link(self, seen: int) -> bool:
        """Revoke the readers' link and make a new one valid. Idempotent for the same ``seen``.

        :param seen: the generation that the page showed.
        :return: ``False`` if it could not be saved.
        """
        if seen != self.reader_link_generation():
            return True
        try:
            self._log.append({}, [PutNumber(name=READERS_GENERATION, value=seen + 1)])
        except StoreError:
            return False
        return True
