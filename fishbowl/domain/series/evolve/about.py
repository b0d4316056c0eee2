"""Folds of a series as a whole."""

from msgspec.structs import replace

from fishbowl.domain.series import events as e
from fishbowl.domain.series.evolve.registry import Changes, folds
from fishbowl.domain.series.state import Series


@folds
def series_described(series: Series, event: e.SeriesDescribed, entry: e.Entry) -> Changes:
    """Take what a host says of it."""
    return {"about": event.about, "sequence": series.sequence + event.shows}


@folds
def recurrence_set(series: Series, event: e.RecurrenceSet, entry: e.Entry) -> Changes:
    """Take other times; what has no day any more is known no more.

    If such a day comes again, calendars see a higher sequence than they have seen.
    """
    occasions = series.occasions
    seen = max((occasions[id].sequence for id in event.dropped), default=0)
    for dropped in event.dropped:
        occasions = occasions.delete(dropped)
    for moved in event.moved:
        before = occasions[moved.occasion]
        after = replace(before, slot=moved.slot, sequence=before.sequence + 1)
        occasions = occasions.set(moved.occasion, after)
    gone = frozenset(event.dropped)
    swaps = series.swaps
    for swap in series.swaps.values():
        if swap.gives in gone or swap.takes in gone:
            swaps = swaps.delete(swap.id)
    return {
        "recurrence": event.recurrence,
        "occasions": occasions,
        "swaps": swaps,
        "sequence": series.sequence + 1 + seen,
    }


@folds
def series_ended(series: Series, event: e.SeriesEnded, entry: e.Entry) -> Changes:
    """Nothing more comes."""
    return {"is_ended": True, "sequence": series.sequence + 1}


@folds
def series_resumed(series: Series, event: e.SeriesResumed, entry: e.Entry) -> Changes:
    """It goes on."""
    return {"is_ended": False, "sequence": series.sequence + 1}
