"""The time of each session: the machine's session time, but never behind its log."""

from collections.abc import Iterable

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.kernel.streams import State
from fishbowl.host.clock import Clock


class SessionTime:
    """Tells the time of sessions, or of the streams of another kind, by their keys.

    A log can be ahead of the machine's clock if the wall clock was set back between two starts. The
    time of its session then continues from the last entry, instead of standing still.

    :param clock: the session time of the machine.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ahead_ms: dict[str, int] = {}

    @property
    def rate(self) -> float:
        """Session seconds for each real second."""
        return self._clock.rate

    def now_ms(self, code: str = "") -> Millis:
        """The time of a session now, in milliseconds since 1970; without a code the machine's."""
        return Millis(self._clock.now_ms() + self._ahead_ms.get(code, 0))

    def wall_seconds_until(self, code: str, instant_ms: Millis) -> float:
        """Real seconds until a time of a session; 0 if it has passed."""
        return max(0.0, (instant_ms - self.now_ms(code)) / 1000 / self.rate)

    def begin(self, code: str, state: State) -> None:
        """Take up a session that was read from its log, or all of whose entries are known."""
        ahead_ms = state.at_ms - self._clock.now_ms()
        if ahead_ms > 0:
            self._ahead_ms[code] = ahead_ms
        else:
            self._ahead_ms.pop(code, None)

    def begin_again(self, states: Iterable[tuple[str, State]]) -> None:
        """Take up sessions after the machine's clock has followed the wall."""
        self._ahead_ms.clear()
        for code, state in states:
            self.begin(code, state)
