"""Rules of what stays open: whoever runs a session closes it, and everybody what is their own."""

from collections.abc import Sequence

from fishbowl.domain import commands as c
from fishbowl.domain import events as e
from fishbowl.domain.decide.given import Given
from fishbowl.domain.errors import AlreadyTrue, Rejected
from fishbowl.domain.ids import PersonId, Seq, TakeawayId
from fishbowl.domain.open_items import items
from fishbowl.domain.roles import Role
from fishbowl.domain.state import Session


def close_item(session: Session, command: c.CloseItem, given: Given) -> Sequence[e.Event]:
    """Close something; the word about it may be put otherwise later."""
    person = _whose(session, command.item, given)
    end = session.items.get(command.item)
    if end is not None and end.words == command.words:
        raise AlreadyTrue()
    return [e.ItemClosed(item=command.item, person=person, words=command.words)]


def reopen_item(session: Session, command: c.ReopenItem, given: Given) -> Sequence[e.Event]:
    """Open it again."""
    person = _whose(session, command.item, given)
    if command.item not in session.items:
        raise AlreadyTrue()
    return [e.ItemReopened(item=command.item, person=person)]


def _whose(session: Session, item: Seq, given: Given) -> PersonId | None:
    """Whose an item is; a private commitment is there for its own person alone."""
    takeaway = session.takeaways.get(TakeawayId(item))
    if given.role is Role.ATTENDEE and takeaway is not None and takeaway.kind == "will":
        return takeaway.person
    found = next((one for one in items(session) if one.id == item), None)
    if found is None:
        raise Rejected("item_unknown")
    return found.person
