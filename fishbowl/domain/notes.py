"""What one may ask about notes: under which topic they stand, and who does what was agreed."""

from fishbowl.domain.ids import PersonId, TopicId
from fishbowl.domain.parts import Note
from fishbowl.domain.state import Session
from fishbowl.domain.votes import root_of


def notes_in_order(session: Session) -> tuple[Note, ...]:
    """All notes as they were written, oldest first."""
    return tuple(sorted(session.notes.values(), key=lambda note: note.id))


def note_topic(session: Session, note: Note) -> TopicId | None:
    """The topic of a note, or the one that stands for it since; ``None`` if an undo took it."""
    root = None if note.topic is None else root_of(session, note.topic)
    return None if root is None else root.id


def note_person(session: Session, note: Note) -> PersonId | None:
    """Who in the room does it. Whoever wished to be forgotten owes nothing under any name."""
    person = None if note.person is None else session.people.get(note.person)
    return None if person is None or person.forgotten else person.id
