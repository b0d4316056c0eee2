"""What happens to people."""

import msgspec

from fishbowl.domain import events as e
from fishbowl.domain.events import Entry
from fishbowl.domain.ids import PersonId
from fishbowl.domain.parts import Part, Person, Whereabouts
from fishbowl.domain.state import Changes, Session

replace = msgspec.structs.replace


def _person(entry: Entry, session: Session, called: str, twin: int, key: str) -> Changes:
    person = Person(
        id=PersonId(entry.seq),
        no=session.guest_count + 1,
        called=called,
        twin=twin,
        key=key,
        joined_at_ms=entry.at_ms,
    )
    return {Part("person", entry.seq): person}


def person_joined(session: Session, event: e.PersonJoined, entry: Entry) -> Changes:
    """Let a person in by phone."""
    return _person(entry, session, event.called, event.twin, event.key)


def people_listed(session: Session, event: e.PeopleListed, entry: Entry) -> Changes:
    """Nothing: the entries that follow bring everybody in."""
    return {}


def person_added(session: Session, event: e.PersonAdded, entry: Entry) -> Changes:
    """Let a person in without a phone."""
    return _person(entry, session, event.called, event.twin, "")


def _changed(session: Session, person: PersonId, **fields: object) -> Changes:
    return {Part("person", person): replace(session.people[person], **fields)}


def person_renamed(session: Session, event: e.PersonRenamed, entry: Entry) -> Changes:
    """Call a person otherwise."""
    return _changed(session, event.person, called=event.called, twin=event.twin)


def name_hidden(session: Session, event: e.NameHidden, entry: Entry) -> Changes:
    """Show a person as a numbered guest."""
    return _changed(session, event.person, hidden=True)


def name_shown(session: Session, event: e.NameShown, entry: Entry) -> Changes:
    """Show the name again."""
    return _changed(session, event.person, hidden=False)


def person_grouped(session: Session, event: e.PersonGrouped, entry: Entry) -> Changes:
    """Let a person speak for a group, or for none."""
    return _changed(session, event.person, group=event.group, group_no=event.no)


def person_sent_out(session: Session, event: e.PersonSentOut, entry: Entry) -> Changes:
    """Keep a person out."""
    return _changed(session, event.person, out=True)


def person_readmitted(session: Session, event: e.PersonReadmitted, entry: Entry) -> Changes:
    """Let a person back in."""
    return _changed(session, event.person, out=False)


def where_said(session: Session, event: e.WhereSaid, entry: Entry) -> Changes:
    """Note where a person sits, apart from the person: nothing is undone later because of it."""
    said = Whereabouts(person=event.person, words=event.words)
    return {Part("whereabouts", event.person): said}


def person_forgotten(session: Session, event: e.PersonForgotten, entry: Entry) -> Changes:
    """Part the person from the device; the words were overwritten in the log itself.

    Who was sent out stays known by the device: deleting oneself is no way back in.
    """
    person = session.people.get(event.person)
    if person is None:  # a guest who turned out to be the person: only words were left
        return {}
    key = person.key if person.out else ""
    gone = _changed(session, event.person, forgotten=True, called="", twin=1, key=key, group="")
    if event.person in session.whereabouts:
        gone = {**gone, Part("whereabouts", event.person): None}
    if event.person in session.credits:
        gone = {**gone, Part("credit", event.person): None}
    return gone
