"""Two entries of the log that may be one person: who sat down first, and joined later."""

from fishbowl.domain.ids import PersonId
from fishbowl.domain.intervals import FOREVER, overlap_ms
from fishbowl.domain.parts import Person
from fishbowl.domain.state import Session
from fishbowl.domain.stretches import seated


def maybe_same(session: Session, guest: PersonId) -> PersonId | None:
    """Who with a phone bears the name of somebody without one, and may well be the same.

    Only a question: nobody but a person in the room knows. ``None`` where more than one would fit.
    """
    found = session.people[guest]
    if found.key or not _is_named_here(session, found):
        return None
    others = [
        other
        for other in session.names.get(found.called.casefold(), ())
        if session.people[other].key
        and _is_named_here(session, session.people[other])
        and not both_seated(session, guest, other)
    ]
    return others[0] if len(others) == 1 else None


def both_seated(session: Session, one: PersonId, other: PersonId) -> bool:
    """Whether two have sat at the same time, so that they cannot be the same person."""
    if one in session.current_turn and other in session.current_turn:
        return True
    return any(
        overlap_ms(seated(session.turns[turn], FOREVER), seated(session.turns[another], FOREVER))
        for turn in session.turns_of.get(one, ())
        for another in session.turns_of.get(other, ())
    )


def _is_named_here(session: Session, person: Person) -> bool:
    return bool(person.called) and not person.hidden and session.is_here(person)
