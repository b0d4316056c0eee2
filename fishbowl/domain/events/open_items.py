"""Events of what stays open after a session.

``person`` is whose it is, if anybody's in the room: then the words are about them, and are
forgotten with them.
"""

from fishbowl.domain.events.base import Event
from fishbowl.domain.events.limits import WordsText
from fishbowl.domain.ids import PersonId, Seq


class ItemClosed(Event, frozen=True, kw_only=True):
    """Something that was open is not any more."""

    name = "item.closed"
    undo = "by_role"
    erasable = ("words",)
    item: Seq
    person: PersonId | None = None
    words: WordsText = ""


class ItemReopened(Event, frozen=True, kw_only=True):
    """Something is open after all."""

    name = "item.reopened"
    undo = "by_role"
    item: Seq
    person: PersonId | None = None
