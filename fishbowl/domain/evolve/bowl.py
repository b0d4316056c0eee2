"""What happens to the chairs themselves, and between those who sit and those who wait."""

from typing import Any

import msgspec

from fishbowl.domain import events as e
from fishbowl.domain.events import Entry, result
from fishbowl.domain.ids import ChairNo
from fishbowl.domain.parts import Bowl, Chair, Part
from fishbowl.domain.state import Changes, Session

replace = msgspec.structs.replace

BOWL = Part("bowl")


def chair_kind_changed(session: Session, event: e.ChairKindChanged, entry: Entry) -> Changes:
    """Keep a chair for somebody else; who sits there stays."""
    return {Part("chair", event.chair): replace(session.chairs[event.chair], kind=event.kind)}


def chairs_changed(session: Session, event: e.ChairsChanged, entry: Entry) -> Changes:
    """Add chairs, or close the highest ones: the free ones at once, the others when left."""
    changes: dict[Part, Any] = {BOWL: Bowl(count=event.count)}
    for no in range(1, event.count + 1):
        chair = session.chairs.get(ChairNo(no))
        if chair is None:
            changes[Part("chair", no)] = Chair(no=ChairNo(no))
        elif chair.closing:
            changes[Part("chair", no)] = replace(chair, closing=False)
    for chair in session.chairs.values():
        if chair.no > event.count and not chair.closing:
            changes[Part("chair", chair.no)] = unless_closed(replace(chair, closing=True))
    return changes


def unless_closed(chair: Chair) -> Chair | None:
    """The chair as it is now; ``None`` once it is closing and nobody needs it any more."""
    is_needed = chair.turn is not None or chair.held_for is not None
    return chair if is_needed or not chair.closing else None


def room_tapped(session: Session, event: e.RoomTapped, entry: Entry) -> Changes:
    """Let somebody wait for this chair, and for no other any more."""
    changes = {
        Part("turn", turn): replace(session.turns[turn], tapped_by=None, tapped_at_ms=None)
        for turn in session.current_turn.values()
        if session.turns[turn].tapped_by == event.request
    }
    tapped = replace(session.turns[event.turn], tapped_by=event.request, tapped_at_ms=entry.at_ms)
    return {**changes, Part("turn", event.turn): tapped}


def minute_asked(session: Session, event: e.MinuteAsked, entry: Entry) -> Changes:
    """Give the person one more minute of the session clock."""
    until = result(event.until_run_ms)
    turn = replace(session.turns[event.turn], minute_until_run_ms=until)
    return {Part("turn", event.turn): turn}


def minute_ended(session: Session, event: e.MinuteEnded, entry: Entry) -> Changes:
    """The request to make room stands again."""
    return {Part("turn", event.turn): replace(session.turns[event.turn], minute_over=True)}
