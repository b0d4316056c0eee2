"""Shapes of the notes, for the consoles."""

from fishbowl.domain.session.commands import NoteKind
from fishbowl.views.slices.shared import Label, Slice


class NoteView(Slice, frozen=True, kw_only=True):
    """A note. ``topic`` is the one that it stands under now, ``None`` for none.

    Who does it is a ``person`` in the room, or ``owner``; ``due`` is a day, like 2026-12-01.
    ``check`` tells that it may name somebody who asked to be forgotten since.
    """

    id: int
    kind: NoteKind
    words: str
    at_ms: int
    topic: int | None
    person: Label | None
    owner: str
    due: str
    link: str
    check: bool = False


class NotesSlice(Slice, frozen=True, kw_only=True):
    """All notes as they were written, oldest first."""

    notes: tuple[NoteView, ...]
