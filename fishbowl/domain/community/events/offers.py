"""Events of offers and needs."""

from typing import ClassVar

from fishbowl.domain.community.events.base import Event
from fishbowl.domain.community.ids import MemberId, OfferEnd, OfferId, Side, Urgency
from fishbowl.domain.kernel.ids import Millis, Seq


class OfferAdded(Event, frozen=True, kw_only=True):
    """A member wrote down what they can give or look for; its number is that of the entry.

    See :class:`~fishbowl.domain.community.model.offers.Offer` for the fields.
    """

    name: ClassVar[str] = "offer.added"
    erasable: ClassVar[tuple[str, ...]] = ("words", "topic", "availability", "terms", "from_code")
    member: MemberId
    side: Side
    words: str
    topic: str
    urgency: Urgency
    availability: str
    terms: str
    until_ms: Millis
    is_shared: bool
    is_named: bool
    from_code: str


class OfferChanged(Event, frozen=True, kw_only=True):
    """A member wrote an offer anew; all fields hold from then on."""

    name: ClassVar[str] = "offer.changed"
    erasable: ClassVar[tuple[str, ...]] = ("words", "topic", "availability", "terms")
    offer: OfferId
    side: Side
    words: str
    topic: str
    urgency: Urgency
    availability: str
    terms: str
    until_ms: Millis
    is_shared: bool
    is_named: bool


class OfferAskedAbout(Event, frozen=True, kw_only=True):
    """Its author was asked whether an offer still holds."""

    name: ClassVar[str] = "offer.asked_about"
    offer: OfferId


class OfferKept(Event, frozen=True, kw_only=True):
    """An offer holds for longer."""

    name: ClassVar[str] = "offer.kept"
    offer: OfferId
    until_ms: Millis


class OfferEnded(Event, frozen=True, kw_only=True):
    """An offer is over; its words are overwritten.

    :param entries: the entries that hold them, and those of groups that tell its topic.
    """

    name: ClassVar[str] = "offer.ended"
    offer: OfferId
    why: OfferEnd
    entries: tuple[Seq, ...]
