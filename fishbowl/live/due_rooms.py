"""Rooms with a change that is not sent yet, and which of them may be sent it now."""

from fishbowl.domain.session.state import Session
from fishbowl.live.send_throttle import SendThrottle


class DueRooms:
    """Keeps the newest state of each room until the send throttle lets it out.

    Times are monotonic seconds. The fan-out has two of these. One is for consoles and displays,
    which are sent a change at the next tick. One is for phones, which also have a byte budget.
    """

    def __init__(self) -> None:
        self._sessions: dict[str, Session] = {}
        self._throttle = SendThrottle()

    def add(self, session: Session) -> None:
        """Send a room this state instead of an older one."""
        self._sessions[session.code] = session

    def again(self, session: Session) -> None:
        """Send a room this state again, unless a newer one waits."""
        self._sessions.setdefault(session.code, session)

    def drop(self, code: str) -> None:
        """Send a room nothing more."""
        self._sessions.pop(code, None)

    def anything(self, now_s: float) -> bool:
        """Whether a room is due."""
        return bool(self._throttle.due(self._sessions, now_s))

    def take(self, now_s: float) -> list[Session]:
        """The rooms that are due; they are not kept any longer."""
        return [self._sessions.pop(code) for code in self._throttle.due(self._sessions, now_s)]

    def left_s(self, now_s: float) -> float | None:
        """Seconds until the next room is due; ``None`` if nothing waits."""
        return self._throttle.left_s(self._sessions, now_s)

    def throttle(self, code: str, sent_at_s: float, phones: int, least_s: float = 0.0) -> None:
        """Hold a room back after it was sent something.

        :param phones: how many phones it has.
        :param least_s: how long it is held back at least.
        """
        self._throttle.hold(code, sent_at_s, phones, least_s)
