"""The wider bowl: members as dots around a table, the nearer the more lately they were seen.

The picture is made from counts alone: no dot stands for anybody in particular.
"""

from collections.abc import Iterator, Mapping
from math import cos, floor, pi, sin
from typing import NamedTuple

from fishbowl.views.community.host_members import SEEN, Seen

DOTS_MAX = 240
"""Above it a sample is drawn, in the same proportions."""
CENTRE = 200.0
_INNER, _OUTER = 92.0, 190.0
_SPACING = 11.0
"""From the middle of a dot to that of the next on its ring, at least."""
_RINGS_MAX = 12
SIZES: Mapping[Seen, float] = {
    "this_quarter": 3.2,
    "last_quarter": 2.7,
    "this_year": 2.2,
    "long_ago": 1.8,
}
"""The radius of a dot; with few dots they are bigger."""
_FEW = 120
_BIGGEST = 1.7


class Dot(NamedTuple):
    """A dot in a picture of 400 by 400."""

    x: float
    y: float
    r: float
    seen: Seen


class WiderBowl(NamedTuple):
    """The picture.

    :param rings: the radii of its rings, the nearest first.
    :param is_sample: whether it has fewer dots than there are members.
    """

    dots: tuple[Dot, ...]
    rings: tuple[float, ...]
    is_sample: bool


def wider_bowl(counts: Mapping[Seen, int]) -> WiderBowl:
    """Draw members by how lately they were seen.

    :param counts: how many were seen when; without any, the rings are empty.
    """
    whole = [counts.get(seen, 0) for seen in SEEN]
    shown = sampled(whole)
    for ring_count in range(len(SEEN), _RINGS_MAX + 1):
        radii = _radii(ring_count)
        placed = _placed(shown, radii)
        if placed is not None:
            return WiderBowl(tuple(placed), radii, is_sample=sum(shown) < sum(whole))
    raise AssertionError("the rings hold a whole sample")


def sampled(counts: list[int], most: int = DOTS_MAX) -> list[int]:
    """Fewer in the same proportions; whoever is there at all keeps one.

    >>> sampled([300, 100, 0, 1])
    [178, 60, 0, 1]
    """
    whole = sum(counts)
    if whole <= most:
        return list(counts)
    kept = sum(1 for count in counts if count)
    return [1 + floor((most - kept) * count / whole) if count else 0 for count in counts]


def _radii(ring_count: int) -> tuple[float, ...]:
    step = (_OUTER - _INNER) / (ring_count - 1)
    return tuple(round(_INNER + step * ring, 1) for ring in range(ring_count))


def _placed(counts: list[int], radii: tuple[float, ...]) -> list[Dot] | None:
    """Place dots from the inside outwards, each group on rings of its own.

    :return: ``None`` if the rings do not hold them.
    """
    ring, dots = 0, list[Dot]()
    grown = min(_BIGGEST, max(1.0, (_FEW / max(1, sum(counts))) ** 0.5))
    for group, (seen, count) in enumerate(zip(SEEN, counts, strict=True)):
        if not count:
            continue
        left = count
        ring = max(ring, group * len(radii) // len(SEEN))
        while left:
            if ring == len(radii):
                return None
            here = min(left, floor(2 * pi * radii[ring] / _SPACING))
            dots += _on_ring(here, radii[ring], seen, SIZES[seen] * grown, turned=ring * 0.4)
            left -= here
            ring += 1
    return dots


def _on_ring(count: int, radius: float, seen: Seen, size: float, turned: float) -> Iterator[Dot]:
    for number in range(count):
        angle = turned - pi / 2 + 2 * pi * number / count
        x, y = CENTRE + radius * cos(angle), CENTRE + radius * sin(angle)
        yield Dot(round(x, 1), round(y, 1), round(size, 1), seen)
