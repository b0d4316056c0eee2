"""Commands about offers and needs."""

from typing import Annotated, ClassVar

from msgspec import Meta

from fishbowl.domain.community.commands.base import (
    LABEL_MAX,
    MEMBER,
    MEMBER_OR_DOOR,
    TIME,
    Command,
    Line,
    Sender,
)
from fishbowl.domain.community.ids import MemberId, OfferId, Side, Urgency
from fishbowl.domain.kernel.ids import Millis

OFFER_MAX = 300
CODE_MAX = 16

OfferWords = Annotated[str, Meta(max_length=OFFER_MAX)]
Topic = Annotated[str, Meta(max_length=LABEL_MAX)]
Code = Annotated[str, Meta(max_length=CODE_MAX)]


class AddOffer(Command, frozen=True, kw_only=True):
    """Write down what one can give, or looks for.

    :param until_ms: when it ends; ``None`` for 90 days from now.
    :param from_code: the session in which it was written; empty under Chatham House.
    """

    senders: ClassVar[frozenset[Sender]] = MEMBER
    member: MemberId
    side: Side
    words: OfferWords
    topic: Topic = ""
    urgency: Urgency = "none"
    availability: Line = ""
    terms: Line = ""
    until_ms: Millis | None = None
    is_shared: bool = False
    is_named: bool = False
    from_code: Code = ""


class ChangeOffer(Command, frozen=True, kw_only=True):
    """Write an offer anew; all fields hold from then on.

    :param until_ms: when it ends; ``None`` for the same instant as before.
    """

    senders: ClassVar[frozenset[Sender]] = MEMBER
    member: MemberId
    offer: OfferId
    side: Side
    words: OfferWords
    topic: Topic = ""
    urgency: Urgency = "none"
    availability: Line = ""
    terms: Line = ""
    until_ms: Millis | None = None
    is_shared: bool = False
    is_named: bool = False


class KeepOffer(Command, frozen=True, kw_only=True):
    """Let an offer hold for longer.

    :param until_ms: when it ends; ``None`` for 90 days from now.
    """

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId
    offer: OfferId
    until_ms: Millis | None = None


class EndOffer(Command, frozen=True, kw_only=True):
    """Take an offer back."""

    senders: ClassVar[frozenset[Sender]] = MEMBER_OR_DOOR
    member: MemberId
    offer: OfferId


class AskAboutOffer(Command, frozen=True, kw_only=True):
    """Ask the author of an offer that ends soon whether it still holds."""

    senders: ClassVar[frozenset[Sender]] = TIME
    offer: OfferId


class ExpireOffer(Command, frozen=True, kw_only=True):
    """End an offer whose time is over."""

    senders: ClassVar[frozenset[Sender]] = TIME
    offer: OfferId
