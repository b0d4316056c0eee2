"""The formats as small drawings: who sits where, seen from above, made from the declarations."""

from math import cos, pi, sin
from typing import Literal, NamedTuple

from fishbowl.domain.formats import Format

Mark = Literal["seat", "open", "fixed", "table", "ear", "ring"]

_CENTRE_X, _CENTRE_Y = 60.0, 52.0
_INNER, _OUTER = 25.0, 40.0
_SEAT, _OPEN, _EAR, _TABLE, _RING = 6.0, 5.4, 1.5, 10.0, 9.0
_EARS = 26
_GROUP_EARS, _GROUP_EAR = 10, 4.2
_PAIR_X, _PAIR_GAP, _PAIR_ROWS = 12.0, 12.0, (22.0, 52.0, 82.0)
_SHARE_SCALE = 0.72
"""Beside pairs the bowl is drawn smaller."""


class Dot(NamedTuple):
    """A circle in a picture of 120 by 104."""

    mark: Mark
    x: float
    y: float
    r: float


def drawing(form: Format) -> tuple[Dot, ...]:
    """Draw a format: its chairs, what is open, who listens, and pairs where there are any."""
    kinds = {phase.kind for phase in form.phases}
    scale = _SHARE_SCALE if "pair_share" in kinds else 1.0
    dots = [Dot("table", _CENTRE_X, _CENTRE_Y, _TABLE * scale), *_chairs(form, scale)]
    if form.exit_rule == "group_swap" or "groups" in kinds:
        dots += _circle("fixed", _GROUP_EARS, _OUTER * scale, _GROUP_EAR * scale)
    else:
        dots += _circle("ear", _EARS, _OUTER * scale, _EAR)
    if "pair_share" in kinds:
        dots += _pairs()
    return tuple(dots)


def _chairs(form: Format, scale: float) -> list[Dot]:
    count, open_chairs = form.chairs.count, form.chairs.open_chairs
    dots = []
    for no, dot in enumerate(_circle("seat", count, _INNER * scale, _SEAT * scale), start=1):
        is_open = no > count - open_chairs
        dots.append(dot._replace(mark="open", r=_OPEN * scale) if is_open else dot)
        if form.exit_rule == "time_limit" and not is_open:
            dots.append(dot._replace(mark="ring", r=_RING * scale))
    return dots


def _circle(mark: Mark, count: int, radius: float, size: float) -> list[Dot]:
    start, step = -pi / 2 - pi / count, 2 * pi / count
    return [
        Dot(
            mark,
            round(_CENTRE_X + radius * cos(start + step * place), 1),
            round(_CENTRE_Y + radius * sin(start + step * place), 1),
            round(size, 1),
        )
        for place in range(count)
    ]


def _pairs() -> list[Dot]:
    lefts = (_PAIR_X - _PAIR_GAP / 2, _PAIR_X + _PAIR_GAP / 2)
    xs = [*lefts, *(2 * _CENTRE_X - x for x in lefts)]
    return [Dot("seat", x, y, 4.6) for y in _PAIR_ROWS for x in xs]
