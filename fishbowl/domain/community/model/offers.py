"""What members can give, and what they look for."""

import msgspec

from fishbowl.domain.community.ids import MemberId, OfferId, Side, Urgency
from fishbowl.domain.kernel.ids import Millis, Seq


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """One that is not over.

    :param topic: a few words, suggested by a session.
    :param availability: when, in the member's words; ``terms``: on which terms.
    :param until_ms: it ends at this instant, unless its author keeps it.
    :param is_shared: others may read it; before that only its author does.
    :param is_named: others may read the author's first name beside it.
    :param from_code: the session in which it was written; empty under Chatham House, and for one
        that was written later.
    :param asked_at_ms: when its author was asked whether it still holds.
    :param entries: every entry that holds its words.
    """

    id: OfferId
    member: MemberId
    side: Side
    words: str
    topic: str = ""
    urgency: Urgency = "none"
    availability: str = ""
    terms: str = ""
    until_ms: Millis
    is_shared: bool = False
    is_named: bool = False
    from_code: str = ""
    added_at_ms: Millis
    asked_at_ms: Millis | None = None
    entries: tuple[Seq, ...] = ()
