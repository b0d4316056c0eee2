"""What one may ask about notes: under which topic they stand, and who does what was agreed."""

import re

from fishbowl.domain.session.ids import NoteId, PersonId, TopicId
from fishbowl.domain.session.model import Note, Person
from fishbowl.domain.session.rules.votes import root_of
from fishbowl.domain.session.state import Session

_WORD = re.compile(r"\w+")
NAME_PART_MIN = 3


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


def notes_naming(session: Session, person: Person) -> tuple[NoteId, ...]:
    """Notes that may speak of a person: they are to do it, or a word of the name is in it.

    Short words such as "de" or "Al" name nobody by themselves; the whole name does.
    """
    name = person.called.casefold()
    parts = {part for part in _WORD.findall(name) if len(part) >= NAME_PART_MIN}
    return tuple(
        note.id
        for note in notes_in_order(session)
        if note.person == person.id or _names(note, name, parts)
    )


def _names(note: Note, name: str, parts: set[str]) -> bool:
    written = f"{note.words} {note.owner} {note.link}".casefold()
    return bool(name) and (name in written or not parts.isdisjoint(_WORD.findall(written)))
