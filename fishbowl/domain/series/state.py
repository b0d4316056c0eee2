"""The state of a series: everything that its log tells, folded."""

import msgspec
from immutables import Map

from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.series.ids import OccasionId, SeriesId, SwapId
from fishbowl.domain.series.model import About, Occasion, Recurrence, Swap, Told


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """One series.

    :param recurrence: ``None`` where every occasion is planned on its own.
    :param occasions: those of which more is known than the recurrence says.
    :param rota: who chose turns, and since which entry; the earliest first.
    :param words: the entries in which a member said something.
    :param followers: members who are invited to every occasion by mail.
    :param told: what the followers were told of occasions to come.
    :param changed_from_ms: when the first change happened that calendars show and of which they
        were not told, and ``changed_ms`` the last one; 0 for none.
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
    told: Map[OccasionId, Told] = msgspec.field(default_factory=Map)
    changed_from_ms: Millis = Millis(0)
    changed_ms: Millis = Millis(0)
    swaps: Map[SwapId, Swap] = msgspec.field(default_factory=Map)
    sequence: int = 0
    is_ended: bool = False
