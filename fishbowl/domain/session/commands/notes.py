"""Commands about notes."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from fishbowl.domain.session.commands.base import Command, Name, Words
from fishbowl.domain.session.commands.senders import NOTE_TAKERS, Senders
from fishbowl.domain.session.ids import NoteId, PersonId, TopicId

LINK_MAX = 500
DUE_MAX = 10
"""As long as a date is, like 2026-12-01."""

NoteKind = Literal["insight", "question", "decision", "undecided", "action", "resource"]
"""What a note is about; the summary has a place for each."""

Link = Annotated[str, Meta(max_length=LINK_MAX)]
Due = Annotated[str, Meta(max_length=DUE_MAX)]


class AddNote(Command, frozen=True, kw_only=True):
    """Write a note under ``topic``; without one, under what is talked about now.

    ``person`` is somebody in the room who will do it, ``owner`` anybody else, ``due`` the day by
    when, like 2026-12-01.
    """

    senders: ClassVar[Senders] = NOTE_TAKERS
    after_the_end: ClassVar[bool] = True

    kind: NoteKind
    words: Words
    topic: TopicId | None = None
    person: PersonId | None = None
    owner: Name = ""
    due: Due = ""
    link: Link = ""


class EditNote(Command, frozen=True, kw_only=True):
    """Change what is given of a note, and leave the rest.

    ``person`` or ``owner`` replace whoever it was before; an empty ``owner`` is nobody.
    """

    senders: ClassVar[Senders] = NOTE_TAKERS
    after_the_end: ClassVar[bool] = True

    note: NoteId
    kind: NoteKind | None = None
    words: Words | None = None
    topic: TopicId | None = None
    person: PersonId | None = None
    owner: Name | None = None
    due: Due | None = None
    link: Link | None = None


class RemoveNote(Command, frozen=True, kw_only=True):
    """Take a note away; undo brings it back."""

    senders: ClassVar[Senders] = NOTE_TAKERS
    after_the_end: ClassVar[bool] = True

    note: NoteId


class CheckNote(Command, frozen=True, kw_only=True):
    """Say that a note which may have spoken of a forgotten person stays as it is."""

    senders: ClassVar[Senders] = NOTE_TAKERS
    after_the_end: ClassVar[bool] = True

    note: NoteId
