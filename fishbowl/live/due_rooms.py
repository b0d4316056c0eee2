"""Rooms to which something is still to be sent, and those of them that may be sent it now."""

from fishbowl.domain.session.state import Session
from fishbowl.live.send_throttle import Rests


class Due:
    """Keeps the newest state of each room until the room is due. Times are monotonic seconds.

    Two of them are at work: the few who act are sent a change at the next tick, the crowd of
    phones as its budget of bytes allows.
    """

    def __init__(self) -> None:
        self._sessions: dict[str, Session] = {}
        self._rests = Rests()

    def add(self, session: Session) -> None:
        """Note that a room is to be sent this state, instead of an older one."""
        self._sessions[session.code] = session

    def again(self, session: Session) -> None:
        """Note that something of a state is still to be sent, unless a newer one is waiting."""
        self._sessions.setdefault(session.code, session)

    def drop(self, code: str) -> None:
        """Send a room nothing more."""
        self._sessions.pop(code, None)

    def anything(self, now_s: float) -> bool:
        """Whether a room is due."""
        return bool(self._rests.due(self._sessions, now_s))

    def take(self, now_s: float) -> list[Session]:
        """The rooms that are due; they are not kept any longer."""
        return [self._sessions.pop(code) for code in self._rests.due(self._sessions, now_s)]

    def left_s(self, now_s: float) -> float | None:
        """Seconds until the next room is due; ``None`` if nothing waits."""
        return self._rests.left_s(self._sessions, now_s)

    def rest(self, code: str, sent_at_s: float, phones: int, least_s: float = 0.0) -> None:
        """Let a room with so many phones rest from when it was sent something.

        :param least_s: how long it rests at least.
        """
        self._rests.begin(code, sent_at_s, phones, least_s)
