"""Events of takeaways and commitments."""

from fishbowl.domain.session.commands.takeaways import TakeawayKind
from fishbowl.domain.session.events.base import ITSELF, Event
from fishbowl.domain.session.events.limits import DayText, WordsText
from fishbowl.domain.session.ids import PersonId, TakeawayId


class TakeawayKept(Event, frozen=True, kw_only=True):
    """Somebody keeps something; the entry's ``seq`` is the takeaway. ``due`` is a day or empty.

    ``origin`` is where somebody was who brings something back; empty for everything else.
    """

    name = "takeaway.kept"
    undo = "never"
    words_of = ITSELF
    erasable = ("words", "due", "origin")
    person: PersonId
    kind: TakeawayKind
    words: WordsText
    shared: bool
    due: DayText = ""
    origin: str = ""


class TakeawayChanged(Event, frozen=True, kw_only=True):
    """A takeaway reads like this from here."""

    name = "takeaway.changed"
    undo = "never"
    words_of = "takeaway"
    erasable = ("words", "due", "origin")
    takeaway: TakeawayId
    person: PersonId
    kind: TakeawayKind
    words: WordsText
    shared: bool
    due: DayText = ""
    origin: str = ""


class TakeawayWithdrawn(Event, frozen=True, kw_only=True):
    """Somebody lets a takeaway go."""

    name = "takeaway.withdrawn"
    undo = "never"
    takes_back = "takeaway"
    takeaway: TakeawayId
    person: PersonId


class TakeawayReworded(Event, frozen=True, kw_only=True):
    """Wall and summary tell a takeaway in these words; with empty ones, in those of its author."""

    name = "takeaway.reworded"
    undo = "by_role"
    undo_by = "facilitators"
    words_of = "takeaway"
    erasable = ("words",)
    takeaway: TakeawayId
    person: PersonId
    words: str


class TakeawayMerged(Event, frozen=True, kw_only=True):
    """A takeaway is told together with another one; with ``None``, alone again."""

    name = "takeaway.merged"
    undo = "by_role"
    undo_by = "facilitators"
    takeaway: TakeawayId
    into: TakeawayId | None


class TakeawayPutUp(Event, frozen=True, kw_only=True):
    """A shared takeaway may be on the wall."""

    name = "takeaway.put_up"
    undo = "by_role"
    undo_by = "facilitators"
    takeaway: TakeawayId


class TakeawaySetAside(Event, frozen=True, kw_only=True):
    """A shared takeaway stays with its author."""

    name = "takeaway.set_aside"
    undo = "by_role"
    undo_by = "facilitators"
    takeaway: TakeawayId
