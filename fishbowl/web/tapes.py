"""Replays that were asked for lately: a whole room opens what was just published."""

from collections.abc import Callable
from threading import Lock

from fishbowl.domain.ids import Seq

KEPT_MAX = 16
"""Each takes a few dozen kilobytes, packed."""


class Tapes:
    """Keeps the packed tape of a session that is over, until its log goes on."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: dict[str, tuple[Seq, bytes]] = {}

    def of(self, code: str, seq: Seq, make: Callable[[], bytes]) -> bytes:
        """Give the tape of a log of this length, made if it is not at hand."""
        with self._lock:
            kept = self._kept.pop(code, None)
            if kept is None or kept[0] != seq:
                kept = (seq, make())
            self._kept[code] = kept
            while len(self._kept) > KEPT_MAX:
                del self._kept[next(iter(self._kept))]
            return kept[1]
