"""A round in which people tell what they bring back: who signed up, in which order, how long each.

Whoever was away signs up with where they were and what they bring back, before or at the door. It
is a takeaway of its own kind, so wall, summary, review and erasing treat it as one.
"""

from typing import NamedTuple

from fishbowl.domain.kernel.memoize import memoized
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.model import Takeaway
from fishbowl.domain.session.rules.takeaways import shared_takeaways
from fishbowl.domain.session.state import Session

MINUTE_MS = 60_000


class Teller(NamedTuple):
    """Somebody who signed up, with everything that they bring back."""

    person: PersonId
    brings: tuple[Takeaway, ...]

    @property
    def origin(self) -> str:
        """Where they were; the first place, if they were at several."""
        return self.brings[0].origin


def telling_index(session: Session) -> int | None:
    """The phase in which people tell, while it goes on or is still to come."""
    first = max(0, session.run.index)
    phases = enumerate(session.run.phases[first:], start=first)
    return next((index for index, phase in phases if phase.tells), None)


def takes_sign_ups(session: Session) -> bool:
    """Whether phones ask what one brings back."""
    return clock_state(session.clock) != "closed" and telling_index(session) is not None


def brought(session: Session) -> tuple[Takeaway, ...]:
    """What people bring back, as it came; what was set aside is not among it."""
    return tuple(t for t in shared_takeaways(session) if t.kind == "brought" and t.state != "aside")


@memoized
def tellers(session: Session) -> tuple[Teller, ...]:
    """Who signed up and is here, in the order in which they tell.

    Those who were at the same place follow each other, the place first that was first named;
    within it they tell as they signed up.
    """
    by_person: dict[PersonId, list[Takeaway]] = {}
    for one in brought(session):
        person = session.people[one.person]
        if not person.out and not person.forgotten and session.is_here(person):
            by_person.setdefault(one.person, []).append(one)
    found = [Teller(person, tuple(brings)) for person, brings in by_person.items()]
    origins: dict[str, int] = {}
    for teller in found:
        origins.setdefault(teller.origin.casefold(), len(origins))
    return tuple(sorted(found, key=lambda teller: origins[teller.origin.casefold()]))


@memoized
def _origins(session: Session) -> dict[PersonId, str]:
    return {teller.person: teller.origin for teller in tellers(session)}


def origin_of(session: Session, person: PersonId) -> str:
    """Where somebody was who signed up to tell; empty for everybody else."""
    return _origins(session).get(person, "")


def still_to_tell(session: Session) -> tuple[Teller, ...]:
    """Who has signed up and has not told yet: not sat since the telling began, nor sits now."""
    began = _telling_began(session)
    return tuple(
        teller
        for teller in tellers(session)
        if teller.person not in session.current_turn
        and (began is None or not _has_sat_since(session, teller.person, began))
    )


def not_in_line(session: Session) -> int:
    """How many of them do not wait yet: the round is to be planned, or planned again."""
    return sum(teller.person not in session.open_request for teller in still_to_tell(session))


def minutes_each(session: Session) -> int:
    """How long each can tell: as planned, or less where the telling has no time for so many.

    0 if nobody is to tell.
    """
    index, count = telling_index(session), len(still_to_tell(session))
    if index is None or not count:
        return 0
    phase = session.run.phases[index]
    fits = phase.planned_ms // MINUTE_MS // count
    return max(1, min(fits, phase.seat_minutes or fits))


def _telling_began(session: Session) -> int | None:
    """When the telling began on the session clock; ``None`` if it has not."""
    index = telling_index(session)
    return session.run.began[-1] if index is not None and index == session.run.index else None


def _has_sat_since(session: Session, person: PersonId, began: int) -> bool:
    return any(
        session.turns[turn].began_run_ms >= began for turn in session.turns_of.get(person, ())
    )
