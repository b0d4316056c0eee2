"""The send throttle: when a room may be sent something again.

Each room has a tick of its own, so that no room waits for another.
"""

from collections.abc import Collection

TICK_S = 0.1
"""At most ten messages a second to a face: faster than anybody can follow."""
TICK_PHONE_S = 0.0001
"""The bigger the crowd, the rarer: writing to one phone takes a third of this."""

BYTES_PER_S = 1_200_000.0
"""What all phones of a room together may be sent of what all are shown, on average: they share
the air of one hall. It is 1,200 bytes a second for each of a thousand phones."""
BURST_BYTES = 10 * BYTES_PER_S
"""What they may be sent at once after a calm time."""
LATE_MAX_S = 1.0
"""However much changes, nothing is later than this."""


class SendThrottle:
    """Which rooms are held back after they were sent something. Times are seconds of one clock."""

    def __init__(self) -> None:
        self._until_s: dict[str, float] = {}

    def hold(self, code: str, sent_at_s: float, phones: int, least_s: float = 0.0) -> None:
        """Hold a room back from when it was sent something.

        :param phones: how many phones it has.
        :param least_s: how long it is held back at least.
        """
        self._until_s[code] = sent_at_s + max(TICK_S, phones * TICK_PHONE_S, least_s)

    def due(self, changed: Collection[str], now_s: float) -> list[str]:
        """Which of the changed rooms may be sent something now."""
        self._until_s = {code: until for code, until in self._until_s.items() if until > now_s}
        return [code for code in changed if code not in self._until_s]

    def left_s(self, changed: Collection[str], now_s: float) -> float | None:
        """Seconds until the first of the changed rooms is due; ``None`` if none is held back."""
        waiting = [until for code, until in self._until_s.items() if code in changed]
        return max(0.0, min(waiting) - now_s) if waiting else None


class ByteBudget:
    """The rate limit on bytes to the phones of a room: one token bucket for each room."""

    def __init__(self) -> None:
        self._left: dict[str, tuple[float, float]] = {}

    def spend(self, code: str, size: int, now_s: float) -> float:
        """Take what was sent out of a room's budget.

        :param size: bytes to all phones together.

        :return: seconds until the room may be sent the next message.
        """
        left, at_s = self._left.get(code, (BURST_BYTES, now_s))
        left = min(BURST_BYTES, left + (now_s - at_s) * BYTES_PER_S) - size
        left = max(left, -LATE_MAX_S * BYTES_PER_S)
        self._left[code] = (left, now_s)
        return max(0.0, -left / BYTES_PER_S)

    def drop(self, code: str) -> None:
        """Keep nothing of a session that is no more."""
        self._left.pop(code, None)
