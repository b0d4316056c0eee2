"""Further cases of a test (sizes, colours, chairs, formats), which a long round runs."""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any

import pytest


def cases(every: Iterable[Any], short: Iterable[Any]) -> list[Any]:
    """All cases of a test; those that are not among ``short`` run in ``make test-long`` alone."""
    kept = list(short)
    return [one if one in kept else pytest.param(one, marks=pytest.mark.long) for one in every]


def in_light_and_dark(sizes: Sequence[tuple[int, int]]) -> list[Any]:
    """Cases ``(size, scheme)``: a short round has all in light, and the first in dark."""
    short = [(size, "light") for size in sizes]
    return cases(product(sizes, ("light", "dark")), short=[*short, (sizes[0], "dark")])
