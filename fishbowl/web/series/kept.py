"""Keeps what is expensive to make until what it is made from has changed."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """The latest of each, for the state that it was made of.

    :param most: how many are kept; beyond it the one that was used longest ago is dropped.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[Hashable, tuple[Hashable, Made]] = {}
        self._lock = Lock()

    def get(self, key: Hashable, state: Hashable, make: Callable[[], Made]) -> Made:
        """What is kept for a key, made anew if the state is another one.

        Two that ask at once may both make it.
        """
        with self._lock:
            known = self._kept.pop(key, None)
            if known is not None and known[0] == state:
                self._kept[key] = known
                return known[1]
        made = make()
        with self._lock:
            self._kept[key] = (state, made)
            while len(self._kept) > self._most:
                del self._kept[next(iter(self._kept))]
        return made
