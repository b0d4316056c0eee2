"""How large the room displays are: what they report, in memory only."""

from threading import Lock

import msgspec

SIDE_MAX = 20_000
CODES_MAX = 500
"""A display that nobody opens any more is forgotten when this many others have reported."""


class Screen(msgspec.Struct, frozen=True, kw_only=True):
    """A display: its page in CSS pixels, and device pixels in one of them."""

    width: int
    height: int
    ratio: float

    @property
    def is_sane(self) -> bool:
        """Whether there are screens like this."""
        sides = 1 <= self.width <= SIDE_MAX and 1 <= self.height <= SIDE_MAX
        return sides and 0.1 <= self.ratio <= 10


class Screens:
    """Keeps the last report of every session."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._last: dict[str, Screen] = {}

    def report(self, code: str, screen: Screen) -> None:
        """Note how large the display of a session is."""
        with self._lock:
            self._last.pop(code, None)
            self._last[code] = screen
            while len(self._last) > CODES_MAX:
                del self._last[next(iter(self._last))]

    def of(self, code: str) -> Screen | None:
        """The display of a session that reported last."""
        return self._last.get(code)
