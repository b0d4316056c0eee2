"""Arithmetic of intervals of the session clock; it knows nothing of what they are of."""

from collections.abc import Iterable

from fishbowl.domain.ids import RunMillis
from fishbowl.domain.parts import Stretch

FOREVER = RunMillis(1 << 53)
"""The end of what goes on, where only the order of instants matters."""


def overlap_ms(one: Stretch, other: Stretch) -> int:
    """How long two stretches run together."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def total_ms(stretches: Iterable[Stretch]) -> int:
    """How long stretches last together."""
    return sum(to - since for since, to in stretches)


def within(stretches: Iterable[Stretch], frames: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Cut stretches to what lies inside of the frames."""
    frames = tuple(frames)
    found: list[Stretch] = []
    # Every view does this for every turn, and comparing is four times as fast as min and max.
    for since, to in stretches:
        for began, ended in frames:
            first = since if since > began else began
            last = to if to < ended else ended
            if first < last:
                found.append((first, last))
    return tuple(found)


def without(stretches: Iterable[Stretch], cut: Stretch) -> tuple[Stretch, ...]:
    """Take a stretch out of others."""
    return within(stretches, ((RunMillis(0), cut[0]), (cut[1], FOREVER)))


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Sort stretches, and make one of those that touch."""
    found: list[Stretch] = []
    for since, to in sorted(stretches):
        if found and since <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], to))
        else:
            found.append((since, to))
    return tuple(found)
