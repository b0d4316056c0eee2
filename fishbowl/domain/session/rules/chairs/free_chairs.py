"""The rules of the bowl: which chairs there are, and which are free.

Who makes room is in :mod:`fishbowl.domain.session.rules.chairs.making_room`.
"""

from itertools import chain

from fishbowl.domain.kernel.memoize import memoized
from fishbowl.domain.session.model import Chair, Request, Turn
from fishbowl.domain.session.state import Session


@memoized
def chairs(session: Session) -> tuple[Chair, ...]:
    """All chairs in the order of their numbers."""
    return tuple(session.chairs[no] for no in sorted(session.chairs))


@memoized
def free_chairs(session: Session) -> tuple[Chair, ...]:
    """Chairs to which somebody can be called: nobody's now, and kept for nobody.

    The chairs of hosts and guests are taken by hand only; closing ones are not taken any more.
    """
    return tuple(chair for chair in chairs(session) if is_free(chair) and chair.kind == "speaker")


def is_free(chair: Chair) -> bool:
    """Whether nobody sits on a chair and it is held for nobody."""
    return chair.turn is None and chair.held_for is None and not chair.closing


@memoized
def seated(session: Session) -> tuple[Turn, ...]:
    """The turns in the bowl now, in the order of the chairs."""
    return tuple(session.turns[c.turn] for c in chairs(session) if c.turn is not None)


@memoized
def calls_in_the_air(session: Session) -> tuple[Request, ...]:
    """Requests that were called to a chair and have not arrived, first called first."""
    called = [session.requests[c.held_for] for c in chairs(session) if c.held_for is not None]
    return tuple(sorted(called, key=lambda request: request.call or 0))


def wants_a_chair(request: Request) -> bool:
    """Whether a waiting request is for a chair and for now.

    Words that are read aloud need none, and who asked for some minutes does not want it yet.
    """
    return request.kind != "read_aloud" and request.snoozed_until_run_ms is None


@memoized
def waiting_for_a_chair(session: Session) -> int:
    """How many people would come if a chair was theirs."""
    return sum(wants_a_chair(session.requests[request]) for _, request in session.queue)


def is_offered(session: Session, chair: Chair) -> bool:
    """Whether somebody who wants to speak can have a free chair.

    In the last minutes only who waits already is called to it.
    """
    if chair.kind != "speaker" or not is_free(chair):
        return False
    return not session.timing.queue_closed or waiting_for_a_chair(session) > 0


def is_inviting(session: Session) -> bool:
    """Whether the room was invited to a chair and nobody has asked for one since.

    Once the queue is closed nobody new can ask, so nobody is invited.
    """
    invited = session.wall.invited_at_ms
    if (
        invited is None
        or session.timing.queue_closed
        or not free_chairs(session)
        or waiting_for_a_chair(session)
    ):
        return False
    asked = (r.asked_at_ms for r in session.requests.values() if r.kind != "read_aloud")
    sat_down = (turn.began_at_ms for turn in session.turns.values())
    return all(at <= invited for at in chain(asked, sat_down))
