"""What has been written down, as the consoles show it."""

from fishbowl.domain.kernel.web_links import web_link
from fishbowl.domain.session.model import Note
from fishbowl.domain.session.rules.notes import note_person, note_topic, notes_in_order
from fishbowl.domain.session.state import Session
from fishbowl.views.common import label
from fishbowl.views.slices import NotesSlice, NoteView


def notes_slice(session: Session) -> NotesSlice:
    """All notes, each under the topic that stands for its own by now."""
    return NotesSlice(notes=tuple(_note(session, note) for note in notes_in_order(session)))


def _note(session: Session, note: Note) -> NoteView:
    person = note_person(session, note)
    return NoteView(
        id=note.id,
        kind=note.kind,
        words=note.words,
        at_ms=note.at_ms,
        topic=note_topic(session, note),
        person=None if person is None else label(session, person),
        owner=note.owner,
        due=note.due,
        link=web_link(note.link),
        check=note.id in session.notes_to_check,
    )
