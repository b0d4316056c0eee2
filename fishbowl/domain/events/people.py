"""Events about people."""

from fishbowl.domain.events.base import Event
from fishbowl.domain.ids import PersonId


class PersonJoined(Event, frozen=True, kw_only=True):
    """A person came in by phone.

    ``key`` is the pseudonym of device and session. ``twin`` tells people of one name apart: the
    second Anna has 2. It is stored, so that a label never changes because somebody else went.
    """

    name = "person.joined"
    erasable = ("called",)
    key: str
    called: str
    twin: int = 1


class PersonAdded(Event, frozen=True, kw_only=True):
    """The facilitator added somebody without a phone; ``called`` may be empty."""

    name = "person.added"
    erasable = ("called",)
    called: str
    twin: int = 1


class PeopleListed(Event, frozen=True, kw_only=True):
    """People were brought in by a list of ``count`` lines; the entries of the command follow."""

    name = "people.listed"
    count: int


class PersonRenamed(Event, frozen=True, kw_only=True):
    """A person is called otherwise from now on, in the past as well."""

    name = "person.renamed"
    erasable = ("called",)
    person: PersonId
    called: str
    twin: int = 1


class NameHidden(Event, frozen=True, kw_only=True):
    """A person is shown as a numbered guest everywhere."""

    name = "name.hidden"
    person: PersonId


class NameShown(Event, frozen=True, kw_only=True):
    """A hidden name is shown again."""

    name = "name.shown"
    person: PersonId


class PersonGrouped(Event, frozen=True, kw_only=True):
    """A person speaks for a group, known by its number ``no``; 0 for none any more."""

    name = "person.grouped"
    erasable = ("group",)
    person: PersonId
    group: str
    no: int


class PersonSentOut(Event, frozen=True, kw_only=True):
    """A person was sent out and is kept out."""

    name = "person.sent_out"
    person: PersonId


class PersonReadmitted(Event, frozen=True, kw_only=True):
    """A person who was sent out may come back."""

    name = "person.readmitted"
    person: PersonId


class WhereSaid(Event, frozen=True, kw_only=True):
    """A person said where they sit; empty ``words`` take it back."""

    name = "where.said"
    erasable = ("words",)
    person: PersonId
    words: str


class PersonForgotten(Event, frozen=True, kw_only=True):
    """A person's name and words were overwritten in every earlier entry."""

    name = "person.forgotten"
    person: PersonId
