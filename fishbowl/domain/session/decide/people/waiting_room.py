"""Rules of the door: who waits there, who is let in, and how a flood is sent back out."""

from collections.abc import Sequence

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.model import Person
from fishbowl.domain.session.rules.people import waiting_room
from fishbowl.domain.session.state import Session


@decides
def set_waiting_room(
    session: Session, command: c.SetWaitingRoom, given: Given
) -> Sequence[e.Event]:
    """Open it by hand, close it by hand, or let the size decide; who waits goes on waiting."""
    if session.door.waiting == command.open:
        raise AlreadyTrue()
    return [e.WaitingRoomSet(open=command.open)]


@decides
def admit_people(session: Session, command: c.AdmitPeople, given: Given) -> Sequence[e.Event]:
    """Let in who waits, as far as they were seen."""
    people = waiting_room.waiting(session, command.since, command.up_to)
    if not people:
        raise AlreadyTrue()
    if session.present + len(people) > waiting_room.PEOPLE_MAX:
        raise Rejected("limit_reached", most=waiting_room.PEOPLE_MAX)
    return [e.PeopleAdmitted(people=people)]


@decides
def remove_people(session: Session, command: c.RemovePeople, given: Given) -> Sequence[e.Event]:
    """Send people back to the door, out of the queue, and let new ones wait from now on."""
    people = waiting_room.removable(
        session, command.since, command.up_to, waiting_only=command.waiting_only
    )
    if not people:
        raise AlreadyTrue()
    requests = (session.open_request.get(person) for person in people)
    events: list[e.Event] = [
        e.QueueLeft(request=request, why="removed") for request in requests if request is not None
    ]
    if session.door.waiting is not True:
        events.append(e.WaitingRoomSet(open=True))
    return [*events, e.PeopleRemoved(people=people)]


def check_place_at_the_door(session: Session) -> None:
    """Let one more wait at the door.

    :raises Rejected: ``waiting_room_full``.
    """
    if len(session.at_the_door) >= waiting_room.WAITING_MAX:
        raise Rejected("waiting_room_full")


def knock(session: Session, person: Person) -> Sequence[e.Event]:
    """Let somebody who was sent back to the door ask again, once."""
    if session.door.locked:
        raise Rejected("door_locked")
    if person.id in session.at_the_door:
        raise AlreadyTrue("already_so", person=person.id)
    check_place_at_the_door(session)
    return [e.PersonKnocked(person=person.id)]
