"""Whom a change concerns personally: whose own phone has to be told."""

from collections.abc import Iterable
from typing import Any

from fishbowl.domain.events import ActionUndone, Entry, PersonAdded, PersonJoined
from fishbowl.domain.evolve.history import find_action
from fishbowl.domain.ids import PersonId, RequestId, TopicId, TurnId
from fishbowl.domain.state import Session


def affected_people(session: Session, entries: Iterable[Entry]) -> set[PersonId]:
    """Find the people whose own slice may differ after ``entries``.

    :param session: the session after the entries.
    """
    people: set[PersonId] = set()
    for entry in entries:
        people.update(_of_entry(session, entry))
    return people & set(session.people) if people else people


def _of_entry(session: Session, entry: Entry) -> Iterable[PersonId]:
    event: Any = entry.event
    if isinstance(event, (PersonJoined, PersonAdded)):
        return (PersonId(entry.seq),)
    if isinstance(event, ActionUndone):
        return _of_undone(session, event)
    named = {name: getattr(event, name) for name in event.__struct_fields__}
    found = (
        named.get("person"),
        _owner(session.turns.get(TurnId(named.get("turn") or 0))),
        _owner(session.turns.get(TurnId(named.get("other") or 0))),
        _owner(session.requests.get(RequestId(named.get("request") or 0))),
        _owner(session.topics.get(TopicId(named.get("topic") or 0))),
    )
    return tuple(person for person in found if person is not None)


def _of_undone(session: Session, event: ActionUndone) -> Iterable[PersonId]:
    action = find_action(session, event.action)
    for touch in () if action is None else action.touches:
        if touch.part.kind == "person":
            yield PersonId(touch.part.id)
        for value in (touch.before, session.part(touch.part)):
            owner = _owner(value)
            if owner is not None:
                yield owner


def _owner(part: Any) -> PersonId | None:
    """Whose turn, request or topic a part is; ``None`` for other parts."""
    person: PersonId | None = getattr(part, "person", None)
    return person
