"""What happens at the door.

Who was sent back to it stands in one part, however many they are, so that sending them back and
taking it back is one step. Who asks again is noted apart, so that nothing is undone later for it.
"""

import msgspec

from fishbowl.domain import events as e
from fishbowl.domain.events import Entry
from fishbowl.domain.ids import Millis, Seq
from fishbowl.domain.parts import Knock, Part, Removed
from fishbowl.domain.state import Changes, Session

replace = msgspec.structs.replace

DOOR, REMOVED = Part("door"), Part("removed")


def waiting_room_set(session: Session, event: e.WaitingRoomSet, entry: Entry) -> Changes:
    """Let new people wait, or not."""
    return {DOOR: replace(session.door, waiting=event.open)}


def people_admitted(session: Session, event: e.PeopleAdmitted, entry: Entry) -> Changes:
    """Let people in who waited."""
    changes: dict[Part, object] = {}
    removed = session.removed.people.mutate()
    for person in event.people:
        removed.pop(person, None)
        found = session.people[person]
        if found.waits:
            changes[Part("person", person)] = replace(found, waits=False)
    after = Removed(people=removed.finish())
    return changes if after == session.removed else {**changes, REMOVED: after}


def people_removed(session: Session, event: e.PeopleRemoved, entry: Entry) -> Changes:
    """Send people back to the door."""
    removed = session.removed.people.mutate()
    for person in event.people:
        removed[person] = Seq(entry.seq)
    return {REMOVED: Removed(people=removed.finish())}


def person_knocked(session: Session, event: e.PersonKnocked, entry: Entry) -> Changes:
    """Note that somebody asks to be let in again."""
    knock = Knock(person=event.person, seq=entry.seq, at_ms=Millis(entry.at_ms))
    return {Part("knock", event.person): knock}
