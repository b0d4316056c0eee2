"""The time of each session: the machine's session time, but never behind its log."""

from collections.abc import Iterable

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.state import Session
from fishbowl.host.clock import Clock


class SessionTime:
    """Provides the time of sessions.

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

    def begin(self, session: Session) -> None:
        """Set the offset of a session from its last entry."""
        ahead_ms = session.at_ms - self._clock.now_ms()
        if ahead_ms > 0:
            self._ahead_ms[session.code] = ahead_ms
        else:
            self._ahead_ms.pop(session.code, None)

    def begin_again(self, sessions: Iterable[Session]) -> None:
        """Set all offsets again after session time was set from the wall clock."""
        self._ahead_ms.clear()
        for session in sessions:
            self.begin(session)
