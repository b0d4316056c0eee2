"""Two entries of the log that may be one person: who sat down first, and joined later."""

import hmac
from base64 import urlsafe_b64encode

from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.intervals import FOREVER, overlap_ms
from fishbowl.domain.session.model import Person
from fishbowl.domain.session.rules.floor.intervals import seated
from fishbowl.domain.session.state import Session


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


_BYTES = 15
_FOR = b"kept out"


def digest_of(key: str) -> str:
    """Make what is left of a device's pseudonym."""
    return urlsafe_b64encode(hmac.digest(key.encode(), _FOR, "sha256")[:_BYTES]).decode()


def person_with(session: Session, key: str) -> PersonId | None:
    """Find whose a device is, also if all that is known of them is that they are kept out."""
    found = session.person_of_key.get(key)
    if found is not None or not session.kept_out or not key:
        return found
    digest = digest_of(key)
    return next((who for who, kept in session.kept_out.items() if kept == digest), None)
