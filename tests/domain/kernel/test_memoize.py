"""An answer about a session is worked out once, and anew for the next one."""

from fishbowl.domain.kernel.memoize import memoized
from fishbowl.domain.session.state import Session
from tests.support.room import Room


def test_an_answer_is_kept_for_one_session_and_for_no_other():
    asked: list[Session] = []

    @memoized
    def seq(session: Session) -> int:
        asked.append(session)
        return session.seq

    room = Room()
    before = room.session
    assert seq(before) == seq(before) == before.seq
    assert asked == [before]
    room.facilitator.starts()
    assert seq(room.session) == room.session.seq > before.seq
    assert seq(before) == before.seq
    assert asked == [before, room.session, before]
