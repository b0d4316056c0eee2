"""Who waits at the door, and when new people do.

Nobody waits as long as a room is not much fuller than was expected. Above that, or when the
facilitator says so, whoever is new waits until they are let in. So a crowd of made-up people can
neither fill a room for good nor push anybody out of it.
"""

from collections.abc import Iterator

from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.model import Person
from fishbowl.domain.session.state import Session

PEOPLE_MAX = 5_000
"""More than any hall holds."""
WAITING_MAX = 2_000
"""At the door of one session; nobody looks through more."""


def opens_at(session: Session) -> int:
    """How many people are in when the waiting room opens by itself: one and a half times the
    number that was expected, or as many as there can be."""
    expected = session.settings.expected_people
    return min(-(-expected * 3 // 2), PEOPLE_MAX) if expected else PEOPLE_MAX


def is_open(session: Session) -> bool:
    """Whether new people wait at the door."""
    if session.present >= PEOPLE_MAX:
        return True
    by_hand = session.door.waiting
    return session.present >= opens_at(session) if by_hand is None else by_hand


def waiting(session: Session, since: PersonId, up_to: PersonId) -> tuple[PersonId, ...]:
    """Who waits, from one person to another, in the order in which they came."""
    return tuple(sorted(person for person in session.at_the_door if since <= person <= up_to))


def removable(
    session: Session, since: PersonId, up_to: PersonId, *, waiting_only: bool = False
) -> tuple[PersonId, ...]:
    """Whom a flood may be made of: who came by phone in between and has not sat in the bowl."""
    if waiting_only:
        return waiting(session, since, up_to)
    found = (one.id for one in came_by_phone(session) if since <= one.id <= up_to)
    return tuple(sorted(found))


def came_by_phone(session: Session) -> Iterator[Person]:
    """Who came by phone, is in or waits, and has not sat in the bowl."""
    return (
        person
        for person in session.people.values()
        if person.key
        and person.id not in session.turns_of
        and (session.is_here(person) or person.id in session.at_the_door)
    )
