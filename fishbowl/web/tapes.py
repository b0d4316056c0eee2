"""Replays that were asked for lately: a whole room opens what was just published."""

from collections.abc import Callable
from threading import Lock

from fishbowl.domain.ids import Seq

KEPT_MAX = 16
"""Each takes a few dozen kilobytes, packed."""


class Tapes:
    """Makes packed tapes, and keeps that of a session that is over until its log goes on.

    :param apart: how to call what takes long: a long evening takes a second to fold.
    """

    def __init__(self, apart: Callable[..., bytes]) -> None:
        self._apart = apart
        self._lock = Lock()
        self._kept: dict[str, tuple[Seq, bytes]] = {}

    def of(self, code: str, seq: Seq, make: Callable[[], bytes]) -> bytes:
        """Give the tape of a log of this length, made if it is not at hand."""
        with self._lock:
            kept = self._kept.pop(code, None)
            if kept is None or kept[0] != seq:
                kept = (seq, self._apart(make))
            self._kept[code] = kept
            while len(self._kept) > KEPT_MAX:
                del self._kept[next(iter(self._kept))]
            return kept[1]

    def drop(self, code: str) -> None:
        """Keep nothing of a session that is no more."""
        with self._lock:
            self._kept.pop(code, None)

    def fresh(self, make: Callable[[], bytes]) -> bytes:
        """Give the tape of a session that goes on; it is another one in a minute."""
        return self._apart(make)
