"""Folds of who is invited by mail, and of what they were told."""

from immutables import Map

from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.series import events as e
from fishbowl.domain.series.evolve.registry import Changes, folds
from fishbowl.domain.series.state import Series

SHOWN = (
    e.OccasionPlanned,
    e.OccasionChanged,
    e.OccasionLeftOut,
    e.OccasionBack,
    e.RecurrenceSet,
    e.SeriesEnded,
    e.SeriesResumed,
)
"""What calendars show, like a description that says so."""


@folds
def follower_came(series: Series, event: e.FollowerCame, entry: e.Entry) -> Changes:
    """Invite a member to every occasion; the first one was told nothing before."""
    followers = series.followers.set(event.member, entry.seq)
    return {"followers": followers} if series.followers else {"followers": followers, "told": Map()}


@folds
def follower_went(series: Series, event: e.FollowerWent, entry: e.Entry) -> Changes:
    """Invite a member no more."""
    return {"followers": series.followers.delete(event.member)}


@folds
def followers_told(series: Series, event: e.FollowersTold, entry: e.Entry) -> Changes:
    """Note what they know."""
    told = series.told
    for one in event.occasions:
        if not one.is_off:
            told = told.set(one.occasion, one)
        elif one.occasion in told:
            told = told.delete(one.occasion)
    for id in event.over:
        if id in told:
            told = told.delete(id)
    return {"told": told, "changed_from_ms": Millis(0), "changed_ms": Millis(0)}


def changed(series: Series, entry: e.Entry) -> Changes:
    """When something changed that calendars show.

    :param series: the state before the entry.
    """
    described = isinstance(entry.event, e.SeriesDescribed) and entry.event.shows
    if not described and not isinstance(entry.event, SHOWN):
        return {}
    return {
        "changed_from_ms": series.changed_from_ms or entry.at_ms,
        "changed_ms": entry.at_ms,
    }
