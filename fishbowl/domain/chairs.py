"""The rules of the bowl: which chair is free, and who makes room."""

from itertools import chain

from fishbowl.domain.ids import ChairNo, RequestId
from fishbowl.domain.request_states import IN_THE_AIR
from fishbowl.domain.state import Chair, Request, Session, Turn


def chairs(session: Session) -> tuple[Chair, ...]:
    """All chairs in the order of their numbers."""
    return tuple(session.chairs[ChairNo(no)] for no in range(1, session.settings.chair_count + 1))


def free_chairs(session: Session) -> tuple[Chair, ...]:
    """Chairs on which nobody sits and which are held for nobody."""
    return tuple(c for c in chairs(session) if c.turn is None and c.held_for is None)


def seated(session: Session) -> tuple[Turn, ...]:
    """The turns in the bowl now, in the order of the chairs."""
    return tuple(session.turns[c.turn] for c in chairs(session) if c.turn is not None)


def calls_in_the_air(session: Session) -> tuple[Request, ...]:
    """Requests that were called to a chair and have not arrived, first called first."""
    called = [session.requests[c.held_for] for c in chairs(session) if c.held_for is not None]
    return tuple(sorted(called, key=lambda request: request.call or 0))


def makes_room(session: Session) -> Turn | None:
    """Name who should leave next: who was asked already, else who has been seated longest."""
    turns = seated(session)
    asked = [turn for turn in turns if turn.asked_at_ms is not None]
    if asked:
        return min(asked, key=lambda turn: (turn.asked_at_ms or 0, turn.id))
    return min(turns, key=lambda turn: (turn.began_run_ms, turn.id), default=None)


def is_full(session: Session) -> bool:
    """Whether no chair is free: taken ones and held ones together."""
    return not free_chairs(session)


def holds(session: Session, request: RequestId) -> bool:
    """Whether a chair is held for the request."""
    return session.requests[request].state in IN_THE_AIR


def is_inviting(session: Session) -> bool:
    """Whether the room was invited to a chair and nobody has asked for it since."""
    invited = session.wall.invited_at_ms
    if invited is None or not free_chairs(session) or session.queue:
        return False
    asked = (request.asked_at_ms for request in session.requests.values())
    sat_down = (turn.began_at_ms for turn in session.turns.values())
    return all(at <= invited for at in chain(asked, sat_down))
