"""What calendars show otherwise than the followers of a series were told."""

from collections.abc import Iterator
from typing import Any

from immutables import Map

from fishbowl.domain.series import events as e
from fishbowl.domain.series.evolve.registry import Changes, folds
from fishbowl.domain.series.ids import OccasionId, planned_id
from fishbowl.domain.series.state import Series

WHOLE = OccasionId("")
"""The series as a whole, in place of an occasion."""


@folds
def followers_told(series: Series, event: e.FollowersTold, entry: e.Entry) -> Changes:
    """Note that they know everything."""
    return {"news": Map()}


def changes(series: Series, entry: e.Entry) -> Changes:
    """Add what an entry changes in calendars, if anybody is to be told.

    :param series: the state before the entry.
    """
    if not series.followers:
        return {"news": Map()} if isinstance(entry.event, e.FollowerCame) and series.news else {}
    news = series.news
    for id in _shown(entry.event, entry):
        news = news.set(id, entry.seq)
    if news is series.news:
        return {}
    from_ms = series.news_from_ms if series.news else entry.at_ms
    return {"news": news, "news_from_ms": from_ms, "news_to_ms": entry.at_ms}


def _shown(event: Any, entry: e.Entry) -> Iterator[OccasionId]:
    """The occasions that calendars show otherwise after an entry."""
    match event:
        case e.OccasionPlanned():
            yield planned_id(entry.seq)
        case e.OccasionChanged() | e.OccasionLeftOut() | e.OccasionBack():
            yield event.occasion
        case e.SeriesDescribed(shows=True) | e.RecurrenceSet() | e.SeriesEnded():
            yield WHOLE
        case e.SeriesResumed() | e.ProgrammeImported():
            yield WHOLE
