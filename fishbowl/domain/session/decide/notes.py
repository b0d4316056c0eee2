"""Rules of notes: anything may be written down at any time, and put right afterwards."""

import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import urlsplit

from msgspec.structs import asdict, replace

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.commands.notes import LINK_MAX
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.people.joining import known
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.ids import NoteId, PersonId, TopicId
from fishbowl.domain.session.model import Note
from fishbowl.domain.session.rules.votes import root_of
from fishbowl.domain.session.state import Session

NOTES_MAX = 400
"""More than anybody writes in a session; consoles are sent all of them at once."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
"""``mailto:`` begins an address of its own; the colon of ``intranet:8080`` does not."""


@decides
def add_note(session: Session, command: c.AddNote, given: Given) -> Sequence[e.Event]:
    """Write a note down, under the topic that it was meant for."""
    if not command.words:
        raise Rejected("words_needed", field="words")
    if len(session.notes) >= NOTES_MAX:
        raise Rejected("limit_reached", most=NOTES_MAX)
    topic = session.agenda.topic if command.topic is None else _topic(session, command.topic)
    person, owner = _who(session, command.person, command.owner)
    return [
        e.NoteAdded(
            kind=command.kind,
            words=command.words,
            topic=topic,
            person=person,
            owner=owner,
            due=due_day(command.due),
            link=_link(command.link),
        )
    ]


@decides
def edit_note(session: Session, command: c.EditNote, given: Given) -> Sequence[e.Event]:
    """Put a note right; what is not given stays."""
    note = _known(session, command.note)
    if command.words == "":
        raise Rejected("words_needed", field="words")
    person, owner = note.person, note.owner
    if command.person is not None or command.owner is not None:
        person, owner = _who(session, command.person, command.owner or "")
    after = replace(
        note,
        kind=command.kind or note.kind,
        words=note.words if command.words is None else command.words,
        topic=note.topic if command.topic is None else _topic(session, command.topic),
        person=person,
        owner=owner,
        due=note.due if command.due is None else due_day(command.due),
        link=note.link if command.link is None else _link(command.link),
    )
    if after == note:
        raise AlreadyTrue()
    return [note_changed_to(after)]


def note_changed_to(after: Note) -> e.NoteChanged:
    """The event by which a note reads as it does in ``after``."""
    fields = asdict(after)
    del fields["id"], fields["at_ms"]
    return e.NoteChanged(note=after.id, **fields)


@decides
def remove_note(session: Session, command: c.RemoveNote, given: Given) -> Sequence[e.Event]:
    """Take a note away."""
    return [e.NoteRemoved(note=_known(session, command.note).id)]


@decides
def check_note(session: Session, command: c.CheckNote, given: Given) -> Sequence[e.Event]:
    """Leave a note as it is that may have spoken of somebody who was forgotten."""
    note = _known(session, command.note)
    if note.id not in session.notes_to_check:
        raise AlreadyTrue()
    return [e.NoteChecked(note=note.id)]


def _known(session: Session, note: NoteId) -> Note:
    found = session.notes.get(note)
    if found is None:
        raise Rejected("note_unknown")
    return found


def _topic(session: Session, topic: TopicId) -> TopicId:
    """The topic as it is named now; a note may be on its way while topics are merged."""
    found = root_of(session, topic)
    if found is None:
        raise Rejected("topic_unknown")
    return found.id


def _who(session: Session, person: PersonId | None, owner: str) -> tuple[PersonId | None, str]:
    """Who does it. A name that one person in the room bears means that person.

    Then it is hidden, changed and forgotten together with theirs.
    """
    if person is not None:
        return known(session, person).id, ""
    called = session.names.get(owner.casefold(), ()) if owner else ()
    here = [one for one in called if session.is_here(session.people[one])]
    return (here[0], "") if len(here) == 1 else (None, owner)


def due_day(due: str) -> str:
    """Check a day like 2026-12-01; empty is no day.

    :raises Rejected: ``bad_date``.
    """
    if not due:
        return ""
    try:
        if _DAY.fullmatch(due):
            return date.fromisoformat(due).isoformat()
    except ValueError:
        pass  # like the 31st of February
    raise Rejected("bad_date")


def _link(link: str) -> str:
    """An address on the web; who leaves the beginning out means https.

    :raises Rejected: ``bad_link``; with ``why`` where a name stands before the host, so that
        ``https://bank.example@evil.example`` reads as what it is not.
    """
    if not link:
        return ""
    whole = link if _SCHEME.match(link) else f"https://{link}"
    try:
        parts = urlsplit(whole)
        is_page = parts.scheme in ("http", "https") and bool(parts.hostname)
        fits = is_page and " " not in whole and "@" not in parts.netloc
    except ValueError:
        raise Rejected("bad_link") from None
    if fits and ("@" in parts.netloc or "\\" in whole):
        raise Rejected("bad_link", why="user")
    if not fits or len(whole) > LINK_MAX:
        raise Rejected("bad_link")
    return whole
