"""Whose voice has been heard: who sat in the bowl, and whose words were read aloud."""

from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.rules.floor.intervals import is_of_session
from fishbowl.domain.session.state import Session


def has_contributed(session: Session, person: PersonId) -> bool:
    """Whether a person has had words read aloud, or has sat in the bowl.

    Whoever left a chair again before the start has not been heard.
    """
    if person in session.read_for:
        return True
    turns = session.turns_of.get(person, ())
    return any(is_of_session(session, session.turns[turn]) for turn in turns)


def voices_heard(session: Session) -> int:
    """How many people have contributed."""
    sat = {turn.person for turn in session.turns.values() if is_of_session(session, turn)}
    return len(sat.union(session.read_for))
