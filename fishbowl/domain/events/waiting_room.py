"""Events about who waits at the door."""

from fishbowl.domain.events.base import Event
from fishbowl.domain.ids import PersonId


class WaitingRoomSet(Event, frozen=True, kw_only=True):
    """New people wait at the door, or come straight in; ``None``: as the size says."""

    name = "door.waiting_set"
    undo = "by_role"
    open: bool | None


class PeopleAdmitted(Event, frozen=True, kw_only=True):
    """These people, who waited at the door, are in."""

    name = "people.admitted"
    undo = "by_role"
    people: tuple[PersonId, ...]


class PeopleRemoved(Event, frozen=True, kw_only=True):
    """These people were sent back to the door; where they had asked for a chair, they left."""

    name = "people.removed"
    undo = "by_role"
    people: tuple[PersonId, ...]


class PersonKnocked(Event, frozen=True, kw_only=True):
    """Somebody who was sent back to the door asked to be let in again."""

    name = "person.knocked"
    undo = "never"
    person: PersonId
