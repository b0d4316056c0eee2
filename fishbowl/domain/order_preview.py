"""Who would move, and why, if another queue order held."""

import msgspec

from fishbowl.domain.commands import QueueOrder
from fishbowl.domain.orders import Place, line
from fishbowl.domain.state import Session


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """A place that would change; ``before`` is the place now, from 1, ``after`` the one then."""

    place: Place
    before: int
    after: int


def preview(session: Session, order: QueueOrder) -> tuple[Move, ...]:
    """List who would stand elsewhere, in the order in which they would stand."""
    now = {place.request.id: no for no, place in enumerate(line(session), start=1)}
    rules = msgspec.structs.replace(session.rules, order=order)
    then = line(msgspec.structs.replace(session, rules=rules))
    return tuple(
        Move(place=place, before=now[place.request.id], after=no)
        for no, place in enumerate(then, start=1)
        if now[place.request.id] != no
    )
