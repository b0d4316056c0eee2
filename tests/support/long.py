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
    """Cases ``(size, scheme)``: a short round has the first in both, and the last in light."""
    short = [(sizes[0], "light"), (sizes[0], "dark"), (sizes[-1], "light")]
    return cases(product(sizes, ("light", "dark")), short)
