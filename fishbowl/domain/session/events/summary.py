"""Events of the summary: published, withdrawn, and put right by a person.

What stands around it are the facilitator's words. What is left out is named by its ``seq``, so
that its own words can be changed and forgotten wherever they are.
"""

from fishbowl.domain.kernel.ids import ItemId, PersonId, Seq, TopicId
from fishbowl.domain.session.events.base import Event
from fishbowl.domain.session.events.limits import CreditText, ParagraphText, WordsText


class WordsPassed(Event, frozen=True, kw_only=True):
    """These written words may stand in the summary: somebody has looked at them, or at the lot."""

    name = "words.passed"
    undo = "by_role"
    undo_by = "facilitators"
    items: tuple[ItemId, ...]


class SummaryPublished(Event, frozen=True, kw_only=True):
    """A person made the summary public under its unguessable link.

    ``looked``: it tells only those written words that were put up or passed; else all that nobody
    has set aside.
    """

    name = "summary.published"
    undo = "by_role"
    undo_by = "facilitator"
    looked: bool = False


class SummaryWithdrawn(Event, frozen=True, kw_only=True):
    """The published summary was taken back."""

    name = "summary.withdrawn"
    undo = "by_role"
    undo_by = "facilitator"


class SummaryIntroduced(Event, frozen=True, kw_only=True):
    """This stands around the summary from here; an empty text is none."""

    name = "summary.introduced"
    undo = "by_role"
    undo_by = "note_takers"
    record = ("opening", "closing", "credit")
    opening: ParagraphText = ""
    closing: ParagraphText = ""
    credit: CreditText = ""


class SummaryItemHidden(Event, frozen=True, kw_only=True):
    """Something that happened is not told in the summary."""

    name = "summary.item_hidden"
    undo = "by_role"
    undo_by = "facilitators"
    item: ItemId


class SummaryItemShown(Event, frozen=True, kw_only=True):
    """Something is told in the summary after all."""

    name = "summary.item_shown"
    undo = "by_role"
    undo_by = "facilitators"
    item: ItemId


class SummaryOrdered(Event, frozen=True, kw_only=True):
    """The summary tells its topics in this order; those that are not named come after them."""

    name = "summary.ordered"
    undo = "by_role"
    undo_by = "note_takers"
    topics: tuple[TopicId, ...] = ()


class ItemClosed(Event, frozen=True, kw_only=True):
    """Something that was open is not any more."""

    name = "item.closed"
    undo = "by_role"
    undo_by = "facilitators"
    words_of = "item"
    erasable = ("words",)
    item: Seq
    person: PersonId | None = None
    words: WordsText = ""


class ItemReopened(Event, frozen=True, kw_only=True):
    """Something is open after all."""

    name = "item.reopened"
    undo = "by_role"
    undo_by = "facilitators"
    item: Seq
    person: PersonId | None = None


class PersonCredited(Event, frozen=True, kw_only=True):
    """From here a person's name may stand in what leaves the session, or no longer."""

    name = "person.credited"
    undo = "never"
    person: PersonId
    on: bool


class RecordingMarked(Event, frozen=True, kw_only=True):
    """Somebody records the talk from here; every screen in the room says so."""

    name = "recording.marked"
    undo = "by_role"
    undo_by = "facilitators"


class RecordingEnded(Event, frozen=True, kw_only=True):
    """The recording has ended."""

    name = "recording.ended"
    undo = "by_role"
    undo_by = "facilitators"
