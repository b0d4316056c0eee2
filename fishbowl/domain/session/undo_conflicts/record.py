"""What has been written on top of an action: notes that name people, merged takeaways."""

from collections.abc import Iterator
from typing import Any

from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.model import Note, Part, Takeaway
from fishbowl.domain.session.state import Changes, Session


def agreed_meanwhile(session: Session, back: Changes, part: Part, value: Any) -> Iterator[Part]:
    """Name parts in the way of a note: who is to do something stays in the room."""
    if isinstance(value, Note) and value.person is not None:
        doer = Part("person", value.person)
        if back.get(doer, session.people.get(value.person)) is None:
            yield doer
    if part.kind == "person" and value is None:
        own = (note.id for note in session.notes.values() if note.person == PersonId(part.id))
        yield from (Part("note", note) for note in own if Part("note", note) not in back)


def merged_in_a_circle(session: Session, back: Changes, part: Part) -> Iterator[Part]:
    """Name parts in the way of a merge: two takeaways cannot each be told with the other."""
    seen: set[Part] = set()
    while part.kind == "takeaway" and part not in seen:
        seen.add(part)
        found: Takeaway | None = back.get(part, session.part(part))
        if found is None or found.into is None:
            return
        part = Part("takeaway", found.into)
    yield from (other for other in seen if other not in back)
