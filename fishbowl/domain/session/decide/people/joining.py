"""Rules about people: who comes in, what they are called, who is kept out."""

from collections.abc import Sequence
from typing import Literal

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.kernel.ids import PersonId
from fishbowl.domain.kernel.lookalikes import looks_of
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.people.waiting_room import check_place_at_the_door, knock
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.model import Person
from fishbowl.domain.session.rules.lifecycle.hours import check_open
from fishbowl.domain.session.rules.notes import notes_naming
from fishbowl.domain.session.rules.people.identity import digest_of, person_with
from fishbowl.domain.session.rules.people.waiting_room import is_open
from fishbowl.domain.session.state import Session


def known(session: Session, person: PersonId) -> Person:
    """Find somebody who is in the room.

    :raises Rejected: ``person_unknown``, ``forgotten``, ``sent_out`` or ``waits_at_door``.
    """
    found = session.people.get(person)
    if found is None:
        raise Rejected("person_unknown")
    if found.forgotten:
        raise Rejected("forgotten")
    if found.out:
        raise Rejected("sent_out")
    if not session.is_here(found):
        raise Rejected("waits_at_door", person=found.id)
    return found


def check_welcome(session: Session, command: c.Command, given: Given) -> None:
    """Let an attendee act who is in the room; anybody may join, and leave for good.

    :raises Rejected: ``person_unknown``, ``sent_out`` or ``waits_at_door``.
    """
    if isinstance(command, (c.JoinSession, c.ForgetPerson)):
        return
    known(session, given.sender)


def twin_of(session: Session, called: str) -> int:
    """Tell people apart whose names look alike: 1 for the first Anna, 2 for the next."""
    others = (other for look in looks_of(called) for other in session.looks.get(look, ()))
    return max((session.people[other].twin for other in others), default=0) + 1


@decides
def join_session(session: Session, command: c.JoinSession, given: Given) -> Sequence[e.Event]:
    """Come in, once a device; a locked door keeps out whoever is new, and some wait at it."""
    person = given.person or person_with(session, given.key)
    if person is not None:
        return _again(session, session.people[person])
    if not given.key:
        raise Rejected("person_unknown")
    if session.door.locked:
        raise Rejected("door_locked")
    check_open(session.settings, given.now_ms)
    if not command.name:
        raise Rejected("name_needed")
    waits = is_open(session)
    if waits:
        check_place_at_the_door(session)
    twin = twin_of(session, command.name)
    return [e.PersonJoined(key=given.key, called=command.name, twin=twin, waits=waits)]


def _again(session: Session, person: Person) -> Sequence[e.Event]:
    """Come in once more: who is in, is in, and who was sent back to the door asks again."""
    if person.id in session.removed.people and not person.out:
        return knock(session, person)
    if not person.waits:
        known(session, person.id)
    raise AlreadyTrue("already_so", person=person.id)


def add_person(session: Session, name: str) -> e.PersonAdded:
    """Make the event that brings somebody without a phone in; the name may be empty."""
    return e.PersonAdded(called=name, twin=twin_of(session, name))


@decides
def rename_person(session: Session, command: c.RenamePerson, given: Given) -> Sequence[e.Event]:
    """Change a name, backwards too."""
    person = known(session, command.person)
    if not command.name:
        raise Rejected("name_needed")
    if person.called == command.name:
        raise AlreadyTrue()
    same = not looks_of(person.called).isdisjoint(looks_of(command.name))
    twin = person.twin if same else twin_of(session, command.name)
    return [e.PersonRenamed(person=person.id, called=command.name, twin=twin)]


@decides
def set_group(session: Session, command: c.SetGroup, given: Given) -> Sequence[e.Event]:
    """Speak for a group. Groups are told apart by number, so that words can be forgotten."""
    person = known(session, command.person)
    if person.group == command.group:
        raise AlreadyTrue()
    return [
        e.PersonGrouped(person=person.id, group=command.group, no=_group(session, command.group))
    ]


def _group(session: Session, name: str) -> int:
    if not name:
        return 0
    folded, everybody = name.casefold(), session.people.values()
    same = (person.group_no for person in everybody if person.group.casefold() == folded)
    return next(same, max(person.group_no for person in everybody) + 1)


@decides
def hide_name(session: Session, command: c.HideName, given: Given) -> Sequence[e.Event]:
    """Hide a name, whoever bears it and wherever they are; a new number says nothing of it."""
    person = _anybody(session, command.person)
    if person.hidden:
        raise AlreadyTrue()
    return [e.NameHidden(person=person.id, no=session.guest_count + 1)]


@decides
def show_name(session: Session, command: c.ShowName, given: Given) -> Sequence[e.Event]:
    """Show a hidden name again."""
    person = _anybody(session, command.person)
    if not person.hidden:
        raise AlreadyTrue()
    return [e.NameShown(person=person.id)]


@decides
def send_out(session: Session, command: c.SendOut, given: Given) -> Sequence[e.Event]:
    """Send a person out: off the chair, off the queue, and kept out."""
    person = _anybody(session, command.person)
    if person.out:
        raise AlreadyTrue()
    return [*_leaving(session, person.id, "removed", "sent_out"), e.PersonSentOut(person=person.id)]


@decides
def readmit_person(session: Session, command: c.ReadmitPerson, given: Given) -> Sequence[e.Event]:
    """Let a person back in; they ask anew."""
    person = _anybody(session, command.person)
    if not person.out:
        raise AlreadyTrue()
    return [e.PersonReadmitted(person=person.id)]


@decides
def say_where(session: Session, command: c.SayWhere, given: Given) -> Sequence[e.Event]:
    """Note where a person sits; only who carries the microphone and the console are told."""
    person = given.sender
    said = session.whereabouts.get(person)
    if command.words == ("" if said is None else said.words):
        raise AlreadyTrue()
    return [e.WhereSaid(person=person, words=command.words)]


@decides
def forget_person(session: Session, command: c.ForgetPerson, given: Given) -> Sequence[e.Event]:
    """Forget a person for good; who sits or waits leaves first."""
    person = session.people.get(command.person)
    if person is None:
        raise Rejected("person_unknown")
    if person.forgotten:
        raise AlreadyTrue()
    if given.role is Role.ATTENDEE:
        left = _leaving(session, person.id, "withdrawn", "left")
    else:
        left = _leaving(session, person.id, "removed", "freed")
    return [*left, *forgetting(session, person)]


def forgetting(session: Session, person: Person) -> list[e.Event]:
    """Make the events that forget a person, and every guest who turned out to be them.

    The notes that may speak of them are named while the name is still known.
    """
    was = [e.PersonForgotten(person=who) for who in person.was]
    kept_out = digest_of(person.key) if person.out and person.key else ""
    notes = notes_naming(session, person)
    return [*was, e.PersonForgotten(person=person.id, kept_out=kept_out, notes=notes)]


def _leaving(
    session: Session,
    person: PersonId,
    queue_why: Literal["withdrawn", "removed"],
    chair_why: Literal["left", "freed", "sent_out"],
) -> list[e.Event]:
    """Make the events that take a person off the queue and off the chair."""
    events: list[e.Event] = []
    request = session.open_request.get(person)
    if request is not None:
        events.append(e.QueueLeft(request=request, why=queue_why))
    turn = session.current_turn.get(person)
    if turn is not None:
        chair = session.turns[turn].chair
        events.append(e.ChairLeft(turn=turn, chair=chair, why=chair_why))
    return events


def _anybody(session: Session, person: PersonId) -> Person:
    found = session.people.get(person)
    if found is None:
        raise Rejected("person_unknown")
    if found.forgotten:
        raise Rejected("forgotten")
    return found
