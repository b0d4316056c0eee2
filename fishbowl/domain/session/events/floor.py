"""Events that put right what was marked wrongly, and who is who."""

from fishbowl.domain.session.events.base import Event
from fishbowl.domain.session.events.limits import KeyText, OnTheClock
from fishbowl.domain.session.ids import PersonId, TurnId


class FloorCorrected(Event, frozen=True, kw_only=True):
    """Between two instants ``turn`` had the floor, or the ``facilitator``, or nobody."""

    name = "floor.corrected"
    undo = "by_role"
    turn: TurnId | None
    from_run_ms: OnTheClock
    until_run_ms: OnTheClock
    facilitator: bool = False


class TurnCorrected(Event, frozen=True, kw_only=True):
    """A turn really began, or ended, at another time; what was marked outside of it is cut off."""

    name = "turn.corrected"
    undo = "by_role"
    turn: TurnId
    began_run_ms: OnTheClock | None = None
    ended_run_ms: OnTheClock | None = None


class PeopleMerged(Event, frozen=True, kw_only=True):
    """``guest`` is ``person``: turns, requests and topics are theirs, from the start."""

    name = "people.merged"
    undo = "by_role"
    guest: PersonId
    person: PersonId


class PersonMovedDevice(Event, frozen=True, kw_only=True):
    """A person goes on with another phone; the one before is nobody's."""

    name = "person.moved_device"
    undo = "never"
    pseudonyms = ("key",)
    person: PersonId
    key: KeyText


class VolunteerMarked(Event, frozen=True, kw_only=True):
    """A person stands ready for a chair that nobody takes, or does not (any more)."""

    name = "volunteer.marked"
    undo = "by_role"
    person: PersonId
    on: bool
