"""What happens to what is open."""

from fishbowl.domain import events as e
from fishbowl.domain.events import Entry
from fishbowl.domain.parts import ItemEnd, Part
from fishbowl.domain.state import Changes, Session


def item_closed(session: Session, event: e.ItemClosed, entry: Entry) -> Changes:
    """Close it."""
    end = ItemEnd(id=event.item, closed_at_ms=entry.at_ms, person=event.person, words=event.words)
    return {Part("item", event.item): end}


def item_reopened(session: Session, event: e.ItemReopened, entry: Entry) -> Changes:
    """Open it again."""
    return {Part("item", event.item): None}
