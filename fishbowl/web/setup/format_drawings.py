"""The formats as small drawings: who sits where, seen from above, made from the declarations.

Moving dots show, while the pointer is on the drawing, how people change chairs.
"""

from collections.abc import Iterator
from math import atan2, cos, degrees, hypot, pi, sin
from typing import Literal, NamedTuple

from fishbowl.domain.session.formats import Format

Mark = Literal["seat", "open", "fixed", "table", "ear", "ring"]
Walk = Literal["come", "out", "visit", "swap-in", "swap-out", "talk"]
"""What a dot does while somebody points at the drawing: takes the chair where it is drawn, leaves
it, takes it for a short visit, changes places with the other circle, or talks in a group."""

_CENTRE_X, _CENTRE_Y = 60.0, 52.0
_INNER, _OUTER = 25.0, 40.0
_SEAT, _OPEN, _EAR, _TABLE, _RING = 6.0, 5.4, 1.5, 10.0, 9.0
_EARS = 26
_GROUP_EARS, _GROUP_EAR = 10, 4.2
_PAIR_X, _PAIR_GAP, _PAIR_ROWS = 12.0, 12.0, (22.0, 52.0, 82.0)
_SHARE_SCALE = 0.72
"""Beside pairs the bowl is drawn smaller."""
_ASIDE = 50
"""Who taps comes from one side, in degrees, and who is tapped leaves to the other."""


class Dot(NamedTuple):
    """A circle in a picture of 120 by 104.

    ``walk`` is what it does, if anything. ``angle``, in degrees, turns it so that up is away from
    the table; ``scale`` is that of the walk. Who comes or visits is drawn only while moving.
    """

    mark: Mark
    x: float
    y: float
    r: float
    walk: Walk | None = None
    angle: float = 0
    scale: float = 1


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
    return tuple(_moving(form, dots, scale))


def _moving(form: Format, dots: list[Dot], scale: float) -> Iterator[Dot]:
    """Say of each dot how it moves, and add who comes in."""
    first = next(dot for dot in dots if dot.mark == "seat")
    for dot in dots:
        walk = _walk(form, dot, scale, is_first=dot is first)
        tapped = form.exit_rule == "tap_in" and dot is first
        yield _walking(dot, walk, scale, aside=-_ASIDE if tapped else 0) if walk else dot
        if tapped:
            yield _walking(dot, "come", scale, aside=_ASIDE)
        elif dot.mark == "open":
            visit = form.exit_rule == "visitors_leave"
            yield _walking(dot._replace(mark="seat"), "visit" if visit else "come", scale)


def _walk(form: Format, dot: Dot, scale: float, *, is_first: bool) -> Walk | None:
    kinds = [phase.kind for phase in form.phases]
    sits = dot.mark == "seat" and _from_centre(dot) < (_INNER + 1) * scale
    if form.exit_rule == "group_swap" or kinds[0] == "groups":
        if sits:
            return "swap-out"
        return "swap-in" if dot.mark == "fixed" and form.exit_rule == "group_swap" else None
    if not sits:
        return "talk" if dot.mark in ("seat", "fixed") else None
    leaves = form.chairs.open_chairs and form.exit_rule != "visitors_leave"
    return "out" if is_first and (leaves or form.exit_rule == "tap_in") else None


def _from_centre(dot: Dot) -> float:
    return hypot(dot.x - _CENTRE_X, dot.y - _CENTRE_Y)


def _walking(dot: Dot, walk: Walk, scale: float, aside: float = 0) -> Dot:
    away = degrees(atan2(dot.x - _CENTRE_X, _CENTRE_Y - dot.y)) + aside
    return dot._replace(walk=walk, angle=round(away, 1), scale=scale)


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
