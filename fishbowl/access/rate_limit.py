"""Rate limits: a token bucket for each key.

Buckets are kept in memory. A call looks only at buckets that are full again, so a thousand keys
cost no more than one.
"""

from collections.abc import Hashable

KEYS_MAX = 50_000
"""Buckets that are kept. Beyond it the one that was used longest ago is dropped, and is full."""


class RateLimit:
    """A bucket of tokens for each key: full at first, refilled evenly.

    :param burst: how many tokens a full bucket has.
    :param refill_s: seconds in which an empty bucket is full again.
    """

    def __init__(self, burst: int, refill_s: float) -> None:
        self._burst = burst
        self._refill_s = refill_s
        self._buckets: dict[Hashable, tuple[float, float]] = {}

    def allows(self, key: Hashable, now_s: float) -> bool:
        """Take a token out of a bucket, if there is one.

        :param now_s: monotonic seconds.
        """
        left = self._left(key, now_s)
        allowed = left >= 1
        self._buckets.pop(key, None)  # the order of the keys is that of their last use
        self._buckets[key] = (left - 1 if allowed else left, now_s)
        self._drop_full(now_s)
        return allowed

    def would_allow(self, key: Hashable, now_s: float) -> bool:
        """Tell whether there is a token, and take none.

        :param now_s: monotonic seconds.
        """
        return self._left(key, now_s) >= 1

    def wait_s(self, key: Hashable, now_s: float) -> float:
        """Tell in how many seconds there is a token; 0 if there is one now."""
        missing = max(0.0, 1 - self._left(key, now_s))
        return missing * self._refill_s / self._burst

    def reserve(self, key: Hashable, now_s: float, at_most_s: float) -> float | None:
        """Take a token that is there or will be, so that whoever came first is served first.

        :return: seconds until it is there; ``None``, and nothing is taken, if that is longer than
            ``at_most_s``.
        """
        wait_s = self.wait_s(key, now_s)
        if wait_s > at_most_s:
            return None
        left = self._left(key, now_s)
        self._buckets.pop(key, None)
        self._buckets[key] = (left - 1, now_s)
        self._drop_full(now_s)
        return wait_s

    def __len__(self) -> int:
        """How many buckets are kept."""
        return len(self._buckets)

    def _left(self, key: Hashable, now_s: float) -> float:
        left, at_s = self._buckets.get(key, (float(self._burst), now_s))
        return min(self._burst, left + (now_s - at_s) * self._burst / self._refill_s)

    def _drop_full(self, now_s: float) -> None:
        """Drop the buckets that are full again, and the oldest of too many."""
        while self._buckets:
            key = next(iter(self._buckets))
            if self._left(key, now_s) < self._burst and len(self._buckets) <= KEYS_MAX:
                return
            del self._buckets[key]
