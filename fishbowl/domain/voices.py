"""Whose voice has been heard: who sat in the bowl, and whose words were read aloud."""

from fishbowl.domain.ids import PersonId
from fishbowl.domain.state import Session


def has_contributed(session: Session, person: PersonId) -> bool:
    """Whether a person has sat in the bowl, or has had words read aloud."""
    return person in session.turns_of or person in session.read_for


def voices_heard(session: Session) -> int:
    """How many people have contributed."""
    only_read = sum(person not in session.turns_of for person in session.read_for)
    return len(session.turns_of) + only_read
