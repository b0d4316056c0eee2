"""Events of the record: whose name may stand in it, and when the talk was recorded."""

from fishbowl.domain.events.base import Event
from fishbowl.domain.ids import PersonId


class PersonCredited(Event, frozen=True, kw_only=True):
    """From here a person's name may stand in what leaves the session, or no longer."""

    name = "person.credited"
    undo = "never"
    person: PersonId
    on: bool


class RecordingMarked(Event, frozen=True, kw_only=True):
    """Somebody records the talk from here; every screen in the room says so."""

    name = "recording.marked"
    undo = "by_role"


class RecordingEnded(Event, frozen=True, kw_only=True):
    """The recording has ended."""

    name = "recording.ended"
    undo = "by_role"
