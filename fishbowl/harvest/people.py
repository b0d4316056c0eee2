"""The people of a summary: their labels and figures."""

from collections.abc import Sequence

from fishbowl.domain.kernel.ids import PersonId
from fishbowl.domain.session.state import Session
from fishbowl.harvest.model import PersonFacts, RequestFacts, TurnFacts, Who


def who(session: Session, person: PersonId) -> Who:
    """The label of a person, without hidden and forgotten names."""
    found = session.people.get(person)
    if found is None:  # an undo removed the person and kept what they did
        return Who(person=person, name="", no=0)
    shown = not (found.hidden or found.forgotten)
    return Who(
        person=found.id,
        name=found.called if shown else "",
        no=found.no,
        twin=found.twin if shown else 1,
        credited=found.id in session.credits,
    )


def author(session: Session, person: PersonId) -> Who | None:
    """The author of words; ``None`` if the person was forgotten."""
    found = session.people.get(person)
    return None if found is not None and found.forgotten else who(session, person)


def people_facts(
    session: Session, turns: Sequence[TurnFacts], queue: Sequence[RequestFacts]
) -> tuple[PersonFacts, ...]:
    """List people in the order in which they joined.

    Removed and forgotten people are listed only if they sat in the bowl before.
    """
    turns_of: dict[PersonId, list[TurnFacts]] = {}
    for turn in turns:
        turns_of.setdefault(turn.who.person, []).append(turn)
    asked: dict[PersonId, int] = {}
    for request in queue:
        asked[request.who.person] = asked.get(request.who.person, 0) + 1
    return tuple(
        PersonFacts(
            who=who(session, person.id),
            joined_at_ms=person.joined_at_ms,
            asked=asked.get(person.id, 0),
            turns=len(own := turns_of.get(person.id, [])),
            seated_ms=sum(turn.seated_ms for turn in own),
            spoken_ms=sum(turn.spoken_ms for turn in own),
        )
        for person in sorted(session.people.values(), key=lambda person: person.id)
        if person.id in turns_of or session.is_here(person)
    )
