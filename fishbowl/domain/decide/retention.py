"""Rules about the date until which what is held about people is kept."""

from collections.abc import Sequence

from fishbowl.domain import commands as c
from fishbowl.domain import events as e
from fishbowl.domain.clock import clock_state
from fishbowl.domain.decide.given import Given
from fishbowl.domain.decide.session import closing
from fishbowl.domain.errors import AlreadyTrue, Rejected
from fishbowl.domain.state import Session


def forget_everybody(
    session: Session, command: c.ForgetEverybody, given: Given
) -> Sequence[e.Event]:
    """Forget all people on the date that was set; a session that still goes on ends with it.

    Topics that the facilitator named, figures and totals stay: they are about nobody.
    """
    keep_until_ms = session.settings.keep_until_ms
    if not keep_until_ms or given.now_ms < keep_until_ms:
        raise Rejected("bad_hours", field="keep_until_ms")
    events: list[e.Event] = []
    if clock_state(session.clock) != "closed":
        events += closing(session)
    events += (
        e.QueueLeft(request=request, why="removed") for request in session.open_request.values()
    )
    for person in session.people.values():
        if not person.forgotten:
            events += (e.PersonForgotten(person=who) for who in (*person.was, person.id))
    if not events:
        raise AlreadyTrue()
    return events
