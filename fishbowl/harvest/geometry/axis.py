"""From the session clock to percent of the width."""

import msgspec

from fishbowl.harvest.words import MINUTE_MS

_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 240)
_TICKS_MAX = 10
"""More than ten numbers under a chart are read by nobody."""


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Something that lies along the width: where it begins, and how wide it is, in percent."""

    x: float
    width: float

    def within(self, other: "Piece") -> "Piece":
        """Cut it to what lies inside another piece."""
        x = max(self.x, other.x)
        end = min(self.x + self.width, other.x + other.width)
        return Piece(x=x, width=round(max(0, end - x), 3))


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """A minute that is written under the chart. ``anchor`` keeps it inside at both ends; it is
    that of a drawing that runs from the left, whatever the page does."""

    x: float
    minute: int
    anchor: str


class Axis:
    """Lays the session clock along the width.

    :param length_ms: what the whole width stands for.
    :param rtl: whether time runs from the right.
    """

    def __init__(self, length_ms: int, *, rtl: bool = False) -> None:
        self.length_ms = max(1, length_ms)
        self.rtl = rtl

    def piece(self, from_ms: int, to_ms: int, *, inset: float = 0) -> Piece:
        """Place a stretch; ``inset`` percent are left free at its end, where there is room."""
        x = 100 * from_ms / self.length_ms
        width = 100 * (to_ms - from_ms) / self.length_ms
        if width > 2 * inset:
            width -= inset
        if self.rtl:
            x = 100 - x - width
        return Piece(x=round(x, 3), width=round(width, 3))

    def ticks(self) -> tuple[Tick, ...]:
        """Choose the minutes to write."""
        length = self.length_ms // MINUTE_MS
        step = next((s for s in _STEPS if length / s < _TICKS_MAX), _STEPS[-1])
        return tuple(self._tick(minute) for minute in range(0, length + 1, step))

    def _tick(self, minute: int) -> Tick:
        x = 100 * minute * MINUTE_MS / self.length_ms
        if self.rtl:
            x = 100 - x
        anchor = "start" if x < 1 else "end" if x > 99 else "middle"
        return Tick(x=round(x, 3), minute=minute, anchor=anchor)
