"""Who waits at the door, and who came when: for who looks after it."""

from collections.abc import Iterable
from itertools import groupby

from fishbowl.domain.session.model import Person
from fishbowl.domain.session.rules.people import waiting_room
from fishbowl.domain.session.state import Session
from fishbowl.views.common import label
from fishbowl.views.slices import ArrivalGroup, AtDoor, DoorSlice, WaitingRoom

MINUTE_MS = 60_000
GROUPS_SHOWN = 12
"""Minutes that are told apart; whoever came before is one group."""
NAMED = 8
"""People of one group whose names are shown."""

_BY_HAND: dict[bool | None, WaitingRoom] = {None: "size", True: "open", False: "closed"}


def door_slice(session: Session) -> DoorSlice:
    """The door as it is now."""
    people = [session.people[person] for person in sorted(session.at_the_door)]
    asking = sum(person.id in session.removed.people for person in people)
    return DoorSlice(
        waiting_room=_BY_HAND[session.door.waiting],
        is_open=waiting_room.is_open(session),
        expected=session.settings.expected_people,
        opens_at=waiting_room.opens_at(session),
        waiting=len(people),
        up_to=people[-1].id if people else 0,
        sent_back=len(session.removed.people) - asking,
        groups=_groups(session, people),
    )


def arrivals(session: Session) -> tuple[ArrivalGroup, ...]:
    """Who came by phone and has not sat in the bowl, minute by minute, the last ones first."""
    people = sorted(waiting_room.came_by_phone(session), key=lambda person: person.id)
    return _groups(session, people)


def at_door(session: Session, person: Person) -> AtDoor:
    """Where the person of a phone stands."""
    if person.id in session.at_the_door:
        return "waits"
    return "sent_back" if person.id in session.removed.people else ""


def _groups(session: Session, people: Iterable[Person]) -> tuple[ArrivalGroup, ...]:
    """Put people who came in the same minute together; ids grow as people come."""
    minutes = [
        list(group) for _, group in groupby(people, lambda person: person.joined_at_ms // MINUTE_MS)
    ]
    early, late = minutes[:-GROUPS_SHOWN], minutes[-GROUPS_SHOWN:]
    if early:
        late = [[person for group in early for person in group], *late]
    return tuple(_group(session, group) for group in reversed(late))


def _group(session: Session, people: list[Person]) -> ArrivalGroup:
    return ArrivalGroup(
        since=people[0].id,
        up_to=people[-1].id,
        from_ms=people[0].joined_at_ms,
        count=len(people),
        people=tuple(label(session, person.id) for person in people[:NAMED]),
    )
