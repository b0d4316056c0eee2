"""The state of a series: everything that its log tells, folded."""

import msgspec
from immutables import Map

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.series.ids import OccasionId, SeriesId, SwapId
from fishbowl.domain.series.model import About, Occasion, Recurrence, Swap


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """One series.

    :param recurrence: ``None`` where every occasion is planned on its own.
    :param occasions: those of which more is known than the recurrence says.
    :param rota: who chose turns, and since which entry; the earliest first.
    :param words: the entries in which a member said something.
    :param followers: members who are invited to every occasion by mail.
    :param news: what calendars show otherwise than the followers were told, with the latest entry
        of each; the empty id is the series as a whole. Nothing while there are no followers.
    :param news_from_ms: when the first of it happened, and ``news_to_ms`` the last.
    :param sequence: how often what calendars show of all occasions has changed.
    :param is_ended: nothing more comes.
    """

    id: SeriesId
    seq: Seq
    at_ms: Millis
    about: About
    began_at_ms: Millis
    recurrence: Recurrence | None = None
    occasions: Map[OccasionId, Occasion] = msgspec.field(default_factory=Map)
    rota: Map[MemberId, Seq] = msgspec.field(default_factory=Map)
    words: Map[MemberId, tuple[Seq, ...]] = msgspec.field(default_factory=Map)
    followers: Map[MemberId, Seq] = msgspec.field(default_factory=Map)
    news: Map[OccasionId, Seq] = msgspec.field(default_factory=Map)
    news_from_ms: Millis = Millis(0)
    news_to_ms: Millis = Millis(0)
    swaps: Map[SwapId, Swap] = msgspec.field(default_factory=Map)
    sequence: int = 0
    is_ended: bool = False
