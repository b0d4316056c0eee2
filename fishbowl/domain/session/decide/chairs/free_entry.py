"""Rules of free entry: the first thumb takes the open chair."""

from collections.abc import Sequence

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.ids import ChairNo, PersonId
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.people.joining import known
from fishbowl.domain.session.decide.queue.requests import joined
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.rules.chairs.free_chairs import free_chairs
from fishbowl.domain.session.state import Session


@decides
def take_chair(session: Session, command: c.TakeChair, given: Given) -> Sequence[e.Event]:
    """Sit down on the chair that one saw open, or on another one that is open still.

    Who comes a moment too late waits in line, and so does everybody when the rule has changed
    meanwhile: the wish is the same.
    """
    person = known(session, given.sender)
    turn = session.current_turn.get(person.id)
    if turn is not None:
        chair = session.turns[turn].chair
        if chair == command.chair:
            raise AlreadyTrue("already_seated_there", person=person.id, chair=chair)
        raise Rejected("already_seated", person=person.id, chair=chair)
    request = session.open_request.get(person.id)
    if request is None and session.timing.queue_closed:
        raise Rejected("queue_closed")
    found = _open_chair(session, command.chair, person.id)
    if found is not None:
        return [e.ChairTaken(chair=found, person=person.id, request=request)]
    if request is not None:
        raise AlreadyTrue("already_so", request=request)
    return [joined(session, person.id, given)]


def _open_chair(session: Session, wanted: ChairNo, person: PersonId) -> ChairNo | None:
    """The chair to sit down on; one that is held for the person is theirs in any case."""
    if clock_state(session.clock) == "lobby":
        return None
    request = session.open_request.get(person)
    held = None if request is None else session.requests[request].chair
    if held is not None:
        return held
    free = [chair.no for chair in free_chairs(session)]
    if session.rules.entry != "free" or not free:
        return None
    return wanted if wanted in free else free[0]
