"""What stays open after a session until somebody closes it: actions, questions, commitments."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.commands.base import TITLE_MAX
from fishbowl.domain.session.commands.notes import NoteKind
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.model import ItemEnd, Note
from fishbowl.domain.session.rules.notes import note_person, notes_in_order
from fishbowl.domain.session.rules.takeaways import shared_takeaways, told_words
from fishbowl.domain.session.state import Session

ItemKind = Literal["action", "question", "undecided", "commitment"]

OPEN_NOTES: dict[NoteKind, ItemKind] = {
    "action": "action",
    "question": "question",
    "undecided": "undecided",
}
"""The kinds of notes that ask for something yet; insights, decisions and links do not."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is open, or was. ``person`` in the room has it, or ``owner``; or nobody."""

    id: Seq
    kind: ItemKind
    words: str
    person: PersonId | None = None
    owner: str = ""
    due: str = ""
    end: ItemEnd | None = None


def items(session: Session) -> tuple[Item, ...]:
    """What a session leaves open, closed ones included, as they were written.

    Commitments that are private are nobody's business; a question of the outer ring is open once
    it was put up, until the bowl has taken it up.
    """
    found = [
        _of_note(session, note, OPEN_NOTES[note.kind])
        for note in notes_in_order(session)
        if note.kind in OPEN_NOTES
    ]
    found += (
        Item(
            id=Seq(question.id),
            kind="question",
            words=question.words,
            person=question.person,
            end=end_of(session, Seq(question.id)),
        )
        for question in session.questions.values()
        if question.state == "up" and question.words and _is_over(session)
    )
    found += (
        Item(
            id=Seq(takeaway.id),
            kind="commitment",
            words=told_words(takeaway),
            person=takeaway.person,
            due=takeaway.due,
            end=end_of(session, Seq(takeaway.id)),
        )
        for takeaway in shared_takeaways(session)
        if takeaway.kind == "will" and takeaway.state != "aside"
    )
    return tuple(sorted(found, key=lambda item: item.id))


def is_overdue(item: Item, today: str) -> bool:
    """Tell whether something is open past its day; both are days like 2026-12-01."""
    return item.end is None and "" != item.due < today


def by_urgency(found: Iterable[Item]) -> tuple[Item, ...]:
    """What is due first comes first, so that what is overdue leads; what has no day comes after."""
    return tuple(sorted(found, key=lambda item: (item.end is not None, item.due or "9", item.id)))


def end_of(session: Session, item: Seq) -> ItemEnd | None:
    """When and how something was closed; ``None`` while it is open."""
    return session.items.get(item)


def _of_note(session: Session, note: Note, kind: ItemKind) -> Item:
    return Item(
        id=Seq(note.id),
        kind=kind,
        words=note.words,
        person=note_person(session, note),
        owner=note.owner,
        due=note.due,
        end=end_of(session, Seq(note.id)),
    )


def _is_over(session: Session) -> bool:
    return clock_state(session.clock) == "closed"


def as_title(words: str) -> str:
    """What is open as the title of a topic that takes it up."""
    return words if len(words) <= TITLE_MAX else f"{words[: TITLE_MAX - 1].rstrip()}…"
