"""Rules about the chairs themselves: whom they are for, how many there are, a whole new group."""

from collections.abc import Sequence

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.decide.chairs.seating import chair_of
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.ids import ChairNo
from fishbowl.domain.session.rules.chairs.making_room import speakers
from fishbowl.domain.session.state import Session


@decides
def set_chair_kind(session: Session, command: c.SetChairKind, given: Given) -> Sequence[e.Event]:
    """Keep a chair for the host or a guest, or give it to the talk; who sits there stays."""
    chair = chair_of(session, command.chair)
    if chair.kind == command.kind:
        raise AlreadyTrue()
    return [e.ChairKindChanged(chair=chair.no, kind=command.kind)]


@decides
def change_chairs(session: Session, command: c.ChangeChairs, given: Given) -> Sequence[e.Event]:
    """Have more chairs or fewer. Nobody is thrown out: taken chairs close when they are left."""
    if command.count == session.bowl.count:
        raise AlreadyTrue()
    if command.count <= session.settings.open_chairs:
        raise Rejected("bad_size", field="chairs", least=session.settings.open_chairs + 1)
    return [e.ChairsChanged(count=command.count)]


@decides
def take_chair_away(session: Session, command: c.TakeChairAway, given: Given) -> Sequence[e.Event]:
    """Take an empty chair away. Who sits on the last one gets its number, and goes on sitting."""
    chair = chair_of(session, command.chair)
    if chair.turn is not None:
        sitting = session.turns[chair.turn].person
        raise Rejected("chair_taken", chair=chair.no, person=sitting)
    last = session.chairs[ChairNo(session.bowl.count)]
    held_for = chair.held_for or (None if chair == last else last.held_for)
    if held_for is not None:
        held = session.requests[held_for]
        raise Rejected("chair_held", chair=held.chair, person=held.person)
    if chair.closing:
        raise AlreadyTrue()
    if session.bowl.count <= c.CHAIRS_MIN:
        raise Rejected("bad_size", field="chairs", least=c.CHAIRS_MIN)
    fewer = e.ChairsChanged(count=session.bowl.count - 1)
    if last.turn is None:
        return [fewer]
    events: list[e.Event] = [
        e.ChairsMoved(turn=last.turn, chair=chair.no, from_chair=last.no, other=None)
    ]
    if chair.kind != last.kind:
        events.append(e.ChairKindChanged(chair=chair.no, kind=last.kind))
    return [*events, fewer]


@decides
def swap_group(session: Session, command: c.SwapGroup, given: Given) -> Sequence[e.Event]:
    """End all speakers' turns together; the calls follow by themselves (``consequences``).

    Two people who press at once swap one group: the second press finds its group gone.
    """
    if clock_state(session.clock) not in ("running", "paused"):
        raise Rejected("not_running")
    group = speakers(session)
    if command.turn not in (turn.id for turn in group):
        raise AlreadyTrue()
    return [e.ChairLeft(turn=turn.id, chair=turn.chair, why="made_room") for turn in group]
