"""What happens to people."""

from collections.abc import Iterable
from typing import Any

import msgspec

from fishbowl.domain.kernel.ids import Millis, PersonId, Seq
from fishbowl.domain.session import events as e
from fishbowl.domain.session.events import Entry
from fishbowl.domain.session.evolve.registry import folds
from fishbowl.domain.session.model import (
    Knock,
    Part,
    PartKind,
    Person,
    Removed,
    Retention,
    Whereabouts,
)
from fishbowl.domain.session.state import Changes, Session

replace = msgspec.structs.replace

DOOR, REMOVED = Part("door"), Part("removed")
_NAMING = ("person", "gave_to", "given_by")
"""Fields of parts that name a person."""


def _person(
    entry: Entry, session: Session, called: str, twin: int, key: str, *, waits: bool = False
) -> Changes:
    person = Person(
        id=PersonId(entry.seq),
        no=session.guest_count + 1,
        called=called,
        twin=twin,
        key=key,
        joined_at_ms=entry.at_ms,
        waits=waits,
    )
    return {Part("person", entry.seq): person}


@folds
def person_joined(session: Session, event: e.PersonJoined, entry: Entry) -> Changes:
    """Let a person in by phone, or wait at the door."""
    called, twin = event.called, event.twin
    return _person(entry, session, called, twin, event.key, waits=event.waits)


@folds
def people_listed(session: Session, event: e.PeopleListed, entry: Entry) -> Changes:
    """Nothing: the entries that follow bring everybody in."""
    return {}


@folds
def person_added(session: Session, event: e.PersonAdded, entry: Entry) -> Changes:
    """Let a person in without a phone."""
    return _person(entry, session, event.called, event.twin, "")


def _changed(session: Session, person: PersonId, **fields: object) -> Changes:
    return {Part("person", person): replace(session.people[person], **fields)}


@folds
def person_renamed(session: Session, event: e.PersonRenamed, entry: Entry) -> Changes:
    """Call a person otherwise."""
    return _changed(session, event.person, called=event.called, twin=event.twin)


@folds
def name_hidden(session: Session, event: e.NameHidden, entry: Entry) -> Changes:
    """Show a person as a numbered guest."""
    no = event.no or session.people[event.person].no
    return _changed(session, event.person, hidden=True, no=no)


@folds
def name_shown(session: Session, event: e.NameShown, entry: Entry) -> Changes:
    """Show the name again."""
    return _changed(session, event.person, hidden=False)


@folds
def person_grouped(session: Session, event: e.PersonGrouped, entry: Entry) -> Changes:
    """Let a person speak for a group, or for none."""
    return _changed(session, event.person, group=event.group, group_no=event.no)


@folds
def person_sent_out(session: Session, event: e.PersonSentOut, entry: Entry) -> Changes:
    """Keep a person out."""
    return _changed(session, event.person, out=True)


@folds
def person_readmitted(session: Session, event: e.PersonReadmitted, entry: Entry) -> Changes:
    """Let a person back in."""
    return _changed(session, event.person, out=False)


@folds
def where_said(session: Session, event: e.WhereSaid, entry: Entry) -> Changes:
    """Note where a person sits, apart from the person: nothing is undone later because of it."""
    said = Whereabouts(person=event.person, words=event.words)
    return {Part("whereabouts", event.person): said}


@folds
def person_forgotten(session: Session, event: e.PersonForgotten, entry: Entry) -> Changes:
    """Part the person from the device; the words were overwritten in the log itself.

    Who was sent out is kept out by a digest: deleting oneself is no way back in.
    """
    checks: Changes = {Part("note_check", note): True for note in event.notes}
    person = session.people.get(event.person)
    if person is None:  # a guest who turned out to be the person: only words were left
        return checks
    key = person.key if person.out and event.keeps_key else ""
    gone = {**_forgotten(session, event.person, key), **checks}
    if event.kept_out:
        gone = {**gone, Part("kept_out", event.person): event.kept_out}
    return gone


@folds
def everybody_forgotten(session: Session, event: e.EverybodyForgotten, entry: Entry) -> Changes:
    """Forget everybody; notes that were not published are gone, and nothing has to be checked."""
    changes: dict[Part, Any] = {Part("retention"): Retention(over=True)}
    for person in event.people:
        if person in session.people:
            changes.update(_forgotten(session, person))
    kept: set[int] = set(event.kept)
    for note in session.notes:
        if note not in kept:
            changes[Part("note", note)] = None
    for note in session.notes_to_check:
        changes[Part("note_check", note)] = None
    return changes


def _forgotten(session: Session, person: PersonId, key: str = "") -> Changes:
    gone = _changed(session, person, forgotten=True, called="", twin=1, key=key, group="")
    if person in session.whereabouts:
        gone = {**gone, Part("whereabouts", person): None}
    if person in session.credits:
        gone = {**gone, Part("credit", person): None}
    return gone


@folds
def waiting_room_set(session: Session, event: e.WaitingRoomSet, entry: Entry) -> Changes:
    """Let new people wait, or not."""
    return {DOOR: replace(session.door, waiting=event.open)}


@folds
def people_admitted(session: Session, event: e.PeopleAdmitted, entry: Entry) -> Changes:
    """Let people in who waited."""
    changes: dict[Part, object] = {}
    removed = session.removed.people.mutate()
    for person in event.people:
        removed.pop(person, None)
        found = session.people[person]
        if found.waits:
            changes[Part("person", person)] = replace(found, waits=False)
    after = Removed(people=removed.finish())
    return changes if after == session.removed else {**changes, REMOVED: after}


@folds
def people_removed(session: Session, event: e.PeopleRemoved, entry: Entry) -> Changes:
    """Send people back to the door."""
    removed = session.removed.people.mutate()
    for person in event.people:
        removed[person] = Seq(entry.seq)
    return {REMOVED: Removed(people=removed.finish())}


@folds
def person_knocked(session: Session, event: e.PersonKnocked, entry: Entry) -> Changes:
    """Note that somebody asks to be let in again."""
    knock = Knock(person=event.person, seq=entry.seq, at_ms=Millis(entry.at_ms))
    return {Part("knock", event.person): knock}


@folds
def people_merged(session: Session, event: e.PeopleMerged, entry: Entry) -> Changes:
    """Make everything of the guest the person's; the guest is no longer in the room."""
    guest, person = session.people[event.guest], session.people[event.person]
    grouped = person if person.group_no else guest
    merged = replace(
        person,
        was=(*person.was, guest.id, *guest.was),
        volunteer=person.volunteer or guest.volunteer,
        group=grouped.group,
        group_no=grouped.group_no,
    )
    changes: dict[Part, Any] = {Part("person", guest.id): None, Part("person", person.id): merged}
    owned: tuple[tuple[PartKind, Iterable[Any]], ...] = (
        ("turn", session.turns.values()),
        ("request", session.requests.values()),
        ("topic", session.topics.values()),
        ("question", session.questions.values()),
        ("note", session.notes.values()),
    )
    for kind, parts in owned:
        for part in parts:
            fields = [f for f in _NAMING if getattr(part, f, None) == guest.id]
            if fields:
                changed = replace(part, **dict.fromkeys(fields, person.id))
                changes[Part(kind, part.id)] = changed
    return changes


@folds
def person_moved_device(session: Session, event: e.PersonMovedDevice, entry: Entry) -> Changes:
    """Let another phone be the person's."""
    return _changed(session, event.person, key=event.key)


@folds
def volunteer_marked(session: Session, event: e.VolunteerMarked, entry: Entry) -> Changes:
    """Note who stands ready."""
    return _changed(session, event.person, volunteer=event.on)
