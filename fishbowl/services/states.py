"""The committed states of streams: kept in memory while they are asked for, else in their logs."""

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock
from typing import Generic

from fishbowl.domain.kernel.streams import StateT
from fishbowl.host.supervisor import described
from fishbowl.log import StoreError, Unavailable
from fishbowl.services.health import Health

KEPT = 400
"""How many streams stay in memory; the one that was asked for longest ago goes first."""


class BrokenStream(Exception):
    """A stream's log cannot be read; the others are served.

    :param code: the key of the stream; the code of a session.
    :param why: what is wrong with it, in one sentence.
    """

    def __init__(self, code: str, why: str) -> None:
        super().__init__(why)
        self.code, self.why = code, why


class States(Generic[StateT]):
    """Gives the committed state of any stream of one kind, by its key.

    :param folded: reads and folds a log, at most until an entry, where it holds up nobody.
    :param loaded: is told of every stream that was read from its log.
    :param health: is told of streams whose logs cannot be read.
    :param condition: the code of that condition.
    """

    def __init__(
        self,
        folded: Callable[[str, int | None], StateT | None],
        loaded: Callable[[str, StateT], None],
        health: Health,
        condition: str = "session_broken",
    ) -> None:
        self._folded, self._loaded = folded, loaded
        self._health, self._condition = health, condition
        self._lock = Lock()
        self._states: OrderedDict[str, StateT] = OrderedDict()
        self._loading: dict[str, Future[StateT | None]] = {}
        self._broken: dict[str, str] = {}

    def get(self, key: str) -> StateT | None:
        """The state of a stream; ``None`` if there is none of that key.

        Concurrent callers share one read of the log.

        :raises BrokenStream: its log cannot be read.
        """
        with self._lock:
            kept = self._states.get(key)
            if kept is not None:
                self._states.move_to_end(key)
                return kept
            waiting = self._loading.get(key)
            if waiting is None:
                mine: Future[StateT | None] = Future()
                self._loading[key] = mine
        if waiting is not None:
            return waiting.result()
        try:
            found = self._first_read(key)
            mine.set_result(found)
            return found
        except BaseException as error:
            mine.set_exception(error)
            raise
        finally:
            with self._lock:
                self._loading.pop(key, None)

    def keep(self, key: str, state: StateT) -> None:
        """Remember a state that has been committed."""
        with self._lock:
            self._states[key] = state
            self._states.move_to_end(key)
            while len(self._states) > KEPT:
                self._states.popitem(last=False)

    def read_again(self, key: str, until: int | None = None) -> StateT | None:
        """Read a log anew, whatever is remembered; what is found is not remembered.

        :param until: leave out the entries after this one.
        :raises BrokenStream: it cannot be read.
        :raises Unavailable: no log can be read at this moment.
        """
        if key in self._broken:
            raise BrokenStream(key, self._broken[key])
        try:
            return self._folded(key, until)
        except (Unavailable, OSError):
            raise  # the file is locked or closed, or the disk fails: it is not this stream
        except Exception as error:
            is_told = isinstance(error, (StoreError, ValueError, KeyError))
            why = str(error) if is_told else described(error)
            self._broken[key] = why
            self._health.begins(self._condition, codes=sorted(self._broken))
            raise BrokenStream(key, why) from error

    def drop(self, key: str) -> None:
        """Drop the state of a stream; whoever asks next has it read from its log."""
        with self._lock:
            self._states.pop(key, None)
            self._broken.pop(key, None)

    def in_memory(self) -> list[tuple[str, StateT]]:
        """The streams that somebody has asked for lately, with their keys."""
        with self._lock:
            return list(self._states.items())

    def broken(self) -> dict[str, str]:
        """The streams whose logs could not be read, and why."""
        return dict(self._broken)

    def _first_read(self, key: str) -> StateT | None:
        found = self.read_again(key)
        if found is None:
            return None
        with self._lock:
            kept = self._states.setdefault(key, found)
        if kept is found:
            self._loaded(key, found)
        return kept
