"""A sketch of the bowl for the pages: where the chairs stand, for any number of them."""

from math import cos, pi, sin
from typing import NamedTuple

_RADIUS, _SIZE = 34.5, 10.2
"""In hundredths of the picture's width, as the bowl's own style has them."""


_CHAIRS = 5
"""The usual number."""


class Chair(NamedTuple):
    """A chair's place in a picture of 100 by 100."""

    no: int
    x: float
    y: float
    size: float
    is_open: bool


def bowl_sketch(count: int) -> tuple[Chair, ...]:
    """Place the chairs of a bowl; the last one is the open one.

    :param count: how many chairs there are.
    """
    start, step = -pi / 2 - pi / count, 2 * pi / count
    return tuple(
        Chair(
            no=no,
            x=round(50 + _RADIUS * cos(start + step * (no - 1)), 2),
            y=round(50 + _RADIUS * sin(start + step * (no - 1)), 2),
            size=_SIZE,
            is_open=no == count,
        )
        for no in range(1, count + 1)
    )


def empty_bowl() -> tuple[Chair, ...]:
    """The picture of a page that has nothing to list yet."""
    return bowl_sketch(_CHAIRS)
