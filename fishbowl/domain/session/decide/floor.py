"""Rules of the floor: who talks, and what was marked wrongly."""

from collections.abc import Sequence

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.decide.chairs.seating import current
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.evolve.floor import with_times
from fishbowl.domain.session.ids import RunMillis
from fishbowl.domain.session.intervals import FOREVER, Interval, joined, overlap_ms
from fishbowl.domain.session.model import Turn
from fishbowl.domain.session.rules.floor.intervals import collision, facilitator_spoken, spoken
from fishbowl.domain.session.state import Session


@decides
def give_floor(session: Session, command: c.GiveFloor, given: Given) -> Sequence[e.Event]:
    """Mark who talks; the floor is for people in the bowl."""
    if command.turn is not None:
        current(session, command.turn)
    if session.floor.turn == command.turn and not session.floor.facilitator:
        raise AlreadyTrue()
    return [e.FloorGiven(turn=command.turn)]


@decides
def take_floor(session: Session, command: c.TakeFloor, given: Given) -> Sequence[e.Event]:
    """Mark that the facilitator talks."""
    if session.floor.facilitator:
        raise AlreadyTrue()
    return [e.FloorGiven(turn=None, facilitator=True)]


@decides
def correct_floor(session: Session, command: c.CorrectFloor, given: Given) -> Sequence[e.Event]:
    """Give a stretch of the floor to whose it was; only who sat there can have spoken there."""
    now = running_ms(session.clock, given.now_ms)
    stretch = (command.from_run_ms, command.until_run_ms)
    if stretch[0] >= stretch[1] or stretch[1] > now or (command.facilitator and command.turn):
        raise Rejected("bad_times", field="until_run_ms")
    if command.turn is not None:
        turn = session.turns.get(command.turn)
        if turn is None:
            raise Rejected("turn_over")
        began, ended = turn.began_run_ms, turn.ended_run_ms
        if stretch[0] < began or (ended is not None and stretch[1] > ended):
            raise Rejected("bad_times", field="turn", person=turn.person, chair=turn.chair)
    if _is_marked(session, command, stretch, now):
        raise AlreadyTrue()
    return [
        e.FloorCorrected(
            turn=command.turn,
            facilitator=command.facilitator,
            from_run_ms=command.from_run_ms,
            until_run_ms=command.until_run_ms,
        )
    ]


def _is_marked(
    session: Session, command: c.CorrectFloor, stretch: Interval, now: RunMillis
) -> bool:
    """Whether the stretch is marked as it should be."""
    if command.turn is not None:
        marked = spoken(session, session.turns[command.turn], now)
    elif command.facilitator:
        marked = facilitator_spoken(session, now)
    else:
        everybody = [spoken(session, turn, now) for turn in session.turns.values()]
        everybody.append(facilitator_spoken(session, now))
        return not any(overlap_ms(one, stretch) for own in everybody for one in own)
    return any(since <= stretch[0] and stretch[1] <= to for since, to in joined(marked))


@decides
def correct_turn(session: Session, command: c.CorrectTurn, given: Given) -> Sequence[e.Event]:
    """Move the beginning or the end of a turn, where that leaves everybody else where they sat.

    Only a turn that has ended has an end to be corrected.
    """
    turn = session.turns.get(command.turn)
    if turn is None:
        raise Rejected("turn_over")
    started = session.clock.started_at_ms
    if started is None or (turn.ended_at_ms is not None and turn.ended_at_ms <= started):
        raise Rejected("not_running")
    began = turn.began_run_ms if command.began_run_ms is None else command.began_run_ms
    ended = turn.ended_run_ms if command.ended_run_ms is None else command.ended_run_ms
    if (began, ended) == (turn.began_run_ms, turn.ended_run_ms):
        raise AlreadyTrue()
    _check_times(turn, began, ended, running_ms(session.clock, given.now_ms))
    corrected = with_times(turn, began, ended)
    other = collision(corrected, session.turns.values())
    if other is not None:
        raise Rejected("bad_times", field="chair", person=other.person, chair=other.chair)
    return [
        e.TurnCorrected(
            turn=turn.id, began_run_ms=command.began_run_ms, ended_run_ms=command.ended_run_ms
        )
    ]


def _check_times(turn: Turn, began: RunMillis, ended: RunMillis | None, now: RunMillis) -> None:
    """A turn begins before it ends, is not in the future, and was on each of its chairs."""
    if turn.ended_run_ms is None and ended is not None:
        raise Rejected("bad_times", field="ended_run_ms")
    moves = [sitting.from_run_ms for sitting in turn.sittings[1:]]
    if began > min([*moves, FOREVER if ended is None else ended, now]):
        raise Rejected("bad_times", field="began_run_ms")
    if ended is not None and (ended > now or ended < max([began, *moves])):
        raise Rejected("bad_times", field="ended_run_ms")
