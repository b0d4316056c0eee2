"""When a room may be sent to again: each has a tick of its own, so that none waits for another."""

from collections.abc import Collection

TICK_S = 0.1
"""At most ten messages a second to a face: faster than anybody can follow."""
TICK_PHONE_S = 0.0001
"""The bigger the crowd, the rarer: writing to one phone takes a third of this."""


class Rests:
    """Which rooms rest after they have been sent something. Times are seconds of one clock."""

    def __init__(self) -> None:
        self._until_s: dict[str, float] = {}

    def begin(self, code: str, sent_at_s: float, phones: int) -> None:
        """Let a room rest from when something was sent to it and its so many phones."""
        self._until_s[code] = sent_at_s + max(TICK_S, phones * TICK_PHONE_S)

    def due(self, changed: Collection[str], now_s: float) -> list[str]:
        """Of the rooms in which something has changed those that may be sent it now."""
        self._until_s = {code: until for code, until in self._until_s.items() if until > now_s}
        return [code for code in changed if code not in self._until_s]

    def left_s(self, changed: Collection[str], now_s: float) -> float | None:
        """Seconds until the first of the changed rooms is due; ``None`` if none of them rests."""
        waiting = [until for code, until in self._until_s.items() if code in changed]
        return max(0.0, min(waiting) - now_s) if waiting else None
