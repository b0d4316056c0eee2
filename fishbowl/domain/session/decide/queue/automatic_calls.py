"""What follows from a command by itself: the calls that no hand makes.

Under automatic entry the next in line is called by the same command that freed a chair, joined
the queue or changed the rule, whoever sent it. Words that are read aloud need no chair, so those
behind them are called past them, as often as patience allows; then the reading comes first. When
a group is swapped, the next ones are called to the chairs it has left. An undo has no
consequences: it puts back what was, nothing else.
"""

from collections.abc import Iterator, Sequence

from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.results import after, with_results
from fishbowl.domain.session.ids import ChairNo
from fishbowl.domain.session.rules.chairs.free_chairs import free_chairs
from fishbowl.domain.session.rules.queue.orders import overdue_reading, stepped_over
from fishbowl.domain.session.rules.queue.requests import next_to_seat
from fishbowl.domain.session.rules.run import is_bowl
from fishbowl.domain.session.state import Session

MAKES_A_CALL_POSSIBLE = (
    e.ChairLeft,
    e.ChairTaken,
    e.ChairsMoved,
    e.ChairKindChanged,
    e.ChairsChanged,
    e.QueueJoined,
    e.QueueLeft,
    e.QueueMoved,
    e.PlaceGiven,
    e.RequestChanged,
    e.RequestRead,
    e.RequestSnoozed,
    e.RequestWoken,
    e.PeopleMerged,
    e.TurnCorrected,
    e.CallEnded,
    e.RulesChanged,
    e.SessionStarted,
    e.ClockResumed,
    e.PhaseBegun,
)
"""Events after which there may be a chair for somebody who waits."""


def consequences(
    before: Session, command: c.Command, events: Sequence[e.Event], given: Given
) -> list[e.Event]:
    """Make the calls that follow from what a command has caused."""
    if isinstance(command, c.UndoAction):
        return []
    if not _may_call(before, command, events):
        return []
    session = after(before, events, given)
    if clock_state(session.clock) != "running":
        return []
    if isinstance(command, c.SwapGroup):
        freed = {event.chair for event in events if isinstance(event, e.ChairLeft)}
        return list(_calls(session, before, given, freed))
    if session.rules.entry == "automatic" and is_bowl(session):
        return list(_calls(session, before, given))
    return []


def _may_call(before: Session, command: c.Command, events: Sequence[e.Event]) -> bool:
    """Tell cheaply whether a call can follow: most commands under most rules end here."""
    if not any(isinstance(event, MAKES_A_CALL_POSSIBLE) for event in events):
        return False
    by_itself = before.rules.entry == "automatic" or isinstance(command, c.SwapGroup)
    return by_itself or any(isinstance(event, e.RulesChanged) for event in events)


def _calls(
    session: Session, before: Session, given: Given, among: set[ChairNo] | None = None
) -> Iterator[e.Event]:
    """Call who is next to each free chair; who has just said "not now" is not asked again."""
    by_itself = among is None
    for chair in free_chairs(session):
        if among is not None and chair.no not in among:
            continue
        if by_itself and overdue_reading(session) is not None:
            return
        request = next_to_seat(session)
        if request is None or request.rested_seq > min(session.last_call_seq, before.seq):
            return
        passed_over = stepped_over(session, request.id, by_itself=by_itself)
        call = e.CallMade(request=request.id, chair=chair.no, passed_over=passed_over)
        calls = with_results(session, [call], given)
        yield from calls
        session = after(session, calls, given)
