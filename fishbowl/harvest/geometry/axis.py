"""The time axis: converts the session clock to percent of the width."""

import msgspec

from fishbowl.harvest.words import MINUTE_MS

_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 240)
_TICKS_MAX = 10
"""The number of ticks stays below this."""


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A horizontal segment: its start and width in percent."""

    x: float
    width: float

    def within(self, other: "Piece") -> "Piece":
        """The intersection with another segment."""
        x = max(self.x, other.x)
        end = min(self.x + self.width, other.x + other.width)
        return Piece(x=x, width=round(max(0, end - x), 3))


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """A labelled minute under the chart. ``anchor`` is the SVG text anchor, which keeps the label
    inside at both ends; it is that of a left-to-right drawing."""

    x: float
    minute: int
    anchor: str


class Axis:
    """Maps the session clock to the width.

    :param length_ms: the time that the whole width represents.
    :param rtl: whether time runs from right to left.
    """

    def __init__(self, length_ms: int, *, rtl: bool = False) -> None:
        self.length_ms = max(1, length_ms)
        self.rtl = rtl

    def piece(self, from_ms: int, to_ms: int, *, inset: float = 0) -> Piece:
        """Place a time span; ``inset`` percent are left free at its end if it is wide enough."""
        x = 100 * from_ms / self.length_ms
        width = 100 * (to_ms - from_ms) / self.length_ms
        if width > 2 * inset:
            width -= inset
        if self.rtl:
            x = 100 - x - width
        return Piece(x=round(x, 3), width=round(width, 3))

    def ticks(self) -> tuple[Tick, ...]:
        """The labelled minutes."""
        length = self.length_ms // MINUTE_MS
        step = next((s for s in _STEPS if length / s < _TICKS_MAX), _STEPS[-1])
        return tuple(self._tick(minute) for minute in range(0, length + 1, step))

    def _tick(self, minute: int) -> Tick:
        x = 100 * minute * MINUTE_MS / self.length_ms
        if self.rtl:
            x = 100 - x
        anchor = "start" if x < 1 else "end" if x > 99 else "middle"
        return Tick(x=round(x, 3), minute=minute, anchor=anchor)
