"""Events about people."""

from fishbowl.domain.kernel.ids import NoteId, PersonId, Seq
from fishbowl.domain.session.events.base import WHO, Event
from fishbowl.domain.session.events.limits import Count, GroupText, KeyText, NameText, WhereText


class PersonJoined(Event, frozen=True, kw_only=True):
    """A person came in by phone.

    ``key`` is the pseudonym of device and session. ``twin`` tells people of one name apart: the
    second Anna has 2. It is stored, so that a label never changes because somebody else went.
    With ``waits`` they wait at the door until they are let in.
    """

    name = "person.joined"
    undo = "never"
    words_of = WHO
    erasable = ("called",)
    pseudonyms = ("key",)
    key: KeyText
    called: NameText
    twin: Count = 1
    waits: bool = False


class PersonAdded(Event, frozen=True, kw_only=True):
    """The facilitator added somebody without a phone; ``called`` may be empty."""

    name = "person.added"
    undo = "by_role"
    undo_by = "facilitators"
    words_of = WHO
    erasable = ("called",)
    called: NameText
    twin: Count = 1


class PeopleListed(Event, frozen=True, kw_only=True):
    """People were brought in by a list of ``count`` lines; the entries of the command follow."""

    name = "people.listed"
    undo = "by_role"
    undo_by = "facilitators"
    count: int


class PersonRenamed(Event, frozen=True, kw_only=True):
    """A person is called otherwise from now on, in the past as well."""

    name = "person.renamed"
    undo = "by_role"
    undo_by = "facilitators"
    words_of = WHO
    erasable = ("called",)
    person: PersonId
    called: NameText
    twin: Count = 1


class NameHidden(Event, frozen=True, kw_only=True):
    """A person is shown as a numbered guest everywhere.

    ``no`` is a new number, so that nobody can follow the old one; 0 keeps it.
    """

    name = "name.hidden"
    undo = "by_role"
    undo_by = "facilitators"
    person: PersonId
    no: Count = 0


class NameShown(Event, frozen=True, kw_only=True):
    """A hidden name is shown again."""

    name = "name.shown"
    undo = "by_role"
    undo_by = "facilitators"
    person: PersonId


class PersonGrouped(Event, frozen=True, kw_only=True):
    """A person speaks for a group, known by its number ``no``; 0 for none any more."""

    name = "person.grouped"
    undo = "by_role"
    undo_by = "facilitators"
    words_of = WHO
    erasable = ("group",)
    person: PersonId
    group: GroupText
    no: Count


class PersonSentOut(Event, frozen=True, kw_only=True):
    """A person was sent out and is kept out."""

    name = "person.sent_out"
    undo = "by_role"
    undo_by = "facilitators"
    person: PersonId


class PersonReadmitted(Event, frozen=True, kw_only=True):
    """A person who was sent out may come back."""

    name = "person.readmitted"
    undo = "by_role"
    undo_by = "facilitators"
    person: PersonId


class WhereSaid(Event, frozen=True, kw_only=True):
    """A person said where they sit; empty ``words`` take it back."""

    name = "where.said"
    undo = "never"
    words_of = WHO
    erasable = ("words",)
    person: PersonId
    words: WhereText


class PersonForgotten(Event, frozen=True, kw_only=True):
    """A person's name, words and device pseudonym were overwritten in every earlier entry.

    ``kept_out`` is the digest by which somebody who was sent out is still refused. ``notes`` may
    speak of the person in words of the facilitator. ``keeps_key`` is true of entries of version 1:
    who was sent out stayed known by the pseudonym itself.
    """

    name = "person.forgotten"
    version = 2
    undo = "final"
    person: PersonId
    kept_out: KeyText = ""
    notes: tuple[NoteId, ...] = ()
    keeps_key: bool = False


class EverybodyForgotten(Event, frozen=True, kw_only=True):
    """Names, pseudonyms and what was not published were overwritten on the date that was set.

    ``people`` are all whom it concerns. The words of the items in ``kept`` were published; they
    stay and are nobody's. So do the facilitator's words around the summary if ``keeps_summary``.
    The question, the facilitator's own topics, figures and times stay in any case.
    """

    name = "everybody.forgotten"
    undo = "final"
    people: tuple[PersonId, ...]
    kept: tuple[Seq, ...] = ()
    keeps_summary: bool = False


class WaitingRoomSet(Event, frozen=True, kw_only=True):
    """New people wait at the door, or come straight in; ``None``: as the size says."""

    name = "door.waiting_set"
    undo = "by_role"
    undo_by = "facilitators"
    open: bool | None


class PeopleAdmitted(Event, frozen=True, kw_only=True):
    """These people, who waited at the door, are in."""

    name = "people.admitted"
    undo = "by_role"
    undo_by = "facilitators"
    people: tuple[PersonId, ...]


class PeopleRemoved(Event, frozen=True, kw_only=True):
    """These people were sent back to the door; where they had asked for a chair, they left."""

    name = "people.removed"
    undo = "by_role"
    undo_by = "facilitators"
    people: tuple[PersonId, ...]


class PersonKnocked(Event, frozen=True, kw_only=True):
    """Somebody who was sent back to the door asked to be let in again."""

    name = "person.knocked"
    undo = "never"
    person: PersonId


class PeopleMerged(Event, frozen=True, kw_only=True):
    """``guest`` is ``person``: turns, requests and topics are theirs, from the start."""

    name = "people.merged"
    undo = "by_role"
    undo_by = "facilitators"
    guest: PersonId
    person: PersonId


class PersonMovedDevice(Event, frozen=True, kw_only=True):
    """A person goes on with another phone; the one before is nobody's."""

    name = "person.moved_device"
    undo = "never"
    pseudonyms = ("key",)
    person: PersonId
    key: KeyText


class VolunteerMarked(Event, frozen=True, kw_only=True):
    """A person stands ready for a chair that nobody takes, or does not (any more)."""

    name = "volunteer.marked"
    undo = "by_role"
    undo_by = "facilitators"
    person: PersonId
    on: bool
