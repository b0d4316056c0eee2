"""A clock that stands until a test moves it."""

from fishbowl.domain.kernel.ids import Millis


class HandClock:
    """Session time set by hand."""

    rate = 1.0

    def __init__(self, now_ms: int = 1_800_000_000_000) -> None:
        self._now_ms = now_ms

    def now_ms(self) -> Millis:
        """Session time now."""
        return Millis(self._now_ms)

    def wait(self, seconds: float = 0, *, minutes: float = 0) -> None:
        """Let time pass; a negative time sets the clock back."""
        self._now_ms += int(seconds * 1000) + int(minutes * 60_000)
