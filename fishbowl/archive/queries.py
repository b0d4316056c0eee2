"""The archive of an installation: what its pages and its console ask of the finished sessions.

Every question opens the file for itself and is asked apart from the live work, so a search never
holds up a phone.
"""

from collections.abc import Callable
from typing import Any

from fishbowl.archive.related_sessions import talked_before
from fishbowl.archive.search import get_ready, search
from fishbowl.archive.search_types import Filter, Found, Hit
from fishbowl.archive.vocabulary import Catalogue
from fishbowl.log import Log, StoreError
from fishbowl.log.effects import PutNumber
from fishbowl.log.records import READERS_GENERATION

RunInThread = Callable[..., Any]


class Archive:
    """ArchivedSession sessions, to be searched.

    :param log: has the file with the index; it may go on in another file.
    :param run_in_thread: how to call what may take long; directly, if left out.
    """

    def __init__(self, log: Log, run_in_thread: RunInThread | None = None) -> None:
        self._log = log
        self._catalogue = Catalogue()
        self._run_in_thread = run_in_thread or (
            lambda function, *args, **options: function(*args, **options)
        )

    def search(self, typed: str, narrow: Filter, *, first: int, published_only: bool) -> Found:
        """Find sessions; see :func:`~fishbowl.archive.search.search`."""
        found: Found = self._run_in_thread(
            search,
            self._log.path,
            typed,
            narrow,
            first=first,
            published_only=published_only,
            catalogue=self._catalogue,
        )
        return found

    def get_ready(self) -> None:
        """Do what the first search after a change would have to wait for."""
        self._run_in_thread(get_ready, self._log.path, self._catalogue)

    def talked_before(self, title: str, *, without: str) -> tuple[Hit, ...]:
        """Find sessions about a topic: :func:`~fishbowl.archive.related_sessions.talked_before`."""
        found: tuple[Hit, ...] = self._run_in_thread(
            talked_before, self._log.path, title, without=without
        )
        return found

    def readers_generation(self) -> int:
        """Which readers' link is good: the first one, or a later one after it was renewed."""
        return self._log.numbers().get(READERS_GENERATION, 1)

    def renew_readers(self, seen: int) -> bool:
        """Take the readers' link back; pressed twice, it happens once.

        :param seen: the generation that the presser saw.
        :return: whether it is done; ``False`` if it could not be saved.
        """
        if seen != self.readers_generation():
            return True
        try:
            self._log.append({}, [PutNumber(name=READERS_GENERATION, value=seen + 1)])
        except StoreError:
            return False
        return True
