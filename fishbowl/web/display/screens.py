"""The sizes of displays, as they report them; in memory only."""

from threading import Lock

import msgspec

SIDE_MAX = 20_000
CODES_MAX = 500
"""How many sessions are kept; the one that reported longest ago is dropped."""


class Screen(msgspec.Struct, frozen=True, kw_only=True):
    """The size of a display in CSS pixels, and its device pixel ratio."""

    width: int
    height: int
    ratio: float

    @property
    def is_sane(self) -> bool:
        """Whether the values are plausible."""
        sides = 1 <= self.width <= SIDE_MAX and 1 <= self.height <= SIDE_MAX
        return sides and 0.1 <= self.ratio <= 10


class Screens:
    """Keeps the last report of every session."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._last: dict[str, Screen] = {}

    def report(self, code: str, screen: Screen) -> None:
        """Store the size of a session's display."""
        with self._lock:
            self._last.pop(code, None)
            self._last[code] = screen
            while len(self._last) > CODES_MAX:
                del self._last[next(iter(self._last))]

    def of(self, code: str) -> Screen | None:
        """The last report of a session's display."""
        return self._last.get(code)
