"""How fast one device may tap.

The limiter that the doors use walks through everybody's taps after each tap: fine for a few doors,
half of the work with a thousand phones. A bucket for each device is all that is needed here.
"""

from collections.abc import Hashable


class Pace:
    """A bucket of taps for each key: full at first, refilled evenly.

    :param taps: how many may come at once.
    :param refill_s: seconds in which an empty bucket is full again.
    """

    def __init__(self, taps: int, refill_s: float) -> None:
        self._taps = taps
        self._refill_s = refill_s
        self._buckets: dict[Hashable, tuple[float, float]] = {}

    def allows(self, key: Hashable, now_s: float) -> bool:
        """Take a tap out of a bucket, if there is one.

        :param now_s: monotonic seconds.
        """
        left, at_s = self._buckets.pop(key, (float(self._taps), now_s))
        left = min(self._taps, left + (now_s - at_s) * self._taps / self._refill_s)
        allowed = left >= 1
        self._buckets[key] = (left - 1 if allowed else left, now_s)
        self._forget_full(now_s)
        return allowed

    def __len__(self) -> int:
        """How many buckets are kept."""
        return len(self._buckets)

    def _forget_full(self, now_s: float) -> None:
        """Drop the buckets that are full again; whoever tapped longest ago comes first."""
        while self._buckets:
            key, (_, at_s) = next(iter(self._buckets.items()))
            if now_s - at_s < self._refill_s:
                return
            del self._buckets[key]
