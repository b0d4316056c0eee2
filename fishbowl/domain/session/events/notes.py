"""Events of notes.

Notes are the facilitator's words. Who does an action is the id of a person wherever that is known,
so a name that is hidden, changed or forgotten is so here too; ``owner`` is anybody else.
"""

from fishbowl.domain.kernel.ids import NoteId, PersonId, TopicId
from fishbowl.domain.session.commands.notes import NoteKind
from fishbowl.domain.session.events.base import ITSELF, Event
from fishbowl.domain.session.events.limits import DayText, LinkText, NameText, WordsText


class NoteAdded(Event, frozen=True, kw_only=True):
    """Something was written down; the entry's ``seq`` is the note. ``due`` is a day or empty."""

    name = "note.added"
    undo = "by_role"
    undo_by = "note_takers"
    words_of = ITSELF
    record = ("words", "due", "link")
    names = ("owner",)
    kind: NoteKind
    words: WordsText
    topic: TopicId | None = None
    person: PersonId | None = None
    owner: NameText = ""
    due: DayText = ""
    link: LinkText = ""


class NoteChanged(Event, frozen=True, kw_only=True):
    """A note reads like this from here, now and in the past."""

    name = "note.changed"
    undo = "by_role"
    undo_by = "note_takers"
    words_of = "note"
    record = ("words", "due", "link")
    names = ("owner",)
    note: NoteId
    kind: NoteKind
    words: WordsText
    topic: TopicId | None = None
    person: PersonId | None = None
    owner: NameText = ""
    due: DayText = ""
    link: LinkText = ""


class NoteRemoved(Event, frozen=True, kw_only=True):
    """A note is not part of the record any more."""

    name = "note.removed"
    undo = "by_role"
    undo_by = "note_takers"
    note: NoteId


class NoteChecked(Event, frozen=True, kw_only=True):
    """Somebody has looked at a note that may have spoken of a forgotten person, and left it."""

    name = "note.checked"
    undo = "by_role"
    undo_by = "note_takers"
    note: NoteId
