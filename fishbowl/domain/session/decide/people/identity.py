"""Rules about who is who: two entries for one person, another phone, who stands ready."""

from collections.abc import Sequence

from fishbowl.domain.kernel.errors import AlreadyTrue, Rejected
from fishbowl.domain.session import commands as c
from fishbowl.domain.session import events as e
from fishbowl.domain.session.decide.given import Given
from fishbowl.domain.session.decide.people.joining import known
from fishbowl.domain.session.decide.registry import decides
from fishbowl.domain.session.ids import PersonId, RequestId
from fishbowl.domain.session.model.request_states import IN_THE_AIR
from fishbowl.domain.session.rules.people.identity import both_seated
from fishbowl.domain.session.rules.queue.requests import place
from fishbowl.domain.session.state import Session


@decides
def merge_people(session: Session, command: c.MergePeople, given: Given) -> Sequence[e.Event]:
    """Make two entries one person; refused if both have sat at the same time.

    Of two wishes for a chair the better one stays, and none for who sits already.
    """
    guest, person = known(session, command.guest), known(session, command.person)
    if guest.id == person.id:
        raise AlreadyTrue()
    if guest.key:
        raise Rejected("has_phone", person=guest.id)
    if both_seated(session, guest.id, person.id):
        raise Rejected("both_seated", person=person.id)
    spare = _spare_request(session, guest.id, person.id)
    events: list[e.Event] = []
    if spare is not None:
        events.append(e.QueueLeft(request=spare, why="removed"))
    return [*events, e.PeopleMerged(guest=guest.id, person=person.id)]


def _spare_request(session: Session, guest: PersonId, person: PersonId) -> RequestId | None:
    """The wish for a chair that one person would have too many."""
    own = [r for p in (guest, person) if (r := session.open_request.get(p)) is not None]
    sits = guest in session.current_turn or person in session.current_turn
    if sits and own:
        return own[0]
    if len(own) < 2:
        return None
    # Who is called already comes before who waits, then the better place.
    own.sort(key=lambda r: (session.requests[r].state not in IN_THE_AIR, place(session, r) or 0, r))
    return own[1]


@decides
def recover_person(session: Session, command: c.RecoverPerson, given: Given) -> Sequence[e.Event]:
    """Let a person go on with another phone; a phone belongs to one person at a time."""
    person = known(session, command.person)
    if not given.key:
        raise Rejected("person_unknown")
    if person.key == given.key:
        raise AlreadyTrue("already_so", person=person.id)
    if given.key in session.person_of_key:
        raise Rejected("device_taken", person=session.person_of_key[given.key])
    return [e.PersonMovedDevice(person=person.id, key=given.key)]


@decides
def mark_volunteer(session: Session, command: c.MarkVolunteer, given: Given) -> Sequence[e.Event]:
    """Note who stands ready for a chair that nobody takes."""
    person = known(session, command.person)
    if person.volunteer == command.on:
        raise AlreadyTrue("already_so", person=person.id)
    return [e.VolunteerMarked(person=person.id, on=command.on)]
