"""When those who are invited by mail are told what has changed, and which of it."""

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series.ids import OccasionId
from fishbowl.domain.series.rules.times import MINUTE_MS, ends_at_ms, zone_of
from fishbowl.domain.series.state import Series

QUIET_MS = 5 * MINUTE_MS
"""So long after the last change they are told, so that several changes are one letter."""
PATIENCE_MS = 30 * MINUTE_MS
"""So long after the first change they are told, whatever goes on."""


def are_told_at_ms(series: Series) -> Millis | None:
    """When the followers are told what has changed; ``None`` if there is nothing, or nobody."""
    if not series.news or not series.followers:
        return None
    return Millis(min(series.news_to_ms + QUIET_MS, series.news_from_ms + PATIENCE_MS))


def worth_telling(series: Series, now_ms: Millis) -> tuple[OccasionId, ...]:
    """What has changed and is not over, in the order in which it changed last.

    The empty id is the series as a whole.
    """
    zone = zone_of(series.about.time_zone)
    return tuple(
        id
        for id, _ in sorted(series.news.items(), key=lambda one: one[1])
        if id not in series.occasions or ends_at_ms(series.occasions[id].slot, zone) > now_ms
    )
