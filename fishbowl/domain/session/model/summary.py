"""Parts of the summary that people write or choose; the rest is made from what happened."""

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.ids import TopicId
from fishbowl.domain.session.model.base import Struct


class Summary(Struct, frozen=True, kw_only=True):
    """Whether the summary is public. ``edition`` counts publications.

    ``looked``: it tells only those written words that somebody has looked at.
    """

    published: bool = False
    looked: bool = False
    edition: int = 0
    published_at_ms: Millis | None = None


class SummaryWords(Struct, frozen=True, kw_only=True):
    """What stands before the summary, after it, and whom it thanks."""

    opening: str = ""
    closing: str = ""
    credit: str = ""


class SummaryOrder(Struct, frozen=True, kw_only=True):
    """The topics in the order that a person chose; empty is as they were talked about."""

    topics: tuple[TopicId, ...] = ()
