"""What is overwritten in the log of a community, and when.

Nothing that is folded depends on the fields that are overwritten: an event that erases removes what
they said from the state as well. An event lists the entries that it erases, so no other one is
read. The sender of an entry says no more than the member's number, which stays.
"""

from collections.abc import Iterable

from fishbowl.domain.community import events as e
from fishbowl.domain.kernel.erasure import ListedErasure
from fishbowl.domain.kernel.ids import Seq

ERASING = frozenset(
    {
        e.AllowedAgain.name,
        e.AnswerRemoved.name,
        e.AskForgotten.name,
        e.InvitationEnded.name,
        e.InvitationRefused.name,
        e.MemberLeft.name,
        e.OfferEnded.name,
        e.PassReplaced.name,
        e.SessionUnlinked.name,
    }
)
"""The stored names of the events that erase, or that end what is kept beside the log."""


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
    kept: set[Seq] = set()
    for event in events:
        if isinstance(event, e.AnswerRemoved | e.AskForgotten | e.MemberLeft | e.OfferEnded):
            items.update(event.entries)
        elif isinstance(event, e.AllowedAgain):
            items.add(Seq(event.apart))
        elif isinstance(event, e.InvitationEnded):
            items.add(Seq(event.invitation))
        elif isinstance(event, e.InvitationRefused):
            kept.add(Seq(event.invitation))
        elif isinstance(event, e.PassReplaced):
            kept.add(Seq(event.member))  # the earlier passes open nothing, also in older copies
        elif isinstance(event, e.SessionUnlinked):
            items.update((event.link, *event.entries))
    return ListedErasure(
        erasable=ERASABLE, items=frozenset(items | kept), kept=frozenset(kept - items)
    )
