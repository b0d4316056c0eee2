"""What happens to notes."""

from typing import Any

from msgspec.structs import replace

from fishbowl.domain.session import events as e
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve.registry import folds
from fishbowl.domain.session.ids import NoteId
from fishbowl.domain.session.model import Note, Part
from fishbowl.domain.session.state import Changes, Session

_FIELDS = ("kind", "words", "topic", "person", "owner", "due", "link")


@folds
def note_added(session: Session, event: e.NoteAdded, entry: Entry) -> Changes:
    """Write a note down."""
    note = Note(id=NoteId(entry.seq), at_ms=entry.at_ms, **_fields(event))
    return {Part("note", note.id): note}


@folds
def note_changed(session: Session, event: e.NoteChanged, entry: Entry) -> Changes:
    """Let a note read otherwise."""
    changed = replace(session.notes[event.note], **_fields(event))
    return {Part("note", event.note): changed, **_checked(session, event.note)}


@folds
def note_removed(session: Session, event: e.NoteRemoved, entry: Entry) -> Changes:
    """Take a note away."""
    return {Part("note", event.note): None, **_checked(session, event.note)}


@folds
def note_checked(session: Session, event: e.NoteChecked, entry: Entry) -> Changes:
    """Let a note stand that may have spoken of somebody who was forgotten."""
    return _checked(session, event.note)


def _checked(session: Session, note: NoteId) -> Changes:
    return {Part("note_check", note): None} if note in session.notes_to_check else {}


def _fields(event: e.NoteAdded | e.NoteChanged) -> dict[str, Any]:
    return {field: getattr(event, field) for field in _FIELDS}
