"""Arithmetic of intervals of the session clock; it knows nothing of what they are of."""

from collections.abc import Iterable

from fishbowl.domain.session.ids import RunMillis

Interval = tuple[RunMillis, RunMillis]
"""From when until when, in milliseconds of the session clock."""
FOREVER = RunMillis(1 << 53)
"""The end of what goes on, where only the order of instants matters."""


def overlap_ms(one: Interval, other: Interval) -> int:
    """How long two intervals run together."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def total_ms(intervals: Iterable[Interval]) -> int:
    """How long intervals last together."""
    return sum(to - since for since, to in intervals)


def within(intervals: Iterable[Interval], frames: Iterable[Interval]) -> tuple[Interval, ...]:
    """Cut intervals to what lies inside of the frames."""
    frames = tuple(frames)
    found: list[Interval] = []
    # Every view does this for every turn, and comparing is four times as fast as min and max.
    for since, to in intervals:
        for began, ended in frames:
            first = since if since > began else began
            last = to if to < ended else ended
            if first < last:
                found.append((first, last))
    return tuple(found)


def without(intervals: Iterable[Interval], cut: Interval) -> tuple[Interval, ...]:
    """Take an interval out of others."""
    return within(intervals, ((RunMillis(0), cut[0]), (cut[1], FOREVER)))


def joined(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """Sort intervals, and make one of those that touch."""
    found: list[Interval] = []
    for since, to in sorted(intervals):
        if found and since <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], to))
        else:
            found.append((since, to))
    return tuple(found)
