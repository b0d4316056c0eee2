"""The committed states of sessions: a cache in memory, filled from the logs."""

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from threading import Lock

from fishbowl.domain.session.state import Session
from fishbowl.host.supervisor import described
from fishbowl.log import StoreError
from fishbowl.services.health import Health

KEPT = 400
"""How many sessions stay in memory; the least recently used is dropped first."""


class BrokenSession(Exception):
    """The log of a session cannot be read; other sessions are served.

    :param code: the session.
    :param why: the reason, in one sentence.
    """

    def __init__(self, code: str, why: str) -> None:
        super().__init__(why)
        self.code, self.why = code, why


class States:
    """Provides the committed state of any session.

    :param read: runs a function that reads a log, without blocking others.
    :param folded: reads and folds a log, up to an entry if given.
    :param loaded: called for each session that was read from its log.
    :param health: receives sessions whose logs cannot be read.
    """

    def __init__(
        self,
        read: Callable[[Callable[[], Session | None]], Session | None],
        folded: Callable[[str, int | None], Session | None],
        loaded: Callable[[Session], None],
        health: Health,
    ) -> None:
        self._read, self._folded, self._loaded = read, folded, loaded
        self._health = health
        self._lock = Lock()
        self._states: OrderedDict[str, Session] = OrderedDict()
        self._loading: dict[str, Future[Session | None]] = {}
        self._broken: dict[str, str] = {}

    def get(self, code: str) -> Session | None:
        """The state of a session; ``None`` if no session has this code.

        Concurrent callers share one read of the log.

        :raises BrokenSession: its log cannot be read.
        """
        with self._lock:
            kept = self._states.get(code)
            if kept is not None:
                self._states.move_to_end(code)
                return kept
            waiting = self._loading.get(code)
            if waiting is None:
                mine: Future[Session | None] = Future()
                self._loading[code] = mine
        if waiting is not None:
            return waiting.result()
        try:
            found = self._first_read(code)
            mine.set_result(found)
            return found
        except BaseException as error:
            mine.set_exception(error)
            raise
        finally:
            with self._lock:
                self._loading.pop(code, None)

    def keep(self, sessions: Iterable[Session]) -> None:
        """Cache committed states."""
        with self._lock:
            for session in sessions:
                self._states[session.code] = session
                self._states.move_to_end(session.code)
            while len(self._states) > KEPT:
                self._states.popitem(last=False)

    def read_again(self, code: str, until: int | None = None) -> Session | None:
        """Read a log, bypassing the cache.

        :param until: ignore entries after this one.
        :raises BrokenSession: it cannot be read.
        """
        if code in self._broken:
            raise BrokenSession(code, self._broken[code])
        try:
            return self._read(lambda: self._folded(code, until))
        except (sqlite3.OperationalError, sqlite3.ProgrammingError, OSError):
            raise  # the file or disk has failed, not this session
        except Exception as error:
            is_told = isinstance(error, (StoreError, sqlite3.DatabaseError, ValueError, KeyError))
            why = str(error) if is_told else described(error)
            self._broken[code] = why
            self._health.begins("session_broken", codes=sorted(self._broken))
            raise BrokenSession(code, why) from error

    def drop(self, code: str) -> None:
        """Remove a session from the cache; the next request reads its log."""
        with self._lock:
            self._states.pop(code, None)
            self._broken.pop(code, None)

    def in_memory(self) -> list[Session]:
        """The cached sessions."""
        with self._lock:
            return list(self._states.values())

    def broken(self) -> dict[str, str]:
        """The sessions whose logs cannot be read, with the reasons."""
        return dict(self._broken)

    def _first_read(self, code: str) -> Session | None:
        found = self.read_again(code)
        if found is None:
            return None
        with self._lock:
            kept = self._states.setdefault(code, found)
        if kept is found:
            self._loaded(found)
        return kept
