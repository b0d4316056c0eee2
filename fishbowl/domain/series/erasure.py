"""What is overwritten in the log of a series, and when.

Nothing that is folded depends on the fields that are overwritten: an event that erases removes what
they said from the state as well. An event lists the entries that it erases, so no other one is
read. The sender of an entry says no more than a member's number, which stays.
"""

from collections.abc import Iterable

from fishbowl.domain.kernel.erasure import ListedErasure
from fishbowl.domain.kernel.ids import Seq
from fishbowl.domain.series import events as e

ERASING = frozenset({e.ComersForgotten.name, e.MemberForgotten.name, e.TurnsForgotten.name})
"""The stored names of the events that erase."""


ERASABLE = {kind.name: frozenset(kind.erasable) for kind in e.EVENTS}
"""The fields that can ever be overwritten, by the stored name of the event."""


def erasable_fields(type: str) -> frozenset[str]:
    """The fields of an entry that can ever be overwritten; the hash chain leaves them out.

    :param type: the stored name of the event; an unknown one has no such fields.
    """
    return ERASABLE.get(type, frozenset())


def erasure(events: Iterable[e.Event]) -> ListedErasure:
    """Work out what events erase in the log that they are appended to; usually nothing."""
    items: set[Seq] = set()
    for event in events:
        if isinstance(event, e.ComersForgotten | e.MemberForgotten | e.TurnsForgotten):
            items.update(event.entries)
    return ListedErasure(erasable=ERASABLE, items=frozenset(items))
